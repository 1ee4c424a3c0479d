// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/worker/csv_rows.hpp"
#include "data/exchange/worker/gdal.hpp"
#include "data/exchange/worker/request.hpp"

namespace merestone::worker {

/// A file opened for reading, unpacked into memory first where it is packed.
struct Source {
  Dataset dataset;
  std::string code_page;           ///< text of the .cpg beside a Shapefile; empty when there is none
  std::uint32_t language_id = 0;   ///< the .dbf's own mark of its encoding
  std::vector<Complaint> complaints{};
};

/// @throws Failure import.damaged, import.too_large, import.unknown_format.
Source open_source(const Request& request);

/// All of a text file, unpacked, in UTF-8 where the request says what encoding it is in, without byte order mark.
/// @throws Failure import.damaged, import.too_large, import.not_in_encoding.
std::string whole_text(const Request& request);

/// The layer asked for, else the only one with shapes, else the only one.
/// @throws Failure import.no_layer, import.which_layer, both with the names there are.
OGRLayerH choose_layer(const Source& source, const std::string& name);

}  // namespace merestone::worker
