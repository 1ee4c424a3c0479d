// SPDX-License-Identifier: Apache-2.0
#include "cli/report/compose.hpp"
#include "cli/report/report_files.hpp"
#include "gis/base/embedded.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace merestone {
namespace embedded {
extern const std::span<const File> report_style;
}

namespace {

/// For text and for attributes. Control characters, which no HTML may hold, are dropped.
std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') result += c;
    }
  }
  return result;
}

/// A string of a style sheet. Breaking out of it must be impossible whatever a name holds.
std::string css_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || static_cast<unsigned char>(c) < 0x20) {
      constexpr char digits[] = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      result += std::string{"\\0000"} + digits[byte >> 4] + digits[byte & 15];
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string hex(const Colour& colour) {
  std::string result = "#";
  for (const double part : {colour.red, colour.green, colour.blue}) {
    constexpr char digits[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
    result += digits[byte >> 4];
    result += digits[byte & 15];
  }
  return result;
}

std::string align_class(Align align) {
  return align == Align::right ? " class=\"right\"" : align == Align::centre ? " class=\"centre\"" : "";
}

class HtmlWriter {
 public:
  void operator()(const Heading& heading) {
    html += "<h2 id=\"" + escaped(heading.anchor) + "\">" + std::to_string(++sections_) + "&ensp;" + escaped(heading.text) + "</h2>\n";
  }
  void operator()(const Paragraph& paragraph) {
    html += std::string{paragraph.small ? "<p class=\"small\">" : "<p>"} + escaped(paragraph.text) + "</p>\n";
  }
  void operator()(const Notice& notice) {
    html += "<p class=\"notice\" role=\"note\"><strong>" + escaped(notice.title) + "</strong> " + escaped(notice.text) + "</p>\n";
  }
  void operator()(const FactList& list) {
    html += "<dl>\n";
    for (const Fact& fact : list.facts) {
      html += std::string{fact.wide ? "<div class=\"wide\">" : "<div>"} + "<dt>" + escaped(fact.label) + "</dt><dd" +
              (fact.exact ? " class=\"exact\"" : "") + ">" + escaped(fact.value) + "</dd></div>\n";
    }
    html += "</dl>\n";
  }
  void operator()(const KeyFigures& key) {
    html += "<ul class=\"figures\">\n";
    for (const KeyFigure& figure : key.figures) {
      html += "<li><a href=\"#" + escaped(figure.anchor) + "\"><strong>" + escaped(figure.value) + "</strong><span>" +
              escaped(figure.label) + "</span></a></li>\n";
    }
    html += "</ul>\n";
  }
  void operator()(const Table& table) {
    double weights = 0;
    for (const Column& column : table.columns) weights += column.weight;
    html += "<div class=\"scroll\"><table>\n<colgroup>";
    for (const Column& column : table.columns) html += "<col style=\"width:" + fixed(column.weight / weights * 100, 1) + "%\">";
    html += "</colgroup>\n<thead><tr>";
    for (const Column& column : table.columns) {
      html += "<th scope=\"col\"" + align_class(column.align) + ">" + escaped(column.title) + "</th>";
    }
    html += "</tr></thead>\n<tbody>\n";
    for (const ReportRow& row : table.rows) add(row, table, row.strong ? "strong" : "");
    if (table.total) add(*table.total, table, "total");
    html += "</tbody>\n</table></div>\n";
  }
  void operator()(const MapPlate& plate) {
    html += "<figure>\n" + inline_svg(to_svg(plate.sheet), plate.alternative) + "<figcaption>" + escaped(plate.screen_caption) + "</figcaption>\n</figure>\n";
  }
  void operator()(const ChartPlate& plate) {
    html += "<figure>\n" + inline_svg(to_svg(plate.chart), plate.alternative) + "<figcaption>" + escaped(plate.caption) + "</figcaption>\n</figure>\n";
  }
  void operator()(const SignatureBlock& block) {
    html += "<div class=\"signatures\">\n";
    for (const std::string& role : block.roles) {
      html += "<div><h3>" + escaped(role) + "</h3>";
      for (const std::string& line : block.lines) html += "<p>" + escaped(line) + "</p>";
      html += "</div>\n";
    }
    html += "<div class=\"seal\">" + escaped(block.seal) + "</div>\n</div>\n";
  }

  std::string html;

 private:
  void add(const ReportRow& row, const Table& table, const std::string& kind) {
    html += "<tr" + (kind.empty() ? "" : " class=\"" + kind + "\"") +
            (row.anchor.empty() ? "" : " id=\"" + escaped(row.anchor) + "\"") + ">";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      if (row.bar && i + 1 == row.cells.size()) {
        html += "<td class=\"bar\"><div><div style=\"width:" + fixed(std::clamp(row.bar->share, 0.0, 1.0) * 100, 2) +
                "%;background:" + hex(row.bar->colour) + "\"></div></div></td>";
        continue;
      }
      std::string text = escaped(cell.text);
      if (!cell.link.empty()) text = "<a href=\"#" + escaped(cell.link) + "\">" + text + "</a>";
      if (cell.flagged && !text.empty()) text = "<span class=\"flag\">" + text + "</span>";
      if (!cell.detail.empty()) text += "<span class=\"detail\">" + escaped(cell.detail) + "</span>";
      html += "<td" + align_class(table.columns[i].align) + ">" + text + "</td>";
    }
    html += "</tr>\n";
  }

  /// Without the prologue that only a file of its own may have, and as wide as the page.
  static std::string inline_svg(const std::string& svg, const std::string& alternative) {
    const std::size_t open = svg.find("<svg ");
    const std::size_t box = svg.find("viewBox=", open);
    return "<svg role=\"img\" aria-label=\"" + escaped(alternative) +
           "\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + svg.substr(box);
  }

  int sections_ = 0;
};

/// "page {page} of {pages}" for the foot of printed pages.
std::string page_counter(const std::string& words) {
  std::string css;
  std::string plain;
  const auto end_plain = [&] {
    if (!plain.empty()) css += (css.empty() ? "" : " ") + css_string(plain);
    plain.clear();
  };
  for (std::size_t i = 0; i < words.size();) {
    const bool page = words.compare(i, 6, "{page}") == 0;
    const bool pages = words.compare(i, 7, "{pages}") == 0;
    if (!page && !pages) {
      plain += words[i++];
      continue;
    }
    end_plain();
    css += std::string{css.empty() ? "" : " "} + (page ? "counter(page)" : "counter(pages)");
    i += page ? 6 : 7;
  }
  end_plain();
  return css;
}

}  // namespace

