// SPDX-License-Identifier: Apache-2.0
#include "cli/report/pages.hpp"

#include "tiles/sheet/ink.hpp"

#include <algorithm>

namespace merestone {

namespace page_style {

TextStyle body() {
  TextStyle style;
  style.size = 9;
  style.line_height = 1.42;
  style.colour = ink::text;
  return style;
}

TextStyle small() {
  TextStyle style = body();
  style.size = 7.2;
  style.line_height = 1.38;
  style.colour = ink::quiet;
  return style;
}

TextStyle label() {
  TextStyle style = small();
  style.size = 7.4;
  return style;
}

TextStyle exact() {
  TextStyle style = body();
  style.family = TextStyle::Family::mono;
  style.size = 7.6;
  return style;
}

TextStyle heading() {
  TextStyle style = body();
  style.family = TextStyle::Family::serif;
  style.bold = true;
  style.size = 12.5;
  style.line_height = 1.3;
  return style;
}

TextStyle cell(bool strong, bool flagged) {
  TextStyle style = body();
  style.size = 7.8;
  style.line_height = 1.3;
  style.bold = strong;
  if (flagged) style.colour = ink::flag;
  return style;
}

TextStyle column() {
  TextStyle style = cell(true, false);
  style.size = 7.2;
  style.line_height = 1.25;
  return style;
}

}  // namespace page_style

void Flow::new_page() {
  pages_.pages.emplace_back();
  y_ = paper::top;
}

void Flow::need(double height) {
  if (room() < height && !at_top()) new_page();
}

void Flow::paragraph(const std::string& text, const TextStyle& style, double after) {
  SetText set = type_.set(text, style, paper::text_width);
  const double height = set.height();
  need(height);
  mark(TextMark{std::move(set), paper::left, y_});
  down(height + after);
}

void Flow::outline(const std::string& text, const std::string& anchor) {
  mark(AnchorMark{anchor, y_});
  pages_.outline.push_back({text, anchor});
}

namespace {

constexpr double after_paragraph = 7;
constexpr double notice_pad = 6;

class Layout {
 public:
  Layout(const ReportDocument& document, const Phrases& phrases)
      : document_{document}, phrases_{phrases}, type_{document.language}, flow_{pages_, type_} {}

  Pages run() {
    title();
    for (at_ = 0; at_ < document_.blocks.size(); ++at_) {
      std::visit([&](const auto& block) { place(block); }, document_.blocks[at_]);
    }
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) border(i);
    return std::move(pages_);
  }

 private:
  void title() {
    TextStyle office = page_style::body();
    office.size = 9.5;
    office.bold = true;
    office.spacing = 0.4;
    flow_.paragraph(document_.office, office, 5);
    flow_.mark(RuleMark{paper::left, flow_.y(), paper::right, flow_.y(), 1.4, ink::text});
    flow_.down(11);
    TextStyle kind = page_style::body();
    kind.size = 10.5;
    kind.colour = ink::quiet;
    flow_.paragraph(document_.kind, kind, 0);
    TextStyle name = page_style::heading();
    name.size = 25;
    name.line_height = 1.22;
    flow_.paragraph(document_.name, name, 0);
    TextStyle subtitle = page_style::body();
    subtitle.size = 10.5;
    flow_.paragraph(document_.subtitle, subtitle, 10);
  }

  double height_of(const Paragraph& paragraph) const {
    const TextStyle style = paragraph.small ? page_style::small() : page_style::body();
    return type_.set(paragraph.text, style, paper::text_width).height() + after_paragraph;
  }

  double height_of(const Notice& notice) const {
    return type_.set(words_of(notice), page_style::cell(false, false), paper::text_width - 2 * notice_pad - 4).height() +
           2 * notice_pad + after_paragraph;
  }

  std::string words_of(const Notice& notice) const { return notice.title + phrases_.text("colon") + notice.text; }

  /// What must stand on the same page as a heading: the next thing, or enough of it, with all words before it.
  double least_after(std::size_t index) const {
    double height = 0;
    for (; index < document_.blocks.size(); ++index) {
      const Block& block = document_.blocks[index];
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        height += height_of(*paragraph);
      } else if (const auto* notice = std::get_if<Notice>(&block)) {
        return height + height_of(*notice);
      } else if (const auto* table = std::get_if<Table>(&block)) {
        return height + least_height(type_, *table);
      } else if (std::holds_alternative<Heading>(block)) {
        return height;
      } else if (std::holds_alternative<MapPlate>(block)) {
        return height + least_map + under_map(index);
      } else if (const auto* plate = std::get_if<ChartPlate>(&block)) {
        return height + plate->chart.height + caption_height(plate->caption);
      } else {
        return height + (std::holds_alternative<SignatureBlock>(block) ? signature_height : 60);
      }
    }
    return height;
  }

