// SPDX-License-Identifier: Apache-2.0
/// A report on paper: marks on pages, laid out before any is drawn, so that each page can say of how many.
#pragma once

#include "cli/report/document.hpp"
#include "cli/report/phrases.hpp"
#include "tiles/sheet/frame.hpp"
#include "tiles/sheet/text.hpp"

#include <string>
#include <variant>
#include <vector>

namespace merestone {

/// ISO A4 with a left margin wide enough to be filed.
namespace paper {
inline constexpr double width = 595.276;
inline constexpr double height = 841.89;
inline constexpr double left = 56.69;
inline constexpr double right = width - 56.69;
inline constexpr double top = 62;
inline constexpr double bottom = height - 60;
inline constexpr double text_width = right - left;
}  // namespace paper

struct TextMark {
  SetText text;
  double x = 0, y = 0;
  std::string link{};  ///< anchor it leads to
};
struct RuleMark {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double width = 0.4;
  Colour colour{};
};
struct BoxMark {
  PaperBox box;
  Colour colour{};
  bool filled = true;
};
struct PlateMark {
  Sheet sheet;
  double x = 0, y = 0;
};
struct ChartMark {
  Chart chart;
  double x = 0, y = 0;
};
struct AnchorMark {
  std::string name;
  double y = 0;
};
using Mark = std::variant<TextMark, RuleMark, BoxMark, PlateMark, ChartMark, AnchorMark>;

struct OutlineEntry {
  std::string text;
  std::string anchor;
};

struct Pages {
  std::vector<std::vector<Mark>> pages;
  std::vector<OutlineEntry> outline;
};

/// Where the next thing goes.
class Flow {
 public:
  Flow(Pages& pages, const TypeCase& type) : pages_{pages}, type_{type} { new_page(); }

  const TypeCase& type() const { return type_; }
  double y() const { return y_; }
  double room() const { return paper::bottom - y_; }
  bool at_top() const { return y_ <= paper::top; }
  void down(double distance) { y_ += distance; }
  void new_page();
  /// A new page where `height` does not fit on this one.
  void need(double height);
  void mark(Mark mark) { pages_.pages.back().push_back(std::move(mark)); }
  /// Sets text here and goes below it.
  void paragraph(const std::string& text, const TextStyle& style, double after = 0);
  void outline(const std::string& text, const std::string& anchor);

 private:
  Pages& pages_;
  const TypeCase& type_;
  double y_ = paper::top;
};

namespace page_style {
TextStyle body();
TextStyle small();
TextStyle label();    ///< of a fact
TextStyle exact();    ///< figures of one width
TextStyle heading();
TextStyle cell(bool strong, bool flagged);
TextStyle column();   ///< head of a table
}  // namespace page_style

Pages lay_out(const ReportDocument& document, const Phrases& phrases);

/// Keeps at least two rows together on either side of a break, repeats the head, never splits a row.
void lay_out(Flow& flow, const Table& table);
/// Of the head and the first rows: what a heading above must have room for.
double least_height(const TypeCase& type, const Table& table);

}  // namespace merestone
