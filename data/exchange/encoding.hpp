// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::exchange {

/// The name by which we know an encoding, from how people and files call it ("936", "gbk", "ANSI 1252", "utf8").
/// GBK and GB2312 are read as GB18030, which contains them. Nothing for encodings we do not read.
std::optional<std::string> known_encoding(std::string_view name);

/// The encoding a .dbf marks by a number; nothing for 0 and for numbers that say "as on the machine it was made on".
std::optional<std::string> encoding_of_language_id(unsigned id);

/// Turns text of one encoding into UTF-8.
class Decoder {
 public:
  /// @param encoding by known_encoding()
  explicit Decoder(const std::string& encoding);
  /// Nothing when the bytes are not text in that encoding.
  std::optional<std::string> decode(std::string_view raw) const;

 private:
  struct Close {
    void operator()(void* handle) const;
  };
  std::unique_ptr<void, Close> handle_;  // none: the text is UTF-8 already
};

/// The encoding, among those used for Chinese and European names, in which all `texts` can be read; "?" when in none.
/// Only to be suggested to a human.
std::string likely_encoding(const std::vector<std::string_view>& texts);

/// How text (UTF-8) betrays that it went through a wrong encoding before.
enum class Mojibake {
  none,
  lost,      ///< replacement characters: what stood there is gone
  latin,     ///< UTF-8 once read as Windows-1252: "Ã‰couflant"
  chinese,   ///< UTF-8 once read as GBK: "鏉戝簞"
};
/// Judges a whole column: one short name proves nothing. `*example`, if asked for, is the index of a bad text.
Mojibake find_mojibake(const std::vector<std::string_view>& texts, std::size_t* example = nullptr);

}  // namespace merestone::exchange
