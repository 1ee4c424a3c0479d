// SPDX-License-Identifier: Apache-2.0
/// Names on paper: the registration form 地名登记表 of a place (domain.md §1.4) and the announcement 公告 of names that were
/// decided (PN-22). Values first, as in boundary_report.hpp.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/names/application.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

struct ReportDocument;

struct NameForm {
  SheetHead head{};
  PlaceRecord place{};
  std::vector<std::string> classes{};      ///< "cn-18521 22100 城镇居民点"
  std::vector<std::string> divisions{};    ///< "330381 瑞安市"
  std::string secrecy{};                   ///< in words
  std::vector<std::pair<std::string, std::string>> attributes{};  ///< of its class: label in words, value
  std::optional<Document> decision{};      ///< of the name in force
};
ReportDocument compose_name_form(const NameForm& form, const Phrases& phrases);

/// One name that an announcement makes public.
struct AnnouncedName {
  NameApplication application{};
  std::string division{};                  ///< names from the highest down: "浙江省温州市瑞安市"
  std::string former{};                    ///< that a renaming ends
  std::optional<Document> decision{};
};
struct Announcement {
  SheetHead head{};
  std::string body{};                      ///< who announces
  Date day{};
  std::vector<AnnouncedName> names{};
};
ReportDocument compose_announcement(const Announcement& announcement, const Phrases& phrases);

/// The bytes of a file: "pdf", else HTML. The same values give the same bytes.
std::string written(const NameForm& form, const Phrases& phrases, std::string_view format);
std::string written(const Announcement& announcement, const Phrases& phrases, std::string_view format);

}  // namespace merestone
