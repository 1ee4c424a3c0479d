// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/geojson.hpp"

#include "data/exchange/worker/geojson_shape.hpp"
#include "data/exchange/worker/json_trouble.hpp"
#include "data/exchange/worker/source.hpp"

#include <cpl_conv.h>

#include <charconv>
#include <unordered_map>

namespace merestone::worker {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

class Features {
 public:
  explicit Features(std::string text);

  void send_head(const Request& request, wire::Writer& out) const;
  void send_records(wire::Writer& out);

 private:
  void find_features();
  void take_schema(element feature);
  std::size_t column(std::string_view name, element_type type);
  void put_record(element feature, wire::Writer& out);

  std::string text_;
  simdjson::dom::parser parser_;
  element root_;
  std::vector<element> features_;
  std::string reference_ = "EPSG:4326";  // RFC 7946 §4
  std::string shape_;
  struct Column {
    std::string name;
    const char* type;
  };
  std::vector<Column> columns_;
  std::unordered_map<std::string_view, std::size_t> column_of_;
  std::vector<element> values_;    // of one record, by column
  std::vector<bool> has_value_;
  std::vector<std::byte> wkb_;
};

[[noreturn]] void refuse(std::string_view text, simdjson::error_code error) {
  if (error == simdjson::CAPACITY || error == simdjson::MEMALLOC) throw std::bad_alloc{};
  if (error == simdjson::UTF8_ERROR) throw Failure{"import.encoding_unclear", {{"likely", "GB18030"}}};
  const JsonTrouble trouble = find_trouble(text);
  throw Failure{trouble.rule, {{"record", std::to_string(trouble.record)}, {"detail", trouble.detail}}};
}

const char* column_type(element_type type) {
  switch (type) {
    case element_type::INT64:
    case element_type::UINT64:
      return "Integer";
    case element_type::DOUBLE:
      return "Real";
    default:
      return "String";
  }
}

void put_value(element value, wire::Writer& out) {
  char digits[64];
  const auto put = [&](auto number) {
    out.text({digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits)});
  };
  switch (value.type()) {
    case element_type::STRING:
      return out.text(std::string_view(value));
    case element_type::INT64:
      return put(std::int64_t(value));
    case element_type::UINT64:
      return put(std::uint64_t(value));
    case element_type::DOUBLE:
      return put(double(value));
    case element_type::BOOL:
      return out.text(bool(value) ? "true" : "false");
    case element_type::NULL_VALUE:
      return out.null();
    default:
      return out.text(simdjson::minify(value));
  }
}

Features::Features(std::string text) : text_{std::move(text)} {
  const std::size_t size = text_.size();
  text_.resize(size + simdjson::SIMDJSON_PADDING);
  const auto error = parser_.parse(text_.data(), size, false).get(root_);
  if (error != simdjson::SUCCESS) refuse(std::string_view{text_}.substr(0, size), error);
  find_features();
  for (const element feature : features_) take_schema(feature);
  values_.resize(columns_.size());
}

void Features::find_features() {
  std::string_view type;
  if (root_["type"].get(type) != simdjson::SUCCESS) type = "";
  array all;
  if (type == "Feature") {
    features_.push_back(root_);
  } else if (type == "FeatureCollection" && root_["features"].get(all) == simdjson::SUCCESS) {
    for (const element feature : all) features_.push_back(feature);
  } else {
    throw Failure{"import.damaged", {{"detail", "no FeatureCollection with features"}}};
  }
  element crs;
  if (root_["crs"].get(crs) != simdjson::SUCCESS) return;
  std::string_view name;
  const bool is_named = crs["properties"]["name"].get(name) == simdjson::SUCCESS;
  reference_ = crs.is_null() ? std::string{} : is_named ? std::string{name} : simdjson::minify(crs);
}

std::size_t Features::column(std::string_view name, element_type type) {
  const auto [at, is_new] = column_of_.try_emplace(name, columns_.size());
  if (is_new) {
    columns_.push_back({std::string{name}, type == element_type::NULL_VALUE ? nullptr : column_type(type)});
  } else if (Column& known = columns_[at->second]; type != element_type::NULL_VALUE) {
    const char* seen = column_type(type);
    if (!known.type) known.type = seen;
    if (std::string_view{known.type} != seen) known.type = "String";
  }
  return at->second;
}

void Features::take_schema(element feature) {
  object properties;
  if (feature["properties"].get(properties) == simdjson::SUCCESS) {
    for (const auto [key, value] : properties) column(key, value.type());
  }
  element id;
  if (feature["id"].get(id) == simdjson::SUCCESS) column("id", id.type());
  element geometry;
  if (!shape_.empty() || feature["geometry"].get(geometry) != simdjson::SUCCESS || geometry.is_null()) return;
  std::string_view type;
  shape_ = geometry["type"].get(type) == simdjson::SUCCESS && !type.empty() ? std::string{type} : "Unknown";
}

void Features::send_head(const Request& request, wire::Writer& out) const {
  out.begin(wire::Kind::layer);
  out.text(request["format"]);
  out.text(CPLGetBasename(CPLGetBasename(request["path"].c_str())));
  out.text(shape_);
  out.text(reference_);
  out.text("");  // WKT
  out.text("");  // code page
  out.number(0);
  out.wide(features_.size());
  out.number(static_cast<std::uint32_t>(columns_.size()));
  for (const Column& column : columns_) {
    out.text(column.name);
    out.text(column.type ? column.type : "String");
  }
  out.send();
}

void Features::put_record(element feature, wire::Writer& out) {
  element geometry;
  if (feature["geometry"].get(geometry) != simdjson::SUCCESS || geometry.is_null()) {
    out.null();
  } else {
    to_wkb(geometry, wkb_);
    out.text({reinterpret_cast<const char*>(wkb_.data()), wkb_.size()});
  }
  has_value_.assign(columns_.size(), false);
  const auto take = [&](std::string_view name, element value) {
    const std::size_t at = column_of_.find(name)->second;
    values_[at] = value;
    has_value_[at] = true;
  };
  element id;
  if (feature["id"].get(id) == simdjson::SUCCESS) take("id", id);
  object properties;
  if (feature["properties"].get(properties) == simdjson::SUCCESS) {
    for (const auto [key, value] : properties) take(key, value);
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) has_value_[i] ? put_value(values_[i], out) : out.null();
}

void Features::send_records(wire::Writer& out) {
  for (std::size_t i = 0; i < features_.size();) {
    out.begin(wire::Kind::records);
    const std::size_t count_at = out.size();
    out.number(0);
    std::uint32_t count = 0;
    for (; i < features_.size() && out.size() < wire::usual_frame; ++i, ++count) put_record(features_[i], out);
    out.patch(count_at, count);
    out.send();
  }
  out.begin(wire::Kind::end);
  out.wide(features_.size());
  out.send();
}

}  // namespace

void send_geojson(const Request& request, bool with_records, wire::Writer& out) {
  Features features{whole_text(request)};
  features.send_head(request, out);
  if (with_records) return features.send_records(out);
  out.begin(wire::Kind::end);
  out.wide(0);
  out.send();
}

}  // namespace merestone::worker
