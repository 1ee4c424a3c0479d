// SPDX-License-Identifier: Apache-2.0
/// Files for tests, made on the spot: good ones, and ones with one thing wrong.
#pragma once

#include "data/exchange/export_layer.hpp"
#include "gis/base/error.hpp"

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace merestone::test {

/// A folder of its own, gone with the test.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  /// Writes a file. @returns its path
  std::string write(const std::string& name, std::string_view bytes) const;
  std::vector<std::string> list() const;

 private:
  std::string folder_;
};

std::string bytes_of(const std::string& path);
void cut_to(const std::string& path, std::size_t bytes);

/// A GeoJSON FeatureCollection of features as given: properties (JSON) and geometry (JSON).
std::string geojson(const std::vector<std::pair<std::string, std::string>>& features, const std::string& more = {});
/// JSON of a square with its south-west corner at lon, lat.
std::string square(double lon, double lat, double side = 0.1);
/// JSON properties of a commune.
std::string commune(const std::string& code, const std::string& name);
/// Two squares side by side, codes 49001 and 49002.
std::string two_communes();

/// The same two as a layer to be written, `wkb` in place of the second's shape when given.
ExportLayer two_communes_layer(const Bytes& wkb = {});
/// A polygon of one ring, as it stands: closed or not, NaN or not.
Bytes raw_polygon(const std::vector<std::pair<double, double>>& ring);
/// Puts another .dbf (columns code and name) and .cpg beside the Shapefile of two_communes_layer(), text as bytes.
void set_shapefile_text(const std::string& shp, const std::vector<std::pair<std::string, std::string>>& records,
                        const std::string& code_page, unsigned language_id = 0);

/// Runs `work`, which must fail. @returns fault and rules of the Error.
std::pair<Fault, std::set<std::string>> failure_of(const std::function<void()>& work);

/// Rules of the findings that are errors.
std::set<std::string> errors_in(const std::vector<Finding>& findings);
/// The first finding of a rule; fails the test when there is none.
const Finding& finding(const std::vector<Finding>& findings, const std::string& rule);
std::string fact(const Finding& finding, const std::string& name);

}  // namespace merestone::test
