// SPDX-License-Identifier: Apache-2.0
/// Mapbox Vector Tile 2.1, written.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace merestone {

/// Every key and value that the features of a tile set use, each once. Filled before tiles are made, then only read.
class Vocabulary {
 public:
  std::uint32_t key(std::string_view name);
  std::uint32_t text(std::string_view value);
  std::uint32_t number(std::int64_t value);
  std::uint32_t real(double value);

  const std::vector<std::string>& keys() const { return keys_; }
  const std::vector<std::string>& values() const { return values_; }  ///< as encoded messages

 private:
  std::uint32_t value(std::string encoded);
  std::vector<std::string> keys_, values_;
  std::unordered_map<std::string, std::uint32_t> key_index_, value_index_;
};

struct Tag {
  std::uint32_t key = 0;
  std::uint32_t value = 0;
};

enum class GeometryKind : std::uint8_t { point = 1, line = 2, polygon = 3 };

/// The commands of one feature's geometry.
class GeometryWriter {
 public:
  void clear();
  void point(std::int32_t x, std::int32_t y);
  /// A path of `count` positions begins with the first; the others follow by `to`.
  void begin(std::int32_t x, std::int32_t y, std::uint32_t count);
  void to(std::int32_t x, std::int32_t y);
  void close_ring() { commands_.push_back(15); }
  bool empty() const { return commands_.empty(); }
  const std::vector<std::uint32_t>& commands() const { return commands_; }

 private:
  std::vector<std::uint32_t> commands_;
  std::int32_t x_ = 0, y_ = 0;
};

/// One layer of one tile after another. Bytes are laid out so that gzip finds what repeats: what all features of a
/// kind have in common stands in one piece, and values stand in the vocabulary's order in every layer.
class LayerWriter {
 public:
  LayerWriter(std::string name, const Vocabulary& vocabulary);

  /// Keys come best with what varies least in front. @param id 0 for none
  void add(std::uint64_t id, GeometryKind kind, std::span<const Tag> tags, const GeometryWriter& geometry);
  bool empty() const { return features_.empty(); }
  /// Appends the layer to a tile of `extent` units unless it is empty, and starts the next.
  void finish(std::int32_t extent, std::string& tile);

 private:
  struct Feature {
    std::uint64_t id;
    GeometryKind kind;
    std::uint32_t tags_end;  ///< its tags and commands end there and begin where those of the one before end
    std::uint32_t commands_end;
  };
  void number();
  void write(std::int32_t extent);

  std::string name_;
  const Vocabulary& vocabulary_;
  std::vector<Feature> features_;
  std::vector<Tag> tags_;
  std::vector<std::uint32_t> commands_;
  std::vector<std::uint32_t> key_number_, value_number_;  ///< in this tile, by index in the vocabulary
  std::vector<std::uint32_t> keys_used_, values_used_;
  std::vector<std::uint32_t> local_tags_;
  std::string layer_;
};

}  // namespace merestone
