// SPDX-License-Identifier: Apache-2.0
/// The one way facts get into the database. It numbers them, refuses what is not text, sees to it that what they
/// refer to is on record, and takes a digest of all that it writes, so that the audit entry seals not only that an
/// act happened but what it wrote.
#pragma once

#include "data/db/connection.hpp"
#include "data/db/digest.hpp"
#include "gis/base/as_of.hpp"

#include <map>
#include <vector>

namespace merestone {

/// Digests of one table's part in one act.
///
/// `digest` runs over the rows in the order of their numbers: their values without superseded_in, each as N (null),
/// I<decimal>; R<shortest decimal>; T<bytes>:<UTF-8> or G<bytes>:<WKB>, and a line feed after each row;
/// `superseded_digest` over the superseded numbers in ascending order, I<decimal>; each.
class TableDigest {
 public:
  void add_row(Engine engine, std::span<const Value> row);
  void add_superseded(std::int64_t number);
  std::int64_t rows() const noexcept { return rows_; }
  std::int64_t superseded() const noexcept { return superseded_; }
  /// Hexadecimal digests of rows and of superseded numbers; empty where there are none. Ends the digest.
  std::pair<std::string, std::string> finish();

 private:
  RunningDigest row_digest_;
  RunningDigest superseded_digest_;
  std::string buffer_;
  std::int64_t rows_ = 0;
  std::int64_t superseded_ = 0;
};

/// @throws Error invalid store.bad_text unless `text` is UTF-8 without zero bytes.
void require_text(std::string_view text);

class FactWriter {
 public:
  /// In an open transaction, after the revision has been recorded.
  FactWriter(Connection& connection, Revision revision);

  Connection& connection() const noexcept { return connection_; }
  Engine engine() const noexcept { return connection_.engine(); }
  Revision revision() const noexcept { return revision_; }
  /// A number that nothing in `table` has had yet.
  std::int64_t next(std::string_view table) { return ++last_.find(table)->second; }
  /// The number given out last.
  std::int64_t last(std::string_view table) const { return last_.find(table)->second; }

  /// Rows of one table; only one list is open at a time. The first value of a row is its number, from `next`.
  class Rows {
   public:
    Rows(FactWriter& writer, std::string_view table);
    void add(std::initializer_list<Value> row);
    void finish();

   private:
    /// A column that refers to another table, and the last number in that.
    struct Reference {
      std::size_t column;
      const std::int64_t* last;
    };
    Engine engine_;
    TableDigest& digest_;
    std::vector<Reference> references_;
    std::unique_ptr<Inserter> inserter_;
  };
  Rows rows(std::string_view table) { return {*this, table}; }

  /// Marks facts as superseded by this act. @throws Error conflict store.changed_meanwhile when one already was.
  void supersede(std::string_view table, std::vector<std::int64_t> numbers);

  /// What the act wrote, by table. Ends the writing.
  std::map<std::string, TableDigest, std::less<>> take_digests();

 private:
  Connection& connection_;
  Revision revision_;
  std::map<std::string, std::int64_t, std::less<>> last_;
  std::map<std::string, TableDigest, std::less<>> digests_;
  std::map<std::string, std::vector<std::int64_t>, std::less<>> superseded_;
};

/// An id as a value: null for no id.
template <class Id>
Value value_of(Id id) {
  if (id.value == 0) return std::monostate{};
  return id.value;
}

/// The two days of a period as text. Rows in a row mostly share their period, so the text is kept.
class PeriodText {
 public:
  void set(const Period& period) {
    if (period == period_ && !from.empty()) return;
    period_ = period;
    from = to_string(period.from);
    until = to_string(period.until);
  }
  std::string from;
  std::string until;

 private:
  Period period_{};
};

}  // namespace merestone
