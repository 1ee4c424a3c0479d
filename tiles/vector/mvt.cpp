// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/mvt.hpp"

#include "tiles/vector/plane.hpp"

#include <protozero/pbf_writer.hpp>

namespace merestone {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

constexpr std::uint32_t zigzag(std::int32_t v) {
  return (static_cast<std::uint32_t>(v) << 1) ^ static_cast<std::uint32_t>(v >> 31);
}

}  // namespace

std::uint32_t Vocabulary::key(std::string_view name) {
  const auto [at, fresh] = key_index_.try_emplace(std::string{name}, static_cast<std::uint32_t>(keys_.size()));
  if (fresh) keys_.emplace_back(name);
  return at->second;
}

std::uint32_t Vocabulary::value(std::string encoded) {
  const auto [at, fresh] = value_index_.try_emplace(encoded, static_cast<std::uint32_t>(values_.size()));
  if (fresh) values_.push_back(std::move(encoded));
  return at->second;
}

std::uint32_t Vocabulary::text(std::string_view text) {
  std::string encoded;
  protozero::pbf_writer{encoded}.add_string(1, text.data(), text.size());
  return value(std::move(encoded));
}

std::uint32_t Vocabulary::number(std::int64_t number) {
  std::string encoded;
  protozero::pbf_writer writer{encoded};
  if (number >= 0) {
    writer.add_uint64(5, static_cast<std::uint64_t>(number));
  } else {
    writer.add_sint64(6, number);
  }
  return value(std::move(encoded));
}

void GeometryWriter::clear() {
  commands_.clear();
  x_ = y_ = 0;
}

void GeometryWriter::point(std::int32_t x, std::int32_t y) {
  commands_.push_back(1U << 3 | 1U);
  to(x, y);
}

void GeometryWriter::begin(std::int32_t x, std::int32_t y, std::uint32_t count) {
  point(x, y);
  commands_.push_back((count - 1) << 3 | 2U);
}

void GeometryWriter::to(std::int32_t x, std::int32_t y) {
  commands_.push_back(zigzag(x - x_));
  commands_.push_back(zigzag(y - y_));
  x_ = x;
  y_ = y;
}

LayerWriter::LayerWriter(std::string name, const Vocabulary& vocabulary)
    : name_{std::move(name)},
      vocabulary_{vocabulary},
      key_number_(vocabulary.keys().size(), none),
      value_number_(vocabulary.values().size(), none) {}

std::uint32_t LayerWriter::local(std::uint32_t index, std::vector<std::uint32_t>& number,
                                 std::vector<std::uint32_t>& used) {
  if (number[index] == none) {
    number[index] = static_cast<std::uint32_t>(used.size());
    used.push_back(index);
  }
  return number[index];
}

void LayerWriter::add(std::uint64_t id, GeometryKind kind, std::span<const Tag> tags, const GeometryWriter& geometry) {
  tags_.clear();
  for (const Tag& tag : tags) {
    tags_.push_back(local(tag.key, key_number_, keys_used_));
    tags_.push_back(local(tag.value, value_number_, values_used_));
  }
  protozero::pbf_writer layer{features_};
  protozero::pbf_writer feature{layer, 2};
  if (id != 0) feature.add_uint64(1, id);
  feature.add_packed_uint32(2, tags_.begin(), tags_.end());
  feature.add_enum(3, static_cast<std::int32_t>(kind));
  feature.add_packed_uint32(4, geometry.commands().begin(), geometry.commands().end());
}

void LayerWriter::finish(std::string& tile) {
  if (!empty()) {
    layer_.clear();
    protozero::pbf_writer layer{layer_};
    layer.add_uint32(15, 2);
    layer.add_string(1, name_);
    layer_ += features_;
    for (const std::uint32_t key : keys_used_) layer.add_string(3, vocabulary_.keys()[key]);
    for (const std::uint32_t value : values_used_) layer.add_message(4, vocabulary_.values()[value]);
    layer.add_uint32(5, static_cast<std::uint32_t>(extent));
    protozero::pbf_writer{tile}.add_message(3, layer_);
  }
  for (const std::uint32_t key : keys_used_) key_number_[key] = none;
  for (const std::uint32_t value : values_used_) value_number_[value] = none;
  keys_used_.clear();
  values_used_.clear();
  features_.clear();
}

}  // namespace merestone
