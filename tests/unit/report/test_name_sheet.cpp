// SPDX-License-Identifier: Apache-2.0
#include "cli/report/document.hpp"
#include "cli/report/name_sheet.hpp"
#include "cli/report/report_files.hpp"
#include "tests/support/text.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

NameForm street() {
  NameForm form;
  form.head = {"瑞安市", "Merestone", "2024-07-01T00:00:00Z", std::string(64, 'a'), parse_date("2024-07-01"), 7};
  PlaceName now, former;
  now.text = "东山路";
  now.language = "zh";
  now.status = NameStatus::in_force;
  now.specific = "东山";
  now.generic = "路";
  now.reading = "Dōngshān Lù";
  now.origin = "因通往东山得名";
  now.valid = *parse_edtf("2020-01-01/..");
  now.spellings = {{0, "Dongshan Lu", "Latn", "", "", Certainty::confirmed, ""}};
  former.text = "东方红路";
  former.language = "zh";
  former.kind = NameKind::former;
  former.valid = *parse_edtf("1967/2019");
  form.place.names = {now, former};
  form.place.codes = {{0, "cn-place", "33038100123000000017", {}}};
  form.classes = {"23 交通运输设施"};
  form.divisions = {"瑞安市 330381"};
  form.secrecy = "公开";
  return form;
}

}  // namespace

TEST_CASE("the registration form has the fields of the census form, in Chinese and in English") {
  const std::string zh = to_text(compose_name_form(street(), Phrases{"zh"})), en = to_text(compose_name_form(street(), Phrases{"en"}));
  for (const char* part : {"地名登记表", "标准名称", "东山路", "罗马字母拼写", "Dongshan Lu", "专名", "通名", "Dōngshān Lù", "33038100123000000017", "23 交通运输设施",
                           "密级", "公开", "因通往东山得名", "东方红路", "曾用名", "1967/2019", "登记人"}) {
    INFO(part);
    CHECK(has(zh, part));
  }
  for (const char* part : {"Place name registration form", "Standard name", "Roman spelling", "former", "in force"}) {
    INFO(part);
    CHECK(has(en, part));
  }
  CHECK(written(street(), Phrases{"zh"}, "pdf").starts_with("%PDF"));
  CHECK(written(street(), Phrases{"zh"}, "html") == written(street(), Phrases{"zh"}, "html"));
}

TEST_CASE("PN-22: an announcement says name, spelling, division, location, who approved and when") {
  Announcement announcement;
  announcement.head = street().head;
  announcement.body = "瑞安市民政局";
  announcement.day = parse_date("2024-03-20");
  AnnouncedName named;
  NameApplication& a = named.application;
  a.text = "丹枫苑";
  a.spelling = "Danfeng Yuan";
  a.location = "东起安阳桥";
  a.steps = {{0, "approved", parse_date("2024-03-05"), {"瑞安市住房和城乡建设局", "department", 3}, {}, ""},
             {0, "in_force", parse_date("2024-03-20"), {}, {}, ""}};
  named.division = "浙江省温州市瑞安市";
  announcement.names = {named};
  const std::string zh = to_text(compose_announcement(announcement, Phrases{"zh"}));
  for (const char* part : {"地名公告", "丹枫苑", "Danfeng Yuan", "浙江省温州市瑞安市", "东起安阳桥", "瑞安市住房和城乡建设局", "2024年3月5日", "瑞安市民政局", "命名"}) {
    INFO(part);
    CHECK(has(zh, part));
  }
}
