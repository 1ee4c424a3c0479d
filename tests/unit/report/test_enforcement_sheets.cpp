// SPDX-License-Identifier: Apache-2.0
#include "cli/report/case_paper.hpp"
#include "cli/report/ledger_sheet.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"
#include "tests/support/text.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

SheetHead head() { return {"示例县民政局", "Merestone 0.1", "2025-12-01T08:00:00Z", std::string(64, 'd'), parse_date("2025-12-01"), 12}; }

CasePaper paper() {
  return {head(), "例民殡〔2025〕1号", "g-0001", "", {"责令限期改正通知书", {"张某：", "现责令你于2025年3月25日前改正。"}, {"party"}}, false};
}

Ledger ledger() {
  Ledger made;
  LedgerSection section{"990102001", "岚浦街道", {}, {3, 2, 1, 0, 1, 1}};
  LedgerRow row;
  row.grave = "g-0001";
  row.village = "上村, 下村";
  row.grave_class = "hardened_oversize";
  row.position = from_degrees(111.987409, 31.314193);
  row.area_m2 = 7;
  row.hardened = Told::yes;
  row.built_until = parse_date("2017-12-31");
  row.number = "=1+1";
  row.state = "notice";
  row.due = parse_date("2025-03-25");
  row.overdue = true;
  section.rows = {row};
  made.sections = {section};
  made.total = section.tally;
  made.by_class["hardened_oversize"] = section.tally;
  made.by_zone["FU-03"] = section.tally;
  return made;
}

}  // namespace

TEST_CASE("a notice says what it is, leaves open what is not known, and brings its proof of service") {
  const std::string text = to_text(compose_notice(paper(), Phrases{"zh"}));
  for (const char* said : {"责令限期改正通知书", "例民殡〔2025〕1号", "2025年3月25日前改正", "送达回证", "受送达人", "使用前请核对", "示例县民政局"}) {
    INFO(said);
    CHECK(has(text, said));
  }
  CHECK(written(paper(), Phrases{"zh"}, "pdf").starts_with("%PDF"));
  CHECK(written(paper(), Phrases{"en"}, "html") == written(paper(), Phrases{"en"}, "html"));
}

TEST_CASE("a court pack lists evidence with digests, service and the times that passed") {
  CourtPack pack;
  pack.application = paper();
  pack.possible = parse_date("2025-11-11");
  pack.documents = {{{1}, "enforcement", "责令限期改正通知书", "例民殡责〔2025〕1号", "", parse_date("2025-03-09"), "", std::string(64, 'a')}};
  pack.photos = {{"1", "before", "gate", {from_degrees(112, 31), 4.0, {}, "2025-03-04T10:00:00"}, std::string(64, 'b')}, {"2", "after", "gate", {}, ""}};
  pack.photo_distances_m = {8, -1};
  pack.pairs = {{0, 1, {}}};
  pack.served = {{"责令限期改正", "例民殡责〔2025〕1号", parse_date("2025-03-10")}};
  pack.clocks = {{"提起行政诉讼期限（6个月）", "行政诉讼法", parse_date("2025-05-09"), parse_date("2025-11-09")}};
  pack.steps = {{parse_date("2025-03-10"), "责令限期改正", "民政部门", "例民殡责〔2025〕1号", "", parse_date("2025-03-25")}};
  const std::string text = to_text(compose_court_pack(pack, Phrases{"zh"}));
  for (const char* said : {"证据清单", "aaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "距坟墓 8 米", "无定位", "送达情况", "已届满的期限", "行政诉讼法", "整治前后对比", "2025年11月11日"}) {
    INFO(said);
    CHECK(has(text, said));
  }
  CHECK(written(pack, Phrases{"en"}, "pdf").starts_with("%PDF"));
}

TEST_CASE("a ledger has one row per grave in its township, and names the denominator of its rates") {
  LedgerSheet sheet{head(), "岚泽市", ledger(), {{"hardened_oversize", {"hardened oversize tomb", "硬化大墓"}}, {"notice", {"correction ordered", "责令限期改正"}}}, {}};
  const std::string text = to_text(compose_ledger(sheet, Phrases{"zh"}));
  for (const char* said : {"坟墓整治台账", "岚浦街道", "g-0001", "硬化大墓", "责令限期改正", "分母为全部发现案件", "33.3", "50.0", "内部使用"}) {
    INFO(said);
    CHECK(has(text, said));
  }
}

TEST_CASE("the table of the ledger can be read in again, and no cell is a formula") {
  const std::string csv = ledger_csv(ledger());
  CHECK(has(csv, "township_code,township,grave,village,"));
  CHECK(has(csv, "990102001,岚浦街道,g-0001,\"上村, 下村\",hardened_oversize,,111.987409,31.314193,7,yes,,2017-12-31,no,no,'=1+1,notice,,,2025-03-25,yes,"));
}

TEST_CASE("the public table has counts alone, none of them small, and names no grave and no case") {
  PublicProgress progress{head(), "岚泽市", public_counts({{"上村", "岚浦街道", 9}, {"下村", "岚浦街道", 2}, {"孤村", "荷埠镇", 1}}, 5), public_counts({{"岚浦街道", "岚泽市", 1}}, 5), 5};
  const std::string text = to_text(compose_public_progress(progress, Phrases{"zh"}));
  CHECK(has(text, "10"));  // eleven in the two villages together
  CHECK(has(text, "荷埠镇"));
  CHECK(has(text, "不予公布"));
  for (const char* secret : {"g-0001", "例民殡", "111.98"}) CHECK_FALSE(has(text, secret));
  CHECK(public_csv(progress.found) == "\xEF\xBB\xBF" "township,village,count\r\n岚浦街道,上村;下村,10\r\n");
}
