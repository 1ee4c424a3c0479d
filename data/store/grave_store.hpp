// SPDX-License-Identifier: Apache-2.0
/// Graves, their protection and the features of the land around them, as rows.
#pragma once

#include "data/store/fact_writer.hpp"
#include "data/store/statement.hpp"
#include "gis/burials/grave.hpp"
#include "gis/burials/land_feature.hpp"

#include <span>

namespace merestone {

/// By id, then in the order they were recorded.
std::vector<Grave> read_graves(Connection& connection, const Window& window);
std::vector<GraveProtection> read_grave_protections(Connection& connection, const Window& window);
std::vector<LandFeature> read_land_features(Connection& connection, const Window& window);

/// A grave whose id is 0 is new and is given one; another gets a further version. Ids and facts are written back.
void add_graves(FactWriter& writer, std::span<Grave> graves, DocumentId document);
void add_grave_protections(FactWriter& writer, std::span<GraveProtection> protections, DocumentId document);
void add_land_features(FactWriter& writer, std::span<LandFeature> features, DocumentId document);

}  // namespace merestone
