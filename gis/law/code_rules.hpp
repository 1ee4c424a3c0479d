// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/finding.hpp"
#include "gis/law/wording.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What the law says of a code whose division is gone.
enum class CodeReuse { never, warned };

/// Digits from `first` to `last`, of one length: "81" to "99".
struct DigitRange {
  std::string first;
  std::string last;
  bool contains(std::string_view digits) const {
    return digits.size() == first.size() && first <= digits && digits <= last;
  }
};

/// Which kinds of division a range of own digits is for.
struct CodeRange {
  DigitRange digits;
  std::vector<std::string> kinds{};  ///< ids of the pack's kinds; empty: any
  DigitRange under{"", ""};          ///< only below these digits of a level that is left out; empty: anywhere
  bool roll_up = false;              ///< sums of others, not a division
};

/// How codes of one level are made.
struct CodeLevel {
  int level = 0;
  std::size_t length = 0;          ///< digits that tell it from others; 0: they vary
  std::size_t written = 0;         ///< filled up with zeros to this length
  bool below_superior = false;     ///< begins with the digits of its superior
  std::vector<DigitRange> skipped{};  ///< digits that stand for a level between the two that is left out
  std::vector<CodeRange> ranges{};    ///< of its own digits; empty: any
  std::string pattern{};              ///< regular expression for the whole code; empty: digits
};

/// The rules in force for a time: codes are judged by the edition of the day on which they were given.
struct CodeEdition {
  std::string id;
  Period valid{};
  std::vector<CodeLevel> levels{};
  const CodeLevel* level(int number) const;
};

struct CodeSystem {
  std::string id;  ///< "gb2260"
  Wording words{};
  CodeReuse reuse = CodeReuse::warned;
  std::vector<CodeEdition> editions{};
  std::string source{};
  const CodeEdition* edition(Date day) const;
};

/// A code as it is about to be given.
struct CodeGiven {
  std::string code;
  int level = 0;
  std::string kind{};
  Date day{};
  std::string superior_code{};  ///< of the superior that codes follow; empty: none
  int superior_level = 0;
};

/// Structure only, there are no check digits (domain.md §2.2): code.pattern, code.length, code.superior (does not begin
/// with the digits of its superior), code.range (digits of another kind), code.roll_up. Nothing for levels that the
/// system does not describe.
std::vector<Finding> check_code(const CodeSystem& system, const CodeGiven& given);

}  // namespace merestone
