// SPDX-License-Identifier: Apache-2.0
/// A report in words, in the order in which it is read: what HTML, PDF and the plain text of the tests are
/// written from. Nothing here knows pages or tags.
#pragma once

#include "tiles/sheet/chart.hpp"
#include "tiles/sheet/sheet.hpp"
#include "tiles/sheet/text.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace merestone {

struct Heading {
  std::string text;
  std::string anchor;  ///< a name for links, ASCII
};

struct Paragraph {
  std::string text;
  bool small = false;
};

/// Words in a frame that must not be overlooked.
struct Notice {
  std::string title;
  std::string text;
};

struct Fact {
  std::string label;
  std::string value;
  bool exact = false;  ///< figures to be compared letter by letter: set in one width
  bool wide = false;   ///< takes the whole width
};

struct FactList {
  std::vector<Fact> facts;
  int columns = 2;
};

struct KeyFigure {
  std::string value;
  std::string label;
  std::string anchor;  ///< where it is explained
};

struct KeyFigures {
  std::vector<KeyFigure> figures;
};

struct Cell {
  std::string text;
  std::string detail{};   ///< a second, quieter line
  std::string link{};     ///< anchor that the text leads to
  bool flagged = false;   ///< in the colour of warnings
};

struct Bar {
  double share = 0;  ///< of the column's width
  Colour colour{};
};

struct ReportRow {
  std::vector<Cell> cells;
  bool strong = false;
  std::string anchor{};
  std::optional<Bar> bar{};  ///< drawn in the last column, which is left without words for it
};

struct Column {
  std::string title;
  double weight = 1;  ///< of the width
  Align align = Align::left;
};

struct Table {
  std::vector<Column> columns;
  std::vector<ReportRow> rows;
  std::optional<ReportRow> total{};
  int columns_of_rows = 1;  ///< on paper, rows run down this many columns
};

struct MapPlate {
  Sheet sheet;
  std::string caption;         ///< on paper; {scale} stands for the scale at the size it gets there
  std::string screen_caption;  ///< where the size is not known
  std::string alternative;     ///< for those who cannot see it
};

struct ChartPlate {
  Chart chart;
  std::string caption;
  std::string alternative;     ///< for those who cannot see it
};

struct SignatureBlock {
  std::vector<std::string> roles;
  std::vector<std::string> lines;  ///< "Name", "Signature", "Date"
  std::string seal;
};

using Block = std::variant<Heading, Paragraph, Notice, FactList, KeyFigures, Table, MapPlate, ChartPlate, SignatureBlock>;

struct ReportDocument {
  std::string language;
  std::string office;
  std::string kind;         ///< "Boundary report"
  std::string name;         ///< of the division
  std::string subtitle;
  std::string title;        ///< of the file: "Boundary report: Angers"
  std::string footer;
  std::string page_words;   ///< "page {page} of {pages}"
  std::string program;
  std::string produced_at;  ///< "2026-11-23T15:00:00Z"
  std::vector<Block> blocks;
};

}  // namespace merestone
