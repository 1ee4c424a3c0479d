// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/columns.hpp"

#include "data/exchange/burial_columns.hpp"
#include "data/exchange/line_columns.hpp"
#include "data/exchange/name_columns.hpp"
#include "data/exchange/problems.hpp"
#include "data/exchange/relief_columns.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace merestone::exchange {
namespace {

/// Names under which registers and agencies of several countries deliver a field.
const std::vector<CommonNames>& common_names() {
  static const std::vector<CommonNames> names{
      {"code", {"code", "codeinsee", "inseecom", "insee", "codgeo", "codecommune", "com", "adcode", "xzqdm", "xzqhdm",
                "行政区划代码", "区划代码", "行政代码", "代码", "编码", "gb", "geoid", "psgc", "ags", "lauid", "gid", "inseedep",
                "inseereg", "dep", "reg", "id"}},
      {"name", {"name", "nom", "nomcom", "nomcommune", "libelle", "libgeo", "xzqmc", "标准名称", "行政区划名称", "区划名称",
                "地名", "名称", "mc", "nome", "nombre", "naam", "gen", "namn", "navn", "place", "placename", "toponym",
                "toponyme", "nomdep", "nomreg"}},
      {"parent", {"parent", "parentcode", "parentid", "上级行政区划代码", "上级代码", "上级", "inseearr", "arr", "inseedep",
                  "codedepartement", "dep", "departement", "inseereg", "coderegion", "reg", "region"}},
      {"level", {"level", "niveau", "adminlevel", "级别"}},
      {"kind", {"kind", "nature", "类别", "类型"}},
      {"language", {"language", "lang", "langue", "语种"}},
      {"status", {"status", "namestatus", "statut"}},
      {"type", {"type", "class", "kind", "featurecode", "类别", "类型", "地名类别"}},
      {"id", {"id", "localid", "gid", "placeid", "geonameid", "uuid", "编号", "数据id", "code"}},
      {"lon", {"lon", "longitude", "lng", "long", "x", "经度", "东经"}},
      {"lat", {"lat", "latitude", "y", "纬度", "北纬"}},
      {"severity", {"severity", "riskclass", "risklevel", "risk", "niveau", "level", "风险等级", "等级"}},
      {"return_period", {"returnperiod", "recurrence", "tr", "重现期"}},
      {"source", {"source", "来源", "资料来源", "资料来源及出处"}},
      {"capacity", {"capacity", "capacite", "plots", "places", "容量", "墓穴数"}},
      {"used", {"used", "occupied", "occupe", "已用"}},
      {"people", {"people", "population", "pop", "inhabitants", "habitants", "pmun", "人口", "人口数", "常住人口", "户籍人口"}},
      {"counted", {"counted", "countedon", "censusday", "censusdate", "统计时间", "统计日期", "普查时间"}},
      {"from", {"from", "validfrom", "start", "startdate", "datedebut", "begin", "设立时间", "生效日期"}},
      {"until", {"until", "validuntil", "validto", "to", "end", "enddate", "datefin", "废止时间", "失效日期"}},
      {"reason", {"reason", "endreason", "raisonfin", "raison", "原因"}},
      {"party", {"party", "claimant", "holder", "主张方", "当事方"}},
      {"left", {"left", "leftcode", "左侧区划", "左侧"}},
      {"right", {"right", "rightcode", "右侧区划", "右侧"}},
      {"title", {"title", "标题", "名称"}},
      {"method", {"method", "方法", "绘制方法"}},
      {"accuracy", {"accuracy", "accuracym", "精度"}},
      {"successor", {"successor", "successorcode", "successeur", "继承代码"}},
  };
  return names;
}

/// Lower case without blanks, hyphens and underscores: "INSEE_COM" and "insee com" are one name.
std::string key(std::string_view name) {
  std::string bare;
  for (const char c : name) {
    if (c == '_' || c == '-' || c == ' ' || c == '.') continue;
    bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return bare;
}

/// The mapping in the making.
class Mapping {
 public:
  Mapping(const std::vector<std::string>& columns, Problems& problems) : columns_{columns}, problems_{problems} {
    for (const std::string& column : columns) keys_.push_back(key(column));
  }

  void take_given(const std::string& field, const std::string& column) {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) return missing(field, column);
    take(field, static_cast<std::size_t>(found - columns_.begin()));
  }

  void take_common(std::string_view field) {
    const auto of_field = [&](const CommonNames& c) { return c.field == field; };
    for (const std::span<const CommonNames> names : {std::span<const CommonNames>{common_names()}, line_column_names(), name_column_names(),
                                                     burial_column_names(), relief_column_names()}) {
      const auto common = std::find_if(names.begin(), names.end(), of_field);
      if (common != names.end()) return take_first(field, common->columns);
    }
  }

  void take_languages() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (const auto language = language_of_column(columns_[i])) take("name:" + *language, i);
    }
  }

  void missing(const std::string& field, const std::string& column) {
    std::string all;
    for (const std::string& name : columns_) all += (all.empty() ? "" : ", ") + name;
    problems_.of_file("import.missing_column", Severity::error,
                      {{"name", field}, {"column", column}, {"columns", std::move(all)}});
  }

  bool has(std::string_view field) const {
    return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& slot) {
      return slot.field == field || (field == "name" && slot.field.starts_with("name:"));
    });
  }

  std::vector<Slot> finish() {
    std::string summary;
    for (const Slot& slot : slots_) summary += (summary.empty() ? "" : ", ") + slot.field + "=" + slot.column;
    problems_.of_file("import.columns", Severity::note, {{"columns", std::move(summary)}});
    return std::move(slots_);
  }

 private:
  void take_first(std::string_view field, const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) {
      const auto found = std::find(keys_.begin(), keys_.end(), name);
      if (found != keys_.end() && take(std::string{field}, static_cast<std::size_t>(found - keys_.begin()))) return;
    }
  }

  bool take(const std::string& field, std::size_t index) {
    if (!taken_.insert(index).second) return false;
    slots_.push_back({field, columns_[index], index});
    return true;
  }

  const std::vector<std::string>& columns_;
  Problems& problems_;
  std::vector<std::string> keys_;
  std::set<std::size_t> taken_;
  std::vector<Slot> slots_;
};

}  // namespace

