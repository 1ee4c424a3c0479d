// SPDX-License-Identifier: Apache-2.0
#include "gis/search/layers.hpp"

#include <algorithm>

namespace merestone::search {

TextLayers::TextLayers(const Index& index, std::string_view key) : index_{index}, key_{key} {
  beginning_ = narrowed(index, index.starts, index.starts.all(), 0, key);
  exact_ = ended(index, index.starts, beginning_, key.size());
  word_ = narrowed(index, index.words, index.words.all(), 0, key);
  inner_ = narrowed(index, index.inner, index.inner.all(), 0, key);
}

/// Where a filter leaves few names and the text many, each of the few is looked at.
bool TextLayers::by_filter(Gathering& into, std::uint32_t longest, int tier) const {
  if (longest < 2'000) return false;
  const auto names = into.few_names();
  if (!names || names->size() > longest / 2) return false;
  for (const std::uint32_t name : *names) {
    const auto start = index_.start_of_name(name);
    const auto text = index_.text_from(start);
    const auto found = text.find(key_);
    if (found == std::string_view::npos) continue;
    const bool word = found > 0 && text[found - 1] == ' ';
    const auto layer = found == 0 ? (text.size() == key_.size() ? Layer::exact : Layer::beginning) : word ? Layer::word : Layer::part;
    if (tier_of(layer) != tier) continue;
    into.take_name(layer, name, {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + key_.size())});
  }
  return true;
}

void TextLayers::exact(Gathering& into) const {
  const Range ranges[] = {exact_};
  into.take(Layer::exact, index_.starts, ranges,
            [&](std::uint32_t, std::uint32_t) { return Matched{0, static_cast<std::uint32_t>(key_.size())}; });
}

void TextLayers::beginnings(Gathering& into) const {
  if (by_filter(into, std::max(beginning_.size(), word_.size()), 1)) return;
  const auto match = [&](std::uint32_t start, std::uint32_t offset) {
    return Matched{offset - start, offset - start + static_cast<std::uint32_t>(key_.size())};
  };
  const Range beginning[] = {{exact_.hi, beginning_.hi}}, word[] = {word_};
  into.take(Layer::beginning, index_.starts, beginning, match);
  into.take(Layer::word, index_.words, word, match);
}

void TextLayers::parts(Gathering& into) const {
  if (by_filter(into, inner_.size(), 2)) return;
  const Range inner[] = {inner_};
  into.take(Layer::part, index_.inner, inner, [&](std::uint32_t start, std::uint32_t offset) {
    return Matched{offset - start, offset - start + static_cast<std::uint32_t>(key_.size())};
  });
}

}  // namespace merestone::search
