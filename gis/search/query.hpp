// SPDX-License-Identifier: Apache-2.0
/// What can be asked of a search index, and what it answers.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/area.hpp"
#include "gis/search/entry.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::search {

/// Why a name was found. Layers of one tier are ranked together.
enum class Layer : std::uint8_t {
  exact,           ///< the name itself
  sound,           ///< the whole name by its syllables: "shijiazhuangshi"
  code,            ///< its official code
  beginning,       ///< the name begins so
  sound_beginning, ///< it begins so by its syllables: "shijiaz"
  code_beginning,
  letters,         ///< first letters of all its syllables: "sjzs"
  mixed,           ///< characters, syllables and first letters: "石jz"
  containing,      ///< a part names a division that holds the place that the rest names: "广东广州"
  word,            ///< a later word begins so
  letters_beginning,
  shortened,       ///< syllables and first letters: "shijz"
  homophone,       ///< other characters, the same syllables
  part,            ///< somewhere inside
  sound_part,      ///< syllables somewhere inside: "zhuang" in 石家庄
  homophone_beginning,
  letters_part,    ///< first letters of syllables somewhere inside: "jz" in 石家庄
  typo,            ///< one character wrong, missing, too many, or two exchanged
  sound_typo,      ///< the same in pinyin, or sounds that many do not tell apart (n and l, zh and z, in and ing)
  listed,          ///< no text was asked for: it passes the filters
};
const char* word_of(Layer layer) noexcept;
/// 0 is as asked for, 1 begins so, 2 holds it, 3 is like it.
int tier_of(Layer layer) noexcept;

struct Filter {
  /// Kinds, types, classes with their schemes or without; with * at the end all that begin so; none: all.
  std::vector<std::string> types;
  std::vector<std::string> statuses;           ///< none: all
  std::vector<DivisionRange> divisions;        ///< in any of these; none: all
  std::optional<Kind> kind;
  std::optional<std::uint8_t> highest, lowest; ///< levels of divisions: between these; places have none
  std::optional<Box> box;                      ///< the position lies in it

  bool any() const { return !types.empty() || !statuses.empty() || !divisions.empty() || kind || highest || lowest || box; }
};

struct Query {
  std::string text;               ///< blank, with a filter or for former names: everything that passes
  Filter filter{};
  std::size_t limit = 20;
  Date day{};                     ///< names not in force that day are former ones
  bool former = false;            ///< asked for former names, not for those in force
  std::optional<Position> near{}; ///< among equally important names nearer ones come first
};

/// A part of the text that is shown, in bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Hit {
  Layer layer = Layer::part;
  Kind kind = Kind::place;
  std::int64_t id = 0;
  std::int64_t subject = 0;
  std::string text;        ///< the name that matched, as it is shown
  std::vector<Span> spans; ///< what of it matched
  std::string type;
  std::vector<std::string> classes{};  ///< on record of a place: "cn-18521:22200"
  std::string status;
  Period valid{};
  std::uint32_t importance = 0;
  std::uint32_t within = 0;
  std::uint8_t level = 0;
  std::optional<Position> position;    ///< to a tenth of a metre
  std::optional<double> distance_m;    ///< from `near`
  std::string container;               ///< of Layer::containing: the part of the query that named the division
};

struct Answer {
  std::vector<Hit> hits;             ///< best first; each place and division once, by its best name
  std::vector<Hit> former;           ///< names no longer, or not yet, in force, met on the way
  std::optional<Position> position;  ///< the text was a position; then there are no hits
  std::vector<Finding> notes;        ///< what was odd about the text: search.* rules
  std::optional<std::size_t> passed; ///< without a text: how many places and divisions pass the filters
  bool complete = true;              ///< false: a rare filter over a common text, given up after a while
};

/// What search needs to know of writing, from gis/script.
struct Language {
  std::function<std::string(std::string_view)> fold;               ///< the form of Entry::key
  std::function<std::vector<std::string>(char32_t)> readings;      ///< of a character, toneless; may be empty
};

}  // namespace merestone::search
