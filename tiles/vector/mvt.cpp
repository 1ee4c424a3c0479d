// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/mvt.hpp"

#include <protozero/pbf_writer.hpp>

#include <algorithm>

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

std::uint32_t Vocabulary::real(double number) {
  std::string encoded;
  protozero::pbf_writer writer{encoded};
  writer.add_double(3, number);
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

void LayerWriter::add(std::uint64_t id, GeometryKind kind, std::span<const Tag> tags, const GeometryWriter& geometry) {
  for (const Tag& tag : tags) {
    if (key_number_[tag.key] == none) {
      key_number_[tag.key] = static_cast<std::uint32_t>(keys_used_.size());
      keys_used_.push_back(tag.key);
    }
    if (value_number_[tag.value] == none) {
      value_number_[tag.value] = 0;
      values_used_.push_back(tag.value);
    }
  }
  tags_.insert(tags_.end(), tags.begin(), tags.end());
  commands_.insert(commands_.end(), geometry.commands().begin(), geometry.commands().end());
  features_.push_back({id, kind, static_cast<std::uint32_t>(tags_.size()), static_cast<std::uint32_t>(commands_.size())});
}

void LayerWriter::number() {
  std::sort(values_used_.begin(), values_used_.end());
  for (std::uint32_t i = 0; i < values_used_.size(); ++i) value_number_[values_used_[i]] = i;
}

void LayerWriter::write(std::int32_t extent) {
  layer_.clear();
  protozero::pbf_writer layer{layer_};
  layer.add_uint32(15, 2);
  layer.add_string(1, name_);
  auto tag = tags_.begin();
  auto command = commands_.begin();
  for (const Feature& one : features_) {
    protozero::pbf_writer feature{layer, 2};
    if (one.id != 0) feature.add_uint64(1, one.id);
    feature.add_enum(3, static_cast<std::int32_t>(one.kind));
    local_tags_.clear();
    for (const auto end = tags_.begin() + one.tags_end; tag != end; ++tag) {
      local_tags_.push_back(key_number_[tag->key]);
      local_tags_.push_back(value_number_[tag->value]);
    }
    feature.add_packed_uint32(2, local_tags_.begin(), local_tags_.end());
    const auto end = commands_.begin() + one.commands_end;
    feature.add_packed_uint32(4, command, end);
    command = end;
  }
  for (const std::uint32_t key : keys_used_) layer.add_string(3, vocabulary_.keys()[key]);
  for (const std::uint32_t value : values_used_) layer.add_message(4, vocabulary_.values()[value]);
  layer.add_uint32(5, static_cast<std::uint32_t>(extent));
}

void LayerWriter::finish(std::int32_t extent, std::string& tile) {
  if (empty()) return;
  number();
  write(extent);
  protozero::pbf_writer{tile}.add_message(3, layer_);
  for (const std::uint32_t key : keys_used_) key_number_[key] = none;
  for (const std::uint32_t value : values_used_) value_number_[value] = none;
  keys_used_.clear();
  values_used_.clear();
  features_.clear();
  tags_.clear();
  commands_.clear();
}

}  // namespace merestone
