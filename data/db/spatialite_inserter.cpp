// SPDX-License-Identifier: Apache-2.0
// Row by row, SpatiaLite's insert triggers cost 25 µs and need its functions. They are dropped for the time of
// the insert and made again from their own text, all in the act's transaction; type and reference system are
// ours to guarantee (data/store/geometry), and the spatial index is filled from the boxes in the geometries.
#include "data/db/insert_statement.hpp"
#include "data/db/packed_rtree.hpp"
#include "data/db/row_batch.hpp"
#include "data/db/spatialite.hpp"

#include <cstring>
#include <stdexcept>

namespace merestone {
namespace {

/// The box in the head of a SpatiaLite geometry: start, byte order, SRID, then four doubles.
IndexedBox box_in(std::int64_t row, std::span<const std::byte> geometry) {
  double corner[4];
  if (geometry.size() < 6 + sizeof corner) throw std::logic_error{"not a SpatiaLite geometry"};
  std::memcpy(corner, geometry.data() + 6, sizeof corner);
  return indexed_box(row, corner[0], corner[1], corner[2], corner[3]);
}

class SpatialiteInserter final : public Inserter {
 public:
  SpatialiteInserter(sqlite3* db, std::string_view sql) : db_{db} {
    const InsertStatement parts = parse_insert(sql);
    for (std::size_t i = 0; i < parts.columns.size(); ++i) {
      std::string index = "idx_" + parts.table + "_" + parts.columns[i];
      if (!exists(index)) continue;
      indexed_.push_back({i, std::move(index), {}});
      set_aside_triggers(parts.table, parts.columns[i]);
    }
    batch_.emplace(db, parts.table, parts.columns);
  }

  void add(std::span<const Value> row) override {
    batch_->add(row);
    for (Indexed& geometry : indexed_) {
      if (const auto* shape = std::get_if<std::span<const std::byte>>(&row[geometry.column])) {
        geometry.boxes.push_back(box_in(std::get<std::int64_t>(row.front()), *shape));
      }
    }
  }

  void finish() override {
    batch_->finish();
    batch_.reset();
    for (Indexed& geometry : indexed_) add_boxes(db_, geometry.index, std::move(geometry.boxes));
    for (const std::string& trigger : triggers_) SqliteStatement{db_, trigger}.step();
    indexed_.clear();
    triggers_.clear();
  }

 private:
  /// A geometry column with a spatial index.
  struct Indexed {
    std::size_t column;
    std::string index;
    std::vector<IndexedBox> boxes;
  };

  bool exists(const std::string& table) {
    SqliteStatement statement{db_, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1"};
    const Value name[] = {std::string_view{table}};
    statement.bind(name);
    return statement.step();
  }

  void set_aside_triggers(const std::string& table, const std::string& column) {
    for (const char* kind : {"ggi_", "gii_", "tmi_"}) {
      const std::string name = kind + table + "_" + column;
      SqliteStatement statement{db_, "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = $1"};
      const Value parameters[] = {std::string_view{name}};
      statement.bind(parameters);
      if (!statement.step()) continue;
      triggers_.emplace_back(SqliteRow{statement.get()}.text(0));
      statement.reset();
      SqliteStatement{db_, "DROP TRIGGER \"" + name + "\""}.step();
    }
  }

  sqlite3* db_;
  std::optional<RowBatch> batch_;
  std::vector<Indexed> indexed_;  ///< empty: no geometry, or finished
  std::vector<std::string> triggers_;
};

}  // namespace

std::unique_ptr<Inserter> make_spatialite_inserter(sqlite3* db, std::string_view sql) {
  return std::make_unique<SpatialiteInserter>(db, sql);
}

}  // namespace merestone
