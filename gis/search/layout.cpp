// SPDX-License-Identifier: Apache-2.0
#include "gis/search/layout.hpp"

#include "gis/base/error.hpp"

#include <xxhash.h>

#include <bit>
#include <cstring>

namespace merestone::search {
namespace {

static_assert(std::endian::native == std::endian::little, "sections are used as they lie in the file");

struct Head {
  std::array<char, 8> magic{'M', 'E', 'R', 'E', 'N', 'A', 'M', 'E'};
  std::uint32_t version = layout_version;
  std::uint32_t sections = section_count;
  std::uint64_t size = 0;
  std::uint64_t names = 0, keys = 0;
  std::array<char, 200> label{};
  struct Place {
    std::uint64_t offset = 0, size = 0, hash = 0;
  };
  std::array<Place, section_count> places{};
  std::uint64_t hash = 0;  ///< of all that stands before it
};

std::uint64_t hash_of(const void* bytes, std::size_t size) { return XXH3_64bits(bytes, size); }

[[noreturn]] void refuse(const char* why) {
  Finding finding;
  finding.rule = "search.bad_index";
  finding.facts = {{"why", why}};
  throw Error{Fault::invalid, std::string{"no search index: "} + why, {finding}};
}

}  // namespace

LayoutWriter::LayoutWriter() { out_.resize(sizeof(Head)); }

void LayoutWriter::add(Section section, std::span<const std::byte> bytes) {
  out_.resize((out_.size() + 7) / 8 * 8);
  places_[static_cast<std::size_t>(section)] = {out_.size(), bytes.size(), hash_of(bytes.data(), bytes.size())};
  out_.insert(out_.end(), bytes.begin(), bytes.end());
}

std::vector<std::byte> LayoutWriter::finish(std::string_view label, std::uint64_t names, std::uint64_t keys) {
  out_.resize((out_.size() + 15) / 8 * 8);  // eight bytes behind the last section may be read with it
  Head head;
  head.size = out_.size();
  head.names = names;
  head.keys = keys;
  std::memcpy(head.label.data(), label.data(), std::min(label.size(), head.label.size()));
  for (std::size_t i = 0; i < section_count; ++i) head.places[i] = {places_[i].offset, places_[i].size, places_[i].hash};
  head.hash = hash_of(&head, offsetof(Head, hash));
  std::memcpy(out_.data(), &head, sizeof head);
  return std::move(out_);
}

Layout::Layout(std::span<const std::byte> bytes) : all_{bytes} {
  if (bytes.size() < sizeof(Head)) refuse("too_short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) refuse("not_aligned");
  const auto& head = *reinterpret_cast<const Head*>(bytes.data());
  if (head.magic != Head{}.magic) refuse("another_format");
  if (head.version != layout_version || head.sections != section_count) refuse("another_version");
  if (head.hash != hash_of(&head, offsetof(Head, hash))) refuse("damaged");
  if (head.size != bytes.size()) refuse("too_short");
  for (const auto& place : head.places) {
    if (place.offset > head.size || place.size > head.size - place.offset || place.offset % 8 != 0) refuse("damaged");
  }
  label_ = {head.label.data(), strnlen(head.label.data(), head.label.size())};
  names_ = head.names;
  keys_ = head.keys;
}

std::span<const std::byte> Layout::bytes(Section section) const {
  const auto& place = reinterpret_cast<const Head*>(all_.data())->places[static_cast<std::size_t>(section)];
  return all_.subspan(place.offset, place.size);
}

bool Layout::intact() const {
  const auto& head = *reinterpret_cast<const Head*>(all_.data());
  for (std::size_t i = 0; i < section_count; ++i) {
    const auto found = bytes(static_cast<Section>(i));
    if (hash_of(found.data(), found.size()) != head.places[i].hash) return false;
  }
  return true;
}

}  // namespace merestone::search
