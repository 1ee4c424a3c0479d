// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/paper.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr const char* open_field = "____";

/// Visits the pieces of a text: words as they stand, and names of fields.
template <class Words, class Field>
void walk(const std::string& text, Words words, Field field) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string::npos ? open : text.find('}', open);
    if (close == std::string::npos) {
      words(text.substr(at));
      return;
    }
    words(text.substr(at, open - at));
    field(text.substr(open + 1, close - open - 1));
    at = close + 1;
  }
}

}  // namespace

std::string filled(const std::string& text, const PaperFields& fields) {
  std::string result;
  walk(text, [&](const std::string& words) { result += words; },
       [&](const std::string& name) {
         const auto found = fields.find(name);
         result += found == fields.end() || found->second.empty() ? open_field : found->second;
       });
  return result;
}

FilledPaper filled(const PaperTemplate& paper, const PaperFields& fields, bool chinese) {
  FilledPaper result;
  result.title = chinese ? paper.title.zh : paper.title.en;
  for (const Wording& paragraph : paper.paragraphs) {
    const std::string& text = chinese ? paragraph.zh : paragraph.en;
    walk(text, [](const std::string&) {},
         [&](const std::string& name) {
           const auto found = fields.find(name);
           const bool known = found != fields.end() && !found->second.empty();
           if (!known && std::find(result.open.begin(), result.open.end(), name) == result.open.end()) result.open.push_back(name);
         });
    result.paragraphs.push_back(filled(text, fields));
  }
  return result;
}

}  // namespace merestone