std::string to_html(const BoundaryReport& report, std::string_view language) {
  return to_html(compose(report, Phrases{language}));
}

std::string to_html(const ReportDocument& document) {
  HtmlWriter writer;
  writer.html = "<!DOCTYPE html>\n<html lang=\"" + escaped(document.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                "<meta name=\"author\" content=\"" + escaped(document.office) + "\">\n" +
                "<meta name=\"generator\" content=\"" + escaped(document.program) + "\">\n" +
                "<title>" + escaped(document.title) + "</title>\n<style>\n" +
                std::string{embedded::report_style.front().text} + "@page { size: A4; margin: 20mm 20mm 21mm; " +
                "@bottom-left { content: " + css_string(document.footer) + "; font-size: 7pt; color: #6b737d; white-space: nowrap; } " +
                "@bottom-right { content: " + page_counter(document.page_words) + "; font-size: 7pt; color: #6b737d; } }\n" +
                "</style>\n</head>\n<body>\n<header>\n<p class=\"office\">" + escaped(document.office) + "</p>\n" +
                "<p class=\"kind\">" + escaped(document.kind) + "</p>\n<h1>" + escaped(document.name) + "</h1>\n" +
                "<p class=\"subtitle\">" + escaped(document.subtitle) + "</p>\n</header>\n<main>\n";
  for (const Block& block : document.blocks) std::visit(writer, block);
  writer.html += "</main>\n<footer>" + escaped(document.footer) + "</footer>\n</body>\n</html>\n";
  return writer.html;
}

}  // namespace merestone
