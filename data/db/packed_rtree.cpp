// SPDX-License-Identifier: Apache-2.0
#include "data/db/packed_rtree.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace merestone {
namespace {

constexpr std::size_t bytes_per_cell = 24;
constexpr std::size_t few = 256;  ///< so many are cheaper one by one

/// Distance along the Hilbert curve of order 16.
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y) noexcept {
  std::uint32_t distance = 0;
  for (std::uint32_t s = 1U << 15; s > 0; s >>= 1) {
    const std::uint32_t right = (x & s) ? 1U : 0U;
    const std::uint32_t upper = (y & s) ? 1U : 0U;
    distance += s * s * ((3 * right) ^ upper);
    if (!upper) {
      if (right) {
        x = 0xFFFF - x;
        y = 0xFFFF - y;
      }
      std::swap(x, y);
    }
  }
  return distance;
}

void add(IndexedBox& to, const IndexedBox& box) noexcept {
  to.min_x = std::min(to.min_x, box.min_x);
  to.max_x = std::max(to.max_x, box.max_x);
  to.min_y = std::min(to.min_y, box.min_y);
  to.max_y = std::max(to.max_y, box.max_y);
}

IndexedBox whole(std::span<const IndexedBox> boxes) noexcept {
  IndexedBox all = boxes.front();
  for (const IndexedBox& box : boxes) add(all, box);
  return all;
}

void sort_along_curve(std::vector<IndexedBox>& boxes) {
  const IndexedBox all = whole(boxes);
  const auto cell = [](float low, float high, float min, float max) {
    const double span = static_cast<double>(max) - static_cast<double>(min);
    const double middle = (static_cast<double>(low) + static_cast<double>(high)) / 2 - static_cast<double>(min);
    return span > 0 ? static_cast<std::uint32_t>(middle / span * 65535.0) : 0U;
  };
  std::vector<std::pair<std::uint32_t, IndexedBox>> keyed;
  keyed.reserve(boxes.size());
  for (const IndexedBox& b : boxes) {
    keyed.emplace_back(hilbert(cell(b.min_x, b.max_x, all.min_x, all.max_x), cell(b.min_y, b.max_y, all.min_y, all.max_y)), b);
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.row < b.second.row;
  });
  std::transform(keyed.begin(), keyed.end(), boxes.begin(), [](const auto& k) { return k.second; });
}

/// One node as SQLite stores it: depth (of the root only), number of cells, cells; big-endian, padded with zeros.
class Node {
 public:
  explicit Node(std::size_t size) : bytes_(size) {}
  std::span<const std::byte> fill(std::size_t depth, std::span<const IndexedBox> cells) {
    std::fill(bytes_.begin(), bytes_.end(), std::byte{0});
    at_ = 0;
    put(static_cast<std::uint16_t>(depth));
    put(static_cast<std::uint16_t>(cells.size()));
    for (const IndexedBox& cell : cells) {
      put(static_cast<std::uint64_t>(cell.row));
      for (const float f : {cell.min_x, cell.max_x, cell.min_y, cell.max_y}) put(std::bit_cast<std::uint32_t>(f));
    }
    return bytes_;
  }

 private:
  template <class T>
  void put(T value) {
    for (std::size_t i = sizeof value; i-- > 0;) bytes_[at_++] = static_cast<std::byte>(value >> (8 * i) & 0xff);
  }
  std::vector<std::byte> bytes_;
  std::size_t at_ = 0;
};

void execute(SqliteStatement& statement, std::initializer_list<Value> values) {
  statement.bind({values.begin(), values.size()});
  statement.step();
  statement.reset();
}

void execute(sqlite3* db, const std::string& sql) { SqliteStatement{db, sql}.step(); }

std::int64_t number(sqlite3* db, const std::string& sql) {
  SqliteStatement statement{db, sql};
  return statement.step() ? SqliteRow{statement.get()}.integer(0) : 0;
}

/// Shadow tables may be written to only outside defensive mode.
class OpenShadowTables {
 public:
  explicit OpenShadowTables(sqlite3* db) : db_{db} {
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, -1, &before_);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  }
  ~OpenShadowTables() { sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, before_, nullptr); }
  OpenShadowTables(const OpenShadowTables&) = delete;
  OpenShadowTables& operator=(const OpenShadowTables&) = delete;

 private:
  sqlite3* db_;
  int before_ = 0;
};

