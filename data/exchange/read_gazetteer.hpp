// SPDX-License-Identifier: Apache-2.0
/// Place names with all that files say of them: tables and layers of any format that reading.hpp reads, and the dumps of
/// GeoNames and GNIS. Rows that cannot be taken are told by findings with their number; all others are delivered.
#pragma once

#include "data/exchange/reading.hpp"
#include "data/office/name_import.hpp"

#include <string>
#include <vector>

namespace merestone {

struct GazetteerDelivery : Delivery {
  std::vector<DeliveredPlace> places;
};

/// Fields: id, name, language, script, use (kind of name), status, class, specific, generic, spelling, reading, origin,
/// meaning, source, valid (EDTF) or from and until, lon, lat, placecode, location, description, secrecy, area, division (code),
/// codes ("wikidata:Q42; geonames:1"), variants, short and former (further names, several in a cell); and a column per language,
/// "name:fr". `scheme` is that of the classes, unless a row says its own. A status that is a kind of name stands for `use`; a
/// column as name:zh-Latn-pinyin is the reading of the name. Rows with the same id are one place.
/// Findings of rows: import.missing_value, name.validity, name.kind, name.code, and what every import finds.
GazetteerDelivery read_gazetteer(const std::string& path, const std::string& scheme, const ReadOptions& options, const Progress& progress = {});

/// A country or allCountries file of GeoNames (19 columns, tab, no head), with alternateNamesV2 where given (10 columns):
/// preferred, short, colloquial and historic names with from and to; links and codes that are no names are passed over.
/// name.bad_line for a line that has not its columns or no position. @throws missing cli.no_file.
GazetteerDelivery read_geonames(const std::string& path, const std::string& alternate_names = {});

/// A file of GNIS (columns by name, parted by | ): feature_id, feature_name, feature_class, prim_lat_dec, prim_long_dec.
GazetteerDelivery read_gnis(const std::string& path);

}  // namespace merestone
