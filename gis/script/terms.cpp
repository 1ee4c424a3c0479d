// SPDX-License-Identifier: Apache-2.0
#include "gis/script/terms.hpp"

#include "gis/script/data_lines.hpp"
#include "gis/script/utf8.hpp"

#include <stdexcept>

namespace merestone::script {
namespace {

class Builder {
 public:
  Terms build() {
    each_line(data_file("terms.tsv"), [this](std::string_view line) {
      const std::string_view kind = take(line, '\t');
      while (!line.empty()) add(kind, take(line, ' '));
    });
    each_line(data_file("official.tsv"), [this](std::string_view line) { add_official(line); });
    return std::move(terms_);
  }

 private:
  void add(std::string_view kind, std::string_view term) {
    if (kind.starts_with("generic ")) return add_generic(spelling_class(kind.substr(8)).value(), term);
    if (kind == "people") {
      const std::string_view name = take(term, '=');
      terms_.peoples.emplace(characters_of(name), std::string{term});
      return;
    }
    set_of(kind).insert(characters_of(term));
  }

  Terms::Set& set_of(std::string_view kind) {
    if (kind == "modifier street") return terms_.street_modifiers;
    if (kind == "modifier natural") return terms_.natural_modifiers;
    if (kind == "left street") return terms_.leftward;
    if (kind == "landmark") return terms_.landmarks;
    if (kind == "fixed") return terms_.fixed;
    if (kind == "word") return terms_.words;
    if (kind == "child") return terms_.children;
    throw std::logic_error{"terms.tsv: " + std::string{kind}};
  }

  void add_generic(SpellingClass which, std::string_view term) {
    std::string_view spelled = take(term, '=');
    GenericTerm generic;
    std::u32string characters;
    while (!spelled.empty()) {
      if (!characters.empty()) generic.breaks.push_back(characters.size());
      characters += characters_of(take(spelled, '|'));
    }
    while (!term.empty()) generic.reading.push_back(parse_syllable(take(term, '_')).value());
    terms_.longest = std::max(terms_.longest, characters.size());
    if (which != SpellingClass::settlement) terms_.all_generics.emplace(characters, generic);
    terms_.generics[static_cast<std::size_t>(which)].emplace(std::move(characters), std::move(generic));
  }

  void add_official(std::string_view line) {
    const std::string_view name = take(line, '\t');
    OfficialSpelling spelling;
    spelling.spelling = take(line, '\t');
    spelling.language = take(line, '\t');
    if (line.starts_with('@')) line.remove_prefix(1);
    while (!line.empty()) spelling.provinces.set(std::stoul(std::string{take(line, ',')}));
    terms_.official.emplace(characters_of(name), std::move(spelling));
  }

  Terms terms_;
};

}  // namespace

const Terms& terms() {
  static const Terms built = Builder{}.build();
  return built;
}

}  // namespace merestone::script
