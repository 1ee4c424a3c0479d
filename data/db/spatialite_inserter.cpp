// SPDX-License-Identifier: Apache-2.0
// Row by row, SpatiaLite's insert triggers cost 25 µs and need its functions. They are dropped for the time of
// the insert and made again from their own text, all in the act's transaction; type and reference system are
// ours to guarantee (data/store/geometry), and the spatial index is filled from the boxes in the geometries.
#include "data/db/insert_statement.hpp"
#include "data/db/packed_rtree.hpp"
#include "data/db/row_batch.hpp"
#include "data/db/spatialite.hpp"

#include <algorithm>
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
    InsertStatement parts = parse_insert(sql);
    table_ = std::move(parts.table);
    SqliteStatement geometries{db_, "SELECT f_geometry_column FROM geometry_columns WHERE f_table_name = $1 AND spatial_index_enabled = 1"};
    const Value name[] = {std::string_view{table_}};
    geometries.bind(name);
    while (geometries.step()) {
      const std::string column{SqliteRow{geometries.get()}.text(0)};
      const auto at = std::find(parts.columns.begin(), parts.columns.end(), column);
      if (at != parts.columns.end()) indexed_.push_back({static_cast<std::size_t>(at - parts.columns.begin()), column, {}});
    }
    batch_.emplace(db, table_, parts.columns);
    for (const Indexed& geometry : indexed_) set_aside_triggers(geometry.column);
  }

  void add(std::span<const Value> row) override {
    batch_->add(row);
    for (Indexed& geometry : indexed_) {
      if (const auto* shape = std::get_if<std::span<const std::byte>>(&row[geometry.at])) {
        geometry.boxes.push_back(box_in(std::get<std::int64_t>(row.front()), *shape));
      }
    }
    if (batch_->is_full()) batch_->write();
  }

  void finish() override {
    batch_->write();
    batch_.reset();
    for (Indexed& geometry : indexed_) add_boxes(db_, "idx_" + table_ + "_" + geometry.column, std::move(geometry.boxes));
    for (const std::string& trigger : triggers_) SqliteStatement{db_, trigger}.step();
    indexed_.clear();
    triggers_.clear();
  }

 private:
  /// A geometry column with a spatial index.
  struct Indexed {
    std::size_t at;  ///< place in the row
    std::string column;
    std::vector<IndexedBox> boxes;
  };

  void set_aside_triggers(const std::string& column) {
    std::vector<std::string> names;
    for (const char* kind : {"ggi_", "gii_", "tmi_"}) names.push_back(kind + table_ + "_" + column);
    SqliteStatement statement{db_, "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name IN ($1, $2, $3)"};
    const Value parameters[] = {std::string_view{names[0]}, std::string_view{names[1]}, std::string_view{names[2]}};
    statement.bind(parameters);
    while (statement.step()) triggers_.emplace_back(SqliteRow{statement.get()}.text(0));
    statement.reset();
    for (const std::string& name : names) SqliteStatement{db_, "DROP TRIGGER IF EXISTS \"" + name + "\""}.step();
  }

  sqlite3* db_;
  std::string table_;
  std::optional<RowBatch> batch_;
  std::vector<Indexed> indexed_;  ///< empty: no geometry, or finished
  std::vector<std::string> triggers_;  ///< that were dropped
};

}  // namespace

std::unique_ptr<Inserter> make_spatialite_inserter(sqlite3* db, std::string_view sql) {
  return std::make_unique<SpatialiteInserter>(db, sql);
}

}  // namespace merestone
