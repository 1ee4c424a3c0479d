// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/encoding.hpp"

#include "gis/base/text.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <utility>

namespace merestone::exchange {
namespace {

struct Alias {
  std::string_view alias;  ///< lower case, letters and digits only
  const char* name;
};
constexpr std::array aliases{
    Alias{"utf8", "UTF-8"},          Alias{"65001", "UTF-8"},         Alias{"gb18030", "GB18030"},
    Alias{"gbk", "GB18030"},         Alias{"gb2312", "GB18030"},      Alias{"936", "GB18030"},     Alias{"euccn", "GB18030"},
    Alias{"54936", "GB18030"},       Alias{"big5", "BIG5-HKSCS"},     Alias{"950", "BIG5-HKSCS"},    Alias{"big5hkscs", "BIG5-HKSCS"}, Alias{"shiftjis", "CP932"},
    Alias{"sjis", "CP932"},          Alias{"932", "CP932"},
    Alias{"eucjp", "EUC-JP"},        Alias{"euckr", "CP949"},         Alias{"949", "CP949"},         Alias{"iso88591", "ISO-8859-1"}, Alias{"88591", "ISO-8859-1"},
    Alias{"latin1", "ISO-8859-1"},   Alias{"iso88592", "ISO-8859-2"}, Alias{"88592", "ISO-8859-2"},
    Alias{"iso885915", "ISO-8859-15"}, Alias{"885915", "ISO-8859-15"}, Alias{"1250", "CP1250"},
    Alias{"1251", "CP1251"},         Alias{"1252", "CP1252"},         Alias{"1253", "CP1253"},
    Alias{"1254", "CP1254"},         Alias{"1255", "CP1255"},         Alias{"1256", "CP1256"},
    Alias{"1257", "CP1257"},         Alias{"1258", "CP1258"},         Alias{"874", "CP874"},
    Alias{"437", "CP437"},           Alias{"850", "CP850"},           Alias{"852", "CP852"},
    Alias{"866", "CP866"},
};

/// Writes UTF-8 text as bytes of another encoding.
class Encoder {
 public:
  explicit Encoder(const char* encoding) : handle_{::iconv_open(encoding, "UTF-8")} {}
  ~Encoder() { ::iconv_close(handle_); }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  /// Empty when the text cannot be written so.
  std::string encode(std::string text) const {
    std::string out(text.size() * 4 + 8, '\0');
    char* from = text.data();
    char* to = out.data();
    std::size_t left = text.size();
    std::size_t room = out.size();
    ::iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    const bool done = ::iconv(handle_, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    out.resize(done ? out.size() - room : 0);
    return out;
  }

 private:
  iconv_t handle_;
};

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Whether `text`, written in `encoding`, happens to be UTF-8 again: it was UTF-8 read as `encoding`.
bool reads_again(std::string_view text, const Encoder& encoder) {
  const std::string raw = encoder.encode(std::string{text});
  return !raw.empty() && !is_ascii(raw) && is_utf8(raw);
}

}  // namespace

std::optional<std::string> known_encoding(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') key += static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
  }
  for (const std::string_view prefix : {"windows", "ansi", "oem", "cp"}) {
    if (key.size() > prefix.size() && key.starts_with(prefix) && key[prefix.size()] <= '9') key.erase(0, prefix.size());
  }
  for (const Alias& alias : aliases) {
    if (alias.alias == key) return alias.name;
  }
  return {};
}

std::optional<std::string> encoding_of_language_id(unsigned id) {
  constexpr std::array<std::pair<unsigned, const char*>, 22> ids{{
      {0x01, "437"},  {0x02, "850"},  {0x03, "1252"}, {0x13, "932"},  {0x4D, "936"},  {0x4E, "949"},
      {0x4F, "950"},  {0x58, "1252"}, {0x59, "1252"}, {0x64, "852"},  {0x65, "866"},  {0x78, "950"},
      {0x79, "949"},  {0x7A, "936"},  {0x7B, "932"},  {0x7C, "874"},  {0xC8, "1250"}, {0xC9, "1251"},
      {0xCA, "1254"}, {0xCB, "1253"}, {0xCC, "1257"}, {0x7D, "1255"},
  }};
  for (const auto& [number, name] : ids) {
    if (number == id) return known_encoding(name);
  }
  return {};
}

void Decoder::Close::operator()(void* handle) const { ::iconv_close(handle); }

Decoder::Decoder(const std::string& encoding) {
  if (encoding != "UTF-8") handle_.reset(::iconv_open("UTF-8", encoding.c_str()));
}

std::optional<std::string> Decoder::decode(std::string_view raw) const {
  if (is_ascii(raw)) return std::string{raw};
  if (!handle_) return is_utf8(raw) ? std::optional{std::string{raw}} : std::nullopt;
  std::string in{raw};
  std::string out(raw.size() * 4 + 8, '\0');
  char* from = in.data();
  char* to = out.data();
  std::size_t left = in.size();
  std::size_t room = out.size();
  ::iconv(handle_.get(), nullptr, nullptr, nullptr, nullptr);
  if (::iconv(handle_.get(), &from, &left, &to, &room) == static_cast<std::size_t>(-1)) return {};
  out.resize(out.size() - room);
  return out;
}

std::string likely_encoding(const std::vector<std::string_view>& texts) {
  for (const char* name : {"UTF-8", "GB18030", "BIG5-HKSCS", "CP1252"}) {
    const Decoder decoder{name};
    if (std::all_of(texts.begin(), texts.end(), [&](std::string_view text) { return decoder.decode(text); })) return name;
  }
  return "?";
}

Mojibake find_mojibake(const std::vector<std::string_view>& texts, std::size_t* example) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  constexpr std::string_view replacement_twice_as_gbk = "锟斤拷";
  constexpr std::size_t enough_bytes = 18;  // six Han characters: chance alone does not do this
  const Encoder latin{"CP1252"};
  const Encoder chinese{"GB18030"};
  std::size_t foreign = 0, as_latin = 0, as_chinese = 0, chinese_bytes = 0, bad = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string_view text = texts[i];
    if (is_ascii(text)) continue;
    ++foreign;
    if (text.find(replacement) != text.npos || text.find(replacement_twice_as_gbk) != text.npos) {
      if (example) *example = i;
      return Mojibake::lost;
    }
    if (reads_again(text, latin)) {
      if (++as_latin == 1 && as_chinese == 0) bad = i;
    } else if (reads_again(text, chinese)) {
      chinese_bytes += text.size();
      if (++as_chinese == 1) bad = i;
    }
  }
  if (example) *example = bad;
  if (as_latin > 0) return Mojibake::latin;
  if (as_chinese * 10 >= foreign * 9 && chinese_bytes >= enough_bytes) return Mojibake::chinese;
  return Mojibake::none;
}

}  // namespace merestone::exchange
