// SPDX-License-Identifier: Apache-2.0
#include "data/db/packed_rtree.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace merestone;

namespace {

std::int64_t ask(sqlite3* db, const std::string& sql) {
  SqliteStatement statement{db, sql};
  return statement.step() ? SqliteRow{statement.get()}.integer(0) : -1;
}

std::vector<IndexedBox> random_boxes(int count, std::int64_t first, unsigned seed) {
  std::mt19937 random{seed};
  const auto any = [&] { return static_cast<double>(random()) / 4294967296.0 * 300 - 150; };
  std::vector<IndexedBox> boxes;
  for (int i = 0; i < count; ++i) {
    const double x = any(), y = any() / 2;
    boxes.push_back(indexed_box(first + i, x, y, x + std::abs(any()) / 100, y + std::abs(any()) / 100));
  }
  return boxes;
}

}  // namespace

TEST_CASE("a packed tree answers as a grown one, and SQLite finds it sound") {
  sqlite3* raw = nullptr;
  sqlite3_open(":memory:", &raw);
  const SqliteHandle db{raw};
  const auto run = [&](const char* sql) { REQUIRE(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr) == SQLITE_OK); };
  run("CREATE VIRTUAL TABLE packed USING rtree(id, x0, x1, y0, y1); CREATE VIRTUAL TABLE grown USING rtree(id, x0, x1, y0, y1)");
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  std::int64_t next = 1;
  for (const int count : {1, 255, 256, 3, 7000, 20, 100, 40000}) {
    run("BEGIN");
    const auto boxes = random_boxes(count, next, static_cast<unsigned>(count));
    add_boxes(raw, "packed", boxes);
    for (const IndexedBox& b : boxes) {
      SqliteStatement add{raw, "INSERT INTO grown VALUES ($1, $2, $3, $4, $5)"};
      const Value values[] = {b.row, static_cast<double>(b.min_x), static_cast<double>(b.max_x),
                              static_cast<double>(b.min_y), static_cast<double>(b.max_y)};
      add.bind(values);
      add.step();
    }
    run("COMMIT");
    next += count;
    REQUIRE(ask(raw, "SELECT rtreecheck('packed') = 'ok'") == 1);
    CHECK(ask(raw, "SELECT count(*) FROM packed") == next - 1);
    for (int x = -140; x < 140; x += 40) {
      const std::string box = " WHERE x1 >= " + std::to_string(x) + " AND x0 <= " + std::to_string(x + 7) + " AND y1 >= -3 AND y0 <= 4";
      CHECK(ask(raw, "SELECT count(*) || '' = (SELECT count(*) FROM grown" + box + ") || '' AND COALESCE(sum(id), 0) = "
                     "(SELECT COALESCE(sum(id), 0) FROM grown" + box + ") FROM packed" + box) == 1);
    }
  }
  int defensive = 0;
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  CHECK(defensive == 1);
}

TEST_CASE("boxes are rounded outwards") {
  const double x = 0.1, y = -0.1;
  const IndexedBox box = indexed_box(1, x, y, x, y);
  CHECK(static_cast<double>(box.min_x) <= x);
  CHECK(static_cast<double>(box.max_x) >= x);
  CHECK(static_cast<double>(box.min_y) <= y);
  CHECK(static_cast<double>(box.max_y) >= y);
  CHECK(static_cast<double>(box.max_x) - static_cast<double>(box.min_x) < 1e-7);
}
