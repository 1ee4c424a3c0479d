// SPDX-License-Identifier: Apache-2.0
#include "cli/report/compose.hpp"
#include "cli/report/report_files.hpp"

#include <algorithm>

namespace merestone {
namespace {

std::string line_of(const ReportRow& row) {
  std::string line;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Cell& cell = row.cells[i];
    line += (i == 0 ? "" : " | ") + cell.text;
    std::string detail = cell.detail;
    std::replace(detail.begin(), detail.end(), '\n', ' ');
    if (!detail.empty()) line += " (" + detail + ")";
  }
  while (!line.empty() && (line.back() == ' ' || line.back() == '|')) line.pop_back();
  return line + "\n";
}

struct TextWriter {
  std::string text{};
  int sections = 0;

  void operator()(const Heading& heading) { text += "\n" + std::to_string(++sections) + "  " + heading.text + "\n\n"; }
  void operator()(const Paragraph& paragraph) { text += paragraph.text + "\n"; }
  void operator()(const Notice& notice) { text += "! " + notice.title + " " + notice.text + "\n"; }
  void operator()(const FactList& list) {
    for (const Fact& fact : list.facts) text += fact.label + " | " + fact.value + "\n";
  }
  void operator()(const KeyFigures& key) {
    text += "\n";
    for (const KeyFigure& figure : key.figures) text += figure.value + " " + figure.label + "\n";
    text += "\n";
  }
  void operator()(const Table& table) {
    ReportRow head;
    for (const Column& column : table.columns) head.cells.push_back({column.title});
    text += line_of(head);
    for (const ReportRow& row : table.rows) text += line_of(row);
    if (table.total) text += line_of(*table.total);
  }
  void operator()(const MapPlate& plate) {
    text += "[" + plate.alternative + "]\n";
    for (const LegendEntry& entry : plate.sheet.legend) text += "  " + entry.text + "\n";
    text += plate.screen_caption + "\n";
  }
  void operator()(const ChartPlate& plate) {
    text += "[" + plate.alternative + "]\n";
    for (const ChartSeries& series : plate.chart.series) text += "  " + series.name + "\n";
    text += plate.caption + "\n";
  }
  void operator()(const SignatureBlock& block) {
    for (const std::string& role : block.roles) text += role + " ____________________\n";
    text += "[" + block.seal + "]\n";
  }
};

}  // namespace

std::string to_text(const BoundaryReport& report, std::string_view language) {
  return to_text(compose(report, Phrases{language}));
}

std::string to_text(const ReportDocument& document) {
  TextWriter writer;
  writer.text = document.office + "\n" + document.kind + "\n" + document.name + "\n" + document.subtitle + "\n\n";
  for (const Block& block : document.blocks) std::visit(writer, block);
  return writer.text + "\n" + document.footer + "\n";
}

}  // namespace merestone
