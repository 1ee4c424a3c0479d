// SPDX-License-Identifier: Apache-2.0
#include "cli/report/pages.hpp"
#include "tiles/sheet/ink.hpp"

#include <algorithm>
#include <optional>

namespace merestone {
namespace {

constexpr double column_gap = 9;     // between columns
constexpr double between_flows = 22;  // between columns of rows
constexpr double pad = 2.1;          // above and below the text of a row
constexpr double bar_height = 6.5;

struct SetCell {
  SetText text;
  std::optional<SetText> detail;
};

struct SetRow {
  const ReportRow* row = nullptr;
  std::vector<SetCell> cells;
  double height = 0;
};

/// The columns of a table at a width of its own.
struct Grid {
  std::vector<double> x, width;

  Grid(const Table& table, double whole) {
    double weights = 0;
    for (const Column& column : table.columns) weights += column.weight;
    const double room = whole - column_gap * static_cast<double>(table.columns.size() - 1);
    double at = 0;
    for (const Column& column : table.columns) {
      x.push_back(at);
      width.push_back(room * column.weight / weights);
      at += width.back() + column_gap;
    }
  }
};

class TableSetter {
 public:
  TableSetter(const TypeCase& type, const Table& table)
      : type_{type}, table_{table}, flows_{static_cast<std::size_t>(std::max(1, table.columns_of_rows))},
        whole_{(paper::text_width - between_flows * static_cast<double>(flows_ - 1)) / static_cast<double>(flows_)},
        grid_{table, whole_} {
    for (const Column& column : table.columns) {
      head_row_.cells.push_back({column.title});
    }
    head_ = set(head_row_, true);
  }

  SetRow set(const ReportRow& row, bool head = false) const {
    SetRow result{&row, {}, 0};
    for (std::size_t i = 0; i < table_.columns.size() && i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      const TextStyle style = head ? page_style::column() : page_style::cell(row.strong, cell.flagged);
      SetCell set{type_.set(cell.text, style, grid_.width[i], table_.columns[i].align), {}};
      double height = cell.text.empty() ? 0 : set.text.height();
      if (!cell.detail.empty()) {
        set.detail = type_.set(cell.detail, page_style::small(), grid_.width[i], table_.columns[i].align);
        height += set.detail->height();
      }
      result.height = std::max(result.height, height);
      result.cells.push_back(std::move(set));
    }
    result.height += 2 * pad;
    return result;
  }

  std::vector<SetRow> set_all(std::size_t most = static_cast<std::size_t>(-1)) const {
    std::vector<SetRow> rows;
    for (const ReportRow& row : table_.rows) {
      if (rows.size() < most) rows.push_back(set(row));
    }
    if (table_.total && rows.size() < most) rows.push_back(set(*table_.total));
    return rows;
  }

  double head_height() const { return head_.height + 1.5; }
  std::size_t flows() const { return flows_; }

  /// One past the last row that fits below a head into `height`.
  std::size_t fitting(const std::vector<SetRow>& rows, std::size_t from, double height) const {
    double used = head_height();
    while (from < rows.size() && used + rows[from].height <= height) used += rows[from++].height;
    return from;
  }

  double draw(Flow& flow, std::size_t column_of_rows, std::vector<SetRow>& rows, std::size_t from, std::size_t end) {
    const double x = paper::left + (whole_ + between_flows) * static_cast<double>(column_of_rows);
    double y = flow.y();
    rule(flow, x, y, 0.8, ink::text);
    SetRow head = set(head_row_, true);
    // Heads of one line stand at the foot of a head of several.
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
      SetText& text = head.cells[i].text;
      const double at = y + head_.height - pad - text.height();
      flow.mark(TextMark{std::move(text), x + grid_.x[i], at});
    }
    y += head_.height;
    rule(flow, x, y, 0.4, ink::text);
    y += head_height() - head_.height;
    for (std::size_t r = from; r < end; ++r) {
      const bool total = table_.total && rows[r].row == &*table_.total;
      if (total) {
        rule(flow, x, y, 0.6, ink::text);
      } else if (r > from) {
        rule(flow, x, y, 0.25, {0.85, 0.86, 0.88});
      }
      draw_row(flow, rows[r], x, y);
      y += rows[r].height;
    }
    rule(flow, x, y, 0.6, ink::text);
    return y;
  }

