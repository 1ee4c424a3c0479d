// SPDX-License-Identifier: Apache-2.0
#include "cli/report/pages.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace merestone;

namespace {

constexpr double body_bottom = paper::bottom + 0.5;

/// A document of `before` lines of text and a table whose rows lead to anchors of their own.
ReportDocument with_table(int before, int rows, int flows, bool total) {
  ReportDocument document;
  document.language = "en";
  document.office = "Office";
  document.kind = "Report";
  document.name = "Name";
  document.page_words = "page {page} of {pages}";
  for (int i = 0; i < before; ++i) document.blocks.emplace_back(Paragraph{"A line."});
  document.blocks.emplace_back(Heading{"A table", "table"});
  Table table;
  table.columns = {{"Name", 2}, {"Number", 1, Align::right}};
  table.columns_of_rows = flows;
  for (int i = 0; i < rows; ++i) {
    ReportRow row{{{"Row"}, {std::to_string(i)}}};
    row.anchor = "row" + std::to_string(i);
    if (i % 7 == 3) row.cells[0].detail = "with more to say of it";
    table.rows.push_back(row);
  }
  if (total) table.total = ReportRow{{{"Total"}, {"1"}}, true, "total"};
  document.blocks.emplace_back(std::move(table));
  return document;
}

struct Anchor {
  std::size_t page = 0;
  double y = 0;
};

std::map<std::string, Anchor> anchors_of(const Pages& pages) {
  std::map<std::string, Anchor> anchors;
  for (std::size_t p = 0; p < pages.pages.size(); ++p) {
    for (const Mark& mark : pages.pages[p]) {
      if (const auto* anchor = std::get_if<AnchorMark>(&mark)) anchors[anchor->name] = {p, anchor->y};
    }
  }
  return anchors;
}

}  // namespace

TEST_CASE("no row stands alone at a break, none is lost, none runs over the foot") {
  const Phrases phrases{"en"};
  const bool total = GENERATE(false, true);
  for (int rows = 2; rows < 130; rows += 3) {
    for (const int before : {0, 9, 21, 27}) {
      const Pages pages = lay_out(with_table(before, rows, 1, total), phrases);
      const auto anchors = anchors_of(pages);
      std::map<std::size_t, int> on_page;
      for (int i = 0; i < rows; ++i) {
        REQUIRE(anchors.count("row" + std::to_string(i)) == 1);
        ++on_page[anchors.at("row" + std::to_string(i)).page];
      }
      if (total) {
        REQUIRE(anchors.count("total") == 1);
        CHECK(anchors.at("total").page == anchors.at("row" + std::to_string(rows - 1)).page);
        ++on_page[anchors.at("total").page];
      }
      for (const auto& [page, count] : on_page) CHECK(count >= 2);
      // The heading stays with its table.
      CHECK(anchors.at("table").page == anchors.at("row0").page);
    }
  }
}

TEST_CASE("a heading stands on the page of its map or chart") {
  const Phrases phrases{"en"};
  for (int before = 0; before < 45; ++before) {
    ReportDocument document = with_table(before, 2, 1, false);
    document.blocks.emplace_back(Heading{"A map", "map"});
    document.blocks.emplace_back(MapPlate{{}, "Scale about 1 : {scale}", "", ""});
    document.blocks.emplace_back(Notice{"Note", "of the map"});
    document.blocks.emplace_back(Heading{"A chart", "chart"});
    document.blocks.emplace_back(ChartPlate{});
    const Pages pages = lay_out(document, phrases);
    const auto anchors = anchors_of(pages);
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
      for (const Mark& mark : pages.pages[p]) {
        if (std::holds_alternative<PlateMark>(mark)) CHECK(anchors.at("map").page == p);
        if (std::holds_alternative<ChartMark>(mark)) CHECK(anchors.at("chart").page == p);
      }
    }
  }
}

TEST_CASE("text stays between the head and the foot of the page") {
  const Pages pages = lay_out(with_table(5, 300, 2, true), Phrases{"en"});
  REQUIRE(pages.pages.size() > 2);
  for (const auto& page : pages.pages) {
    for (const Mark& mark : page) {
      const auto* text = std::get_if<TextMark>(&mark);
      if (text == nullptr || text->y > paper::bottom || text->y < paper::top - 10) continue;  // head and foot
      CHECK(text->y + text->text.height() <= body_bottom);
      CHECK(text->x >= paper::left - 0.1);
      CHECK(text->x + text->text.width() <= paper::right + 0.5);
    }
  }
}

TEST_CASE("rows in two columns end side by side on the last page") {
  const Pages pages = lay_out(with_table(0, 50, 2, false), Phrases{"en"});
  const auto anchors = anchors_of(pages);
  double left = 0, right = 0;
  for (int i = 0; i < 50; ++i) {
    const Anchor place = anchors.at("row" + std::to_string(i));
    (i < 25 ? left : right) = std::max(i < 25 ? left : right, place.y);
  }
  CHECK(pages.pages.size() == 1);
  CHECK(std::abs(left - right) < 30);
}

TEST_CASE("a row higher than a page is set all the same, and the rest follows") {
  ReportDocument document = with_table(0, 4, 1, false);
  auto& table = std::get<Table>(document.blocks.back());
  for (int i = 0; i < 3000; ++i) table.rows[1].cells[0].text += "word ";
  const auto anchors = anchors_of(lay_out(document, Phrases{"en"}));
  CHECK(anchors.count("row3") == 1);
}

TEST_CASE("bookmarks name the sections in order") {
  const Pages pages = lay_out(with_table(3, 5, 1, false), Phrases{"en"});
  REQUIRE(pages.outline.size() == 1);
  CHECK(pages.outline.front().text == "1  A table");
  CHECK(pages.outline.front().anchor == "table");
}