  void place(const Heading& heading) {
    SetText text = type_.set(std::to_string(++sections_) + "  " + heading.text, page_style::heading(), paper::text_width);
    const double height = text.height();
    flow_.need(8 + height + 5 + least_after(at_ + 1));
    if (!flow_.at_top()) flow_.down(8);
    flow_.outline(std::to_string(sections_) + "  " + heading.text, heading.anchor);
    flow_.mark(TextMark{std::move(text), paper::left, flow_.y()});
    flow_.down(height + 5);
  }

  void place(const Paragraph& paragraph) {
    flow_.paragraph(paragraph.text, paragraph.small ? page_style::small() : page_style::body(), after_paragraph);
  }

  void place(const Notice& notice) {
    const double height = height_of(notice) - after_paragraph;
    flow_.need(height);
    flow_.mark(BoxMark{{paper::left, flow_.y(), paper::text_width, height}, {0.988, 0.953, 0.949}});
    flow_.mark(BoxMark{{paper::left, flow_.y(), 2.2, height}, ink::flag});
    flow_.mark(TextMark{type_.set(words_of(notice), page_style::cell(false, false), paper::text_width - 2 * notice_pad - 4),
                        paper::left + notice_pad + 4, flow_.y() + notice_pad});
    flow_.down(height + after_paragraph);
  }

  void place(const FactList& list) {
    const double half = paper::text_width / list.columns;
    const double label_width = 108;
    int column = 0;
    double row_height = 0;
    flow_.mark(RuleMark{paper::left, flow_.y(), paper::right, flow_.y(), 0.4, ink::rule});
    flow_.down(2.5);
    const auto end_row = [&] {
      flow_.down(row_height + 2.5);
      flow_.mark(RuleMark{paper::left, flow_.y(), paper::right, flow_.y(), 0.4, ink::rule});
      flow_.down(2.5);
      column = 0;
      row_height = 0;
    };
    for (const Fact& fact : list.facts) {
      if (fact.wide && column > 0) end_row();
      const double x = paper::left + half * column;
      const double width = (fact.wide ? paper::text_width : half - 12) - label_width;
      SetText label = type_.set(fact.label, page_style::label(), label_width - 8);
      SetText value = type_.set(fact.value, fact.exact ? page_style::exact() : page_style::body(), width);
      row_height = std::max({row_height, label.height(), value.height()});
      const double label_y = flow_.y() + value.baseline() - label.baseline();
      flow_.mark(TextMark{std::move(label), x, label_y});
      flow_.mark(TextMark{std::move(value), x + label_width, flow_.y()});
      if (++column == list.columns || fact.wide) end_row();
    }
    if (column > 0) end_row();
    flow_.down(6);
  }

  void place(const KeyFigures& key) {
    const auto count = static_cast<double>(std::max<std::size_t>(1, key.figures.size()));
    const double width = (paper::text_width - 10 * (count - 1)) / count;
    TextStyle big = page_style::heading();
    big.size = 15;
    for (const KeyFigure& figure : key.figures) {  // one size for all, at which the longest keeps to its line
      while (big.size > 9 && type_.set(figure.value, big).width() > width) big.size -= 0.25;
    }
    double lowest = 0;
    double x = paper::left;
    for (const KeyFigure& figure : key.figures) {
      SetText value = type_.set(figure.value, big, width);
      SetText label = type_.set(figure.label, page_style::label(), width);
      const double below = value.height();
      lowest = std::max(lowest, below + label.height());
      flow_.mark(TextMark{std::move(value), x, flow_.y(), figure.anchor});
      flow_.mark(TextMark{std::move(label), x, flow_.y() + below});
      x += width + 10;
    }
    flow_.down(lowest + 10);
  }

  double caption_height(const std::string& caption) const {
    return type_.set(caption, page_style::small(), paper::text_width).height() + 11;
  }

