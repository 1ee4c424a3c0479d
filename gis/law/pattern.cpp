// SPDX-License-Identifier: Apache-2.0
#include "gis/law/pattern.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <memory>

namespace merestone {
namespace {

std::unique_ptr<icu::RegexMatcher> matcher_of(std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  auto text = icu::UnicodeString::fromUTF8({pattern.data(), static_cast<std::int32_t>(pattern.size())});
  auto matcher = std::make_unique<icu::RegexMatcher>(text, 0, status);
  if (U_FAILURE(status)) return nullptr;
  constexpr std::int32_t steps = 20;  // of some ten thousand each
  matcher->setTimeLimit(steps, status);
  return matcher;
}

}  // namespace

bool is_pattern(std::string_view pattern) { return matcher_of(pattern) != nullptr; }

bool fits(std::string_view pattern, std::string_view text) {
  const auto matcher = matcher_of(pattern);
  if (!matcher) return false;
  const auto subject = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  matcher->reset(subject);
  UErrorCode status = U_ZERO_ERROR;
  return matcher->matches(status) && U_SUCCESS(status);
}

}  // namespace merestone
