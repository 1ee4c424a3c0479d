// SPDX-License-Identifier: Apache-2.0
/// The narrow waist between our SQL and a database engine. SQL is written once, with parameters $1, $2 …,
/// in the part of the language that both engines share; geometry crosses as the engine's own bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace merestone {

enum class Engine { spatialite, postgis };

/// A parameter or a column. Texts and bytes are borrowed: the lender keeps them until the call returns.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, std::span<const std::byte>>;

/// One result row; valid only inside the visit it is handed to.
class Row {
 public:
  virtual ~Row() = default;
  virtual int size() const = 0;
  virtual Value value(int column) const = 0;
  bool is_null(int column) const { return std::holds_alternative<std::monostate>(value(column)); }
  virtual std::int64_t integer(int column) const = 0;  ///< 0 for null
  virtual double real(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  virtual std::span<const std::byte> bytes(int column) const = 0;
};
using Visit = std::function<void(const Row&)>;

/// Takes the rows of one bulk insert. Nothing counts as written before `finish` has returned.
class Inserter {
 public:
  virtual ~Inserter() = default;
  virtual void add(std::span<const Value> row) = 0;
  virtual void finish() = 0;
};

/// A session with one database. Not thread-safe: one per thread.
/// Engine failures become Error with a finding: store.disk_full, store.locked, store.io, store.damaged,
/// store.read_only, store.connection (unavailable); store.constraint, store.changed_meanwhile (conflict).
class Connection {
 public:
  virtual ~Connection() = default;
  virtual Engine engine() const noexcept = 0;

  /// Runs a script of any number of statements without parameters. A statement that answers 0 is refused,
  /// because that is how SpatiaLite's functions report failure.
  virtual void run(std::string_view script) = 0;

  /// Runs one statement and visits its rows in order. The prepared statement is kept for the next call.
  virtual void query(std::string_view sql, std::span<const Value> parameters, const Visit& visit) = 0;

  /// Runs one statement for each row of parameters. Returns how many rows of the database changed.
  virtual std::int64_t execute_many(std::string_view sql, std::span<const std::span<const Value>> rows) = 0;

  /// Writes many rows the fastest way the engine has, spatial index included. `sql` must read
  /// "INSERT INTO table (column, …) VALUES ($1, …)" with the parameters in order and the table's integer key as the
  /// first column. A transaction must be open, and
  /// the connection does nothing else until `finish`. An inserter that is dropped unfinished spoils the transaction.
  virtual std::unique_ptr<Inserter> insert_many(std::string_view sql) = 0;

  /// Takes the right to write, or fails with store.locked after five seconds.
  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;

  /// From now on every transaction ends rolled back: acts are judged whole, and nothing of them stays.
  void only_try() noexcept { trying_ = true; }
  bool only_tries() const noexcept { return trying_; }

  std::int64_t execute(std::string_view sql, std::span<const Value> parameters) {
    return execute_many(sql, {&parameters, 1});
  }

 private:
  bool trying_ = false;
};

/// Rolls back unless committed, and on a connection that only tries in any case.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_{connection} { connection_.begin(); }
  ~Transaction() {
    if (open_) connection_.roll_back();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    if (connection_.only_tries()) connection_.roll_back();
    else connection_.commit();
    open_ = false;
  }

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace merestone