std::vector<Slot> map_columns(const FieldPlan& plan, const std::vector<std::string>& columns,
                              const std::map<std::string, std::string>& given, Problems& problems) {
  Mapping mapping{columns, problems};
  for (const auto& [field, column] : given) {
    const bool known = std::find(plan.fields.begin(), plan.fields.end(), field) != plan.fields.end() ||
                       (plan.name_per_language && field.starts_with("name:"));
    if (!known) {
      problems.of_file("import.unknown_field", Severity::error, {{"name", field}});
    } else if (!column.empty()) {
      mapping.take_given(field, column);
    }
  }
  for (const std::string_view field : plan.fields) {
    if (!given.contains(std::string{field})) mapping.take_common(field);
  }
  if (plan.name_per_language) mapping.take_languages();
  for (const std::string_view field : plan.needed) {
    if (!mapping.has(field) && !given.contains(std::string{field})) mapping.missing(std::string{field}, "");
  }
  problems.stop_if_wrong();
  return mapping.finish();
}

std::optional<std::string> language_of_column(std::string_view column) {
  const auto mark = column.find_first_of(":_");
  if (mark == std::string_view::npos) return {};
  const std::string base = key(column.substr(0, mark));
  const std::string_view tag = column.substr(mark + 1);
  if (base != "name" && base != "nom" && base != "名称") return {};
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  if (primary < 2 || primary > 3 || !std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary), letter)) {
    return {};
  }
  constexpr std::string_view not_languages[] = {"com", "dep", "reg", "arr", "alt", "old", "loc"};
  if (std::find(std::begin(not_languages), std::end(not_languages), tag) != std::end(not_languages)) return {};
  return std::string{tag};
}

}  // namespace merestone::exchange
