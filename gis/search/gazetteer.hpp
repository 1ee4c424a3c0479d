// SPDX-License-Identifier: Apache-2.0
/// What a project knows of divisions and places, as entries of a search index.
#pragma once

#include "gis/divisions/register.hpp"
#include "gis/names/place.hpp"
#include "gis/search/builder.hpp"

#include <span>
#include <unordered_map>
#include <vector>

namespace merestone::search {

/// The divisions of a day numbered by a walk from above, then those that are not there that day, each by itself.
class Gazetteer {
 public:
  /// Both are kept by reference.
  Gazetteer(const DivisionFacts& facts, const DivisionRegister& divisions);

  const DivisionTree& tree() const noexcept { return tree_; }
  std::uint32_t number_of(DivisionId division) const noexcept;  ///< 0 for none

  /// Every name of every division with a code of its time. Names are numbered from 1 in the order of the facts.
  void add_divisions(Builder& builder) const;
  /// One name of a division by its place in the facts, with all but its keys: what add_divisions() adds.
  Entry division_entry(std::size_t name) const;
  /// All names of a place; `first` is the id of its first, those of others follow. `held_by` holds it; may be no id.
  void add_place(Builder& builder, const NamedPlace& place, std::int64_t first, DivisionId held_by) const;

 private:
  std::uint8_t level_of(DivisionId division) const;
  const DivisionFacts& facts_;
  const DivisionRegister& divisions_;
  DivisionTree tree_;
  std::unordered_map<DivisionId, std::uint32_t> numbers_;
  std::unordered_map<DivisionId, const DivisionVersion*> versions_;
  std::unordered_map<DivisionId, std::vector<const DivisionCode*>> codes_;
};

/// Where the record places something that it names these divisions for: the finest of them where each lies in the next,
/// else the finest that holds them all. No id where there is none on the register's day.
DivisionId holder_by_record(const DivisionRegister& divisions, std::span<const DivisionId> named);

/// What the record knows of a place and its name beside what a NamedPlace holds.
struct Recorded {
  std::string_view classes{};  ///< of the place, with their schemes: "cn-18521:22200"; a tab between several
  std::string_view reading{};  ///< of the name: "Shílǐpù", "shi2 li3 pu4"; empty: as dictionaries read it
};

/// An entry for one name of a place; `code` of the division that holds it helps to read it.
Entry entry_of(const NamedPlace& place, const GeographicalName& name, std::int64_t id, std::uint32_t within, std::string_view code,
               const Recorded& recorded = {});

}  // namespace merestone::search