  /// Of the caption of the map at `index` and the notices that belong to it: they stand below it on the same page.
  double under_map(std::size_t index) const {
    double height = caption_height(std::get<MapPlate>(document_.blocks[index]).caption);
    while (++index < document_.blocks.size()) {
      const auto* notice = std::get_if<Notice>(&document_.blocks[index]);
      if (!notice) break;
      height += height_of(*notice);
    }
    return height;
  }

  void place(const MapPlate& plate) {
    const double below = under_map(at_);
    if (flow_.room() < least_map + below) flow_.new_page();
    Sheet sheet = plate.sheet;
    sheet.width = paper::text_width;
    sheet.height = std::min(flow_.room() - below, 560.0);
    std::string words = plate.caption;
    if (const auto at = words.find("{scale}"); at != std::string::npos) words.replace(at, 7, phrases_.number(scale_of(sheet)));
    const double height = sheet.height;
    flow_.mark(PlateMark{std::move(sheet), paper::left, flow_.y()});
    flow_.down(height + 5);
    flow_.paragraph(words, page_style::small(), 6);
  }

  void place(const ChartPlate& plate) {
    Chart chart = plate.chart;
    chart.width = paper::text_width;
    if (flow_.room() < chart.height + caption_height(plate.caption)) flow_.new_page();
    const double height = chart.height;
    flow_.mark(ChartMark{std::move(chart), paper::left, flow_.y()});
    flow_.down(height + 5);
    flow_.paragraph(plate.caption, page_style::small(), 6);
  }

  void place(const Table& table) { lay_out(flow_, table); }

  void place(const SignatureBlock& block) {
    flow_.need(signature_height);
    const auto count = static_cast<double>(block.roles.size());
    constexpr double seal = 96;
    const double width = (paper::text_width - seal - 16 * count) / count;
    double x = paper::left;
    const double top = flow_.y() + 4;
    for (const std::string& role : block.roles) {
      double y = top;
      SetText head = type_.set(role, page_style::cell(true, false), width);
      flow_.mark(TextMark{std::move(head), x, y});
      y += 16;
      for (const std::string& line : block.lines) {
        y += 27;
        flow_.mark(RuleMark{x, y, x + width, y, 0.5, ink::quiet});
        flow_.mark(TextMark{type_.set(line, page_style::small(), width), x, y + 1.5});
      }
      x += width + 16;
    }
    flow_.mark(BoxMark{{paper::right - seal, top, seal, seal}, ink::rule, false});
    SetText word = type_.set(block.seal, page_style::small(), seal, Align::centre);
    const double word_y = top + seal / 2 - word.height() / 2;
    flow_.mark(TextMark{std::move(word), paper::right - seal, word_y});
    flow_.down(signature_height);
  }

  /// What every page says of itself.
  void border(std::size_t page) {
    std::vector<Mark>& marks = pages_.pages[page];
    TextStyle style = page_style::small();
    style.size = 6.8;
    if (page > 0) {
      marks.push_back(TextMark{type_.set(document_.office, style), paper::left, paper::top - 25});
      marks.push_back(TextMark{type_.set(document_.title, style, paper::text_width, Align::right), paper::left, paper::top - 25});
      marks.push_back(RuleMark{paper::left, paper::top - 13, paper::right, paper::top - 13, 0.4, ink::rule});
    }
    std::string count = document_.page_words;
    const auto fill = [&](const char* name, std::size_t n) {
      if (const auto at = count.find(name); at != std::string::npos) count.replace(at, std::string{name}.size(), std::to_string(n));
    };
    fill("{pages}", pages_.pages.size());
    fill("{page}", page + 1);
    const double y = paper::bottom + 14;
    marks.push_back(RuleMark{paper::left, y, paper::right, y, 0.4, ink::rule});
    marks.push_back(TextMark{type_.set(document_.footer, style, paper::text_width - 70), paper::left, y + 4});
    marks.push_back(TextMark{type_.set(count, style, paper::text_width, Align::right), paper::left, y + 4});
  }

  static constexpr double signature_height = 118;
  static constexpr double least_map = 320;

  const ReportDocument& document_;
  const Phrases& phrases_;
  TypeCase type_;
  Pages pages_;
  Flow flow_;
  std::size_t at_ = 0;
  int sections_ = 0;
};

}  // namespace

Pages lay_out(const ReportDocument& document, const Phrases& phrases) { return Layout{document, phrases}.run(); }

}  // namespace merestone