void rebuild(sqlite3* db, const std::string& index, std::vector<IndexedBox> boxes, std::size_t node_size) {
  const OpenShadowTables open{db};
  for (const char* part : {"_node", "_rowid", "_parent"}) execute(db, "DELETE FROM \"" + index + part + "\"");
  SqliteStatement add_node{db, "INSERT INTO \"" + index + "_node\" (nodeno, data) VALUES ($1, $2)"};
  SqliteStatement add_parent{db, "INSERT INTO \"" + index + "_parent\" (nodeno, parentnode) VALUES ($1, $2)"};
  sort_along_curve(boxes);

  const std::size_t per_node = (node_size - 4) / bytes_per_cell;
  const std::size_t filling = std::max<std::size_t>(2, per_node * 9 / 10);  // leaves room for the next rows
  Node node{node_size};
  std::int64_t next_node = 2;
  std::vector<std::pair<std::int64_t, std::int64_t>> leaf_of;
  for (std::size_t depth = 0;; ++depth) {
    const bool is_root = boxes.size() <= per_node;
    std::vector<IndexedBox> upper;
    for (std::size_t i = 0; i < boxes.size();) {
      const std::span cells{boxes.data() + i, is_root ? boxes.size() : std::min(filling, boxes.size() - i)};
      const std::int64_t this_node = is_root ? 1 : next_node++;
      execute(add_node, {this_node, node.fill(is_root ? depth : 0, cells)});
      for (const IndexedBox& cell : cells) {
        if (depth == 0) leaf_of.emplace_back(cell.row, this_node);
        else execute(add_parent, {cell.row, this_node});
      }
      upper.push_back(whole(cells));
      upper.back().row = this_node;
      i += cells.size();
    }
    if (is_root) break;
    boxes = std::move(upper);
  }
  std::sort(leaf_of.begin(), leaf_of.end());
  SqliteStatement add_row{db, "INSERT INTO \"" + index + "_rowid\" (rowid, nodeno) VALUES ($1, $2)"};
  for (const auto& [row, leaf] : leaf_of) execute(add_row, {row, leaf});
}

}  // namespace

IndexedBox indexed_box(std::int64_t row, double min_x, double min_y, double max_x, double max_y) noexcept {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const auto down = [](double d) {
    const auto f = static_cast<float>(d);
    return static_cast<double>(f) > d ? std::nextafter(f, -infinity) : f;
  };
  const auto up = [](double d) {
    const auto f = static_cast<float>(d);
    return static_cast<double>(f) < d ? std::nextafter(f, infinity) : f;
  };
  return {row, down(min_x), up(max_x), down(min_y), up(max_y)};
}

void add_boxes(sqlite3* db, const std::string& index, std::vector<IndexedBox> boxes) {
  if (boxes.empty()) return;
  const auto held = static_cast<std::size_t>(number(db, "SELECT count(*) FROM \"" + index + "_rowid\""));
  const auto node_size =
      static_cast<std::size_t>(number(db, "SELECT length(data) FROM \"" + index + "_node\" WHERE nodeno = 1"));
  if (boxes.size() < few || boxes.size() < held / 4 || node_size < 4 + 2 * bytes_per_cell) {
    SqliteStatement add{db, "INSERT INTO \"" + index + "\" VALUES ($1, $2, $3, $4, $5)"};
    for (const IndexedBox& b : boxes) {
      execute(add, {b.row, static_cast<double>(b.min_x), static_cast<double>(b.max_x), static_cast<double>(b.min_y),
                    static_cast<double>(b.max_y)});
    }
    return;
  }
  boxes.reserve(boxes.size() + held);
  SqliteStatement all{db, "SELECT * FROM \"" + index + "\""};
  while (all.step()) {
    const SqliteRow row{all.get()};
    boxes.push_back({row.integer(0), static_cast<float>(row.real(1)), static_cast<float>(row.real(2)),
                     static_cast<float>(row.real(3)), static_cast<float>(row.real(4))});
  }
  all.reset();
  rebuild(db, index, std::move(boxes), node_size);
}

}  // namespace merestone
