// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/name_columns.hpp"

namespace merestone::exchange {

std::span<const CommonNames> name_column_names() {
  static const std::vector<CommonNames> names{
      {"script", {"script", "文字"}},
      {"use", {"use", "namekind", "nametype", "性质"}},
      {"class", {"class", "classcode", "featurecode", "featureclass", "地名类别代码", "地名类别", "类别代码", "类别"}},
      {"specific", {"specific", "specificterm", "专名"}},
      {"generic", {"generic", "genericterm", "通名"}},
      {"spelling", {"spelling", "roman", "romanised", "asciiname", "罗马字母拼写"}},
      {"reading", {"reading", "pinyin", "汉语拼音"}},
      {"origin", {"origin", "etymology", "地名来历", "来历"}},
      {"meaning", {"meaning", "含义", "地名含义"}},
      {"valid", {"valid", "edtf", "when", "period", "使用时间"}},
      {"location", {"location", "四至", "地理位置", "所在位置"}},
      {"description", {"description", "地理实体描述", "描述"}},
      {"secrecy", {"secrecy", "access", "密级"}},
      {"placecode", {"placecode", "地名代码"}},
      {"area", {"builtuparea", "area", "建成区"}},
      {"division", {"division", "divisioncode", "所属行政区划代码", "所属政区代码", "所在行政区划代码"}},
      {"scheme", {"scheme", "classscheme", "分类体系"}},
      {"codes", {"codes", "concordances", "外部编号"}},
      {"variants", {"variants", "alternatenames", "aliases", "别名"}},
      {"short", {"shortname", "简称"}},
      {"former", {"formername", "formernames", "曾用名"}},
  };
  return names;
}

std::optional<std::string> transcription_scheme(std::string_view language) {
  constexpr std::string_view mark = "-Latn-";
  constexpr std::size_t shortest_variant = 5;  // RFC 5646, 2.2.5
  const auto at = language.find(mark);
  if (at == std::string_view::npos || language.size() - at - mark.size() < shortest_variant) return {};
  return std::string{language.substr(at + mark.size())};
}

}  // namespace merestone::exchange
