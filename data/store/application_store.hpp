// SPDX-License-Identifier: Apache-2.0
/// Applications for names, as rows.
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/names/application.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// With steps, documents and findings, in the order of their ids.
std::vector<NameApplication> read_applications(Connection& connection, Revision revision);
std::optional<NameApplication> read_application(Connection& connection, Revision revision, const std::string& number);

/// An application whose id is 0 is new; another gets a further version in place of the one on record. Steps, documents
/// and findings whose `fact` is 0 are added.
void keep_application(FactWriter& writer, NameApplication& application);

}  // namespace merestone
