// SPDX-License-Identifier: Apache-2.0
#include "cli/report/alphabetical.hpp"

#include <glib.h>

#include <memory>

namespace merestone {
namespace {

struct Free {
  void operator()(char* text) const noexcept { g_free(text); }
};
using GlibText = std::unique_ptr<char, Free>;

}  // namespace

std::string alphabetical_key(std::string_view name) {
  const GlibText parts{g_utf8_normalize(name.data(), static_cast<gssize>(name.size()), G_NORMALIZE_NFKD)};
  if (!parts) return std::string{name};  // not UTF-8
  const GlibText folded{g_utf8_casefold(parts.get(), -1)};
  std::string key;
  for (const char* at = folded.get(); *at != '\0'; at = g_utf8_next_char(at)) {
    if (g_unichar_ismark(g_utf8_get_char(at))) continue;
    key.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
  }
  return key;
}

}  // namespace merestone
