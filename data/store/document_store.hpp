// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/boundaries/boundary.hpp"

namespace merestone {

std::vector<Document> read_documents(Connection& connection, Revision revision);
/// The id in `document` is not looked at.
DocumentId add_document(FactWriter& writer, const Document& document);

}  // namespace merestone