 private:
  void rule(Flow& flow, double x, double y, double width, const Colour& colour) const {
    flow.mark(RuleMark{x, y, x + whole_, y, width, colour});
  }

  void draw_row(Flow& flow, SetRow& row, double x, double y) const {
    if (!row.row->anchor.empty()) flow.mark(AnchorMark{row.row->anchor, y});
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      SetCell& cell = row.cells[i];
      const double height = cell.text.height();
      if (!row.row->cells[i].text.empty()) {
        flow.mark(TextMark{std::move(cell.text), x + grid_.x[i], y + pad, row.row->cells[i].link});
      }
      if (cell.detail) flow.mark(TextMark{std::move(*cell.detail), x + grid_.x[i], y + pad + height});
    }
    if (!row.row->bar) return;
    const double left = x + grid_.x.back();
    const double width = grid_.width.back();
    const double top = y + (row.height - bar_height) / 2;
    flow.mark(BoxMark{{left, top, width, bar_height}, {0.945, 0.949, 0.953}});
    const double share = std::clamp(row.row->bar->share, 0.0, 1.0);
    if (share > 0) flow.mark(BoxMark{{left, top, std::max(0.6, width * share), bar_height}, row.row->bar->colour});
  }

  const TypeCase& type_;
  const Table& table_;
  std::size_t flows_;
  double whole_;
  Grid grid_;
  ReportRow head_row_;
  SetRow head_;
};

/// Rows from `from` in `flows` columns of equal height: the ends of each, and whether all found room.
struct Split {
  std::vector<std::size_t> ends;
  bool all = false;
};

Split split(const TableSetter& setter, const std::vector<SetRow>& rows, std::size_t from, double height) {
  Split result;
  for (std::size_t i = 0; i < setter.flows(); ++i) {
    from = setter.fitting(rows, from, height);
    result.ends.push_back(from);
  }
  result.all = from == rows.size();
  return result;
}

/// The lowest height at which the rows left find room, so that the columns end side by side.
Split balanced(const TableSetter& setter, const std::vector<SetRow>& rows, std::size_t from, double room) {
  double sum = 0;
  for (std::size_t i = from; i < rows.size(); ++i) sum += rows[i].height;
  for (double height = setter.head_height() + sum / static_cast<double>(setter.flows()); height < room; height += 2) {
    Split found = split(setter, rows, from, height);
    if (found.all) return found;
  }
  return split(setter, rows, from, room);
}

}  // namespace

void lay_out(Flow& flow, const Table& table) {
  TableSetter setter{flow.type(), table};
  std::vector<SetRow> rows = setter.set_all();
  for (std::size_t from = 0; from < rows.size();) {
    Split part = balanced(setter, rows, from, flow.room() - 1);
    std::size_t& end = part.ends.back();
    // A row higher than a page is let out at the foot rather than never set.
    if (end == from && flow.at_top()) end = from + 1;
    if (!part.all) {
      if (part.ends.front() - from < std::min<std::size_t>(2, rows.size() - from) && !flow.at_top()) {
        flow.new_page();
        continue;
      }
      if (rows.size() - end == 1 && end - from > 2) --end;
    }
    double lowest = flow.y();
    std::size_t begin = from;
    for (std::size_t i = 0; i < part.ends.size(); ++i) {
      if (part.ends[i] > begin) lowest = std::max(lowest, setter.draw(flow, i, rows, begin, part.ends[i]));
      begin = std::max(begin, part.ends[i]);
    }
    from = begin;
    flow.down(lowest - flow.y());
    if (from < rows.size()) flow.new_page();
  }
  flow.down(12);
}

double least_height(const TypeCase& type, const Table& table) {
  // A table that takes less than a quarter of a page is not worth breaking.
  constexpr std::size_t short_table = 14;
  constexpr double short_height = 185;
  const TableSetter setter{type, table};
  double height = setter.head_height(), first = height;
  std::size_t seen = 0;
  for (const SetRow& row : setter.set_all(short_table + 1)) {
    height += row.height;
    if (++seen <= 3) first = height;
  }
  return (seen <= short_table && height <= short_height ? height : first) + 2;
}

}  // namespace merestone
