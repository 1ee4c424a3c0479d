// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/exchange/fixtures.hpp"

#include "gis/base/text.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace merestone::test {

namespace fs = std::filesystem;

Folder::Folder() {
  folder_ = (fs::temp_directory_path() / "merestone-test-XXXXXX").string();
  REQUIRE(::mkdtemp(folder_.data()));
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Folder::write(const std::string& name, std::string_view bytes) const {
  std::ofstream{path(name), std::ios::binary} << bytes;
  return path(name);
}

std::vector<std::string> Folder::list() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{folder_}) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void cut_to(const std::string& path, std::size_t bytes) { fs::resize_file(path, bytes); }

std::string geojson(const std::vector<std::pair<std::string, std::string>>& features, const std::string& more) {
  std::string text = R"({"type":"FeatureCollection",)" + more + R"("features":[)";
  for (std::size_t i = 0; i < features.size(); ++i) {
    text += (i == 0 ? "\n" : ",\n") + std::string{R"({"type":"Feature","properties":)"} + features[i].first +
            R"(,"geometry":)" + features[i].second + "}";
  }
  return text + "\n]}\n";
}

std::string square(double lon, double lat, double side) {
  const auto corner = [](double x, double y) { return "[" + shortest(x) + "," + shortest(y) + "]"; };
  return R"({"type":"Polygon","coordinates":[[)" + corner(lon, lat) + "," + corner(lon + side, lat) + "," +
         corner(lon + side, lat + side) + "," + corner(lon, lat + side) + "," + corner(lon, lat) + "]]}";
}

std::string commune(const std::string& code, const std::string& name) {
  return R"({"code":")" + code + R"(","name":")" + name + R"("})";
}

std::string two_communes() {
  return geojson({{commune("49001", "Allonnes"), square(0.0, 47.0)}, {commune("49002", "Écouflant"), square(0.1, 47.0)}});
}

Bytes raw_polygon(const std::vector<std::pair<double, double>>& ring) {
  Bytes wkb;
  const auto put = [&](const auto& value) {
    const auto at = wkb.size();
    wkb.resize(at + sizeof value);
    std::memcpy(wkb.data() + at, &value, sizeof value);
  };
  put(std::uint8_t{1});
  put(std::uint32_t{3});
  put(std::uint32_t{1});
  put(static_cast<std::uint32_t>(ring.size()));
  for (const auto& [x, y] : ring) {
    put(x);
    put(y);
  }
  return wkb;
}

ExportLayer two_communes_layer(const Bytes& wkb) {
  using Column = ExportLayer::Column;
  const auto box = [](double x) { return raw_polygon({{x, 47}, {x + 0.1, 47}, {x + 0.1, 47.1}, {x, 47.1}, {x, 47}}); };
  return {"communes",
          ExportLayer::Shape::polygons,
          {Column{"code", Column::Type::text}, Column{"name", Column::Type::text}},
          {box(0), wkb.empty() ? box(0.1) : wkb},
          {"49001", "Allonnes", "49002", "Écouflant"}};
}

void set_shapefile_text(const std::string& shp, const std::vector<std::pair<std::string, std::string>>& records,
                        const std::string& code_page, unsigned language_id) {
  constexpr std::size_t widths[] = {10, 60};
  std::string dbf(32, '\0');
  dbf[0] = 3;
  dbf[1] = 118;
  dbf[2] = dbf[3] = 1;
  dbf[4] = static_cast<char>(records.size());
  dbf[8] = 32 + 2 * 32 + 1;
  dbf[10] = 1 + 10 + 60;
  dbf[29] = static_cast<char>(language_id);
  const char* const names[] = {"code", "name"};
  for (std::size_t i = 0; i < 2; ++i) {
    std::string field(32, '\0');
    field.replace(0, 4, names[i]);
    field[11] = 'C';
    field[16] = static_cast<char>(widths[i]);
    dbf += field;
  }
  dbf += '\r';
  const auto padded = [](std::string text, std::size_t width) {
    text.resize(width, ' ');
    return text;
  };
  for (const auto& [code, name] : records) dbf += ' ' + padded(code, widths[0]) + padded(name, widths[1]);
  dbf += '\x1a';
  const std::string stem = shp.substr(0, shp.size() - 4);
  std::ofstream{stem + ".dbf", std::ios::binary} << dbf;
  fs::remove(stem + ".cpg");
  if (!code_page.empty()) std::ofstream{stem + ".cpg", std::ios::binary} << code_page;
}

std::pair<Fault, std::set<std::string>> failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    std::set<std::string> rules;
    for (const Finding& finding : error.findings()) {
      if (finding.severity == Severity::error) rules.insert(finding.rule);
    }
    return {error.fault(), rules};
  }
  FAIL("nothing failed");
  return {};
}

std::set<std::string> errors_in(const std::vector<Finding>& findings) {
  std::set<std::string> rules;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::error) rules.insert(finding.rule);
  }
  return rules;
}

const Finding& finding(const std::vector<Finding>& findings, const std::string& rule) {
  for (const Finding& finding : findings) {
    if (finding.rule == rule) return finding;
  }
  FAIL("no finding " << rule);
  return findings.front();
}

std::string fact(const Finding& finding, const std::string& name) {
  for (const auto& [key, value] : finding.facts) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace merestone::test
