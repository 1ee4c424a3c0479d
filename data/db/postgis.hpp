// SPDX-License-Identifier: Apache-2.0
/// One project in one PostGIS database, in the schema "merestone". Acts are serialisable transactions that wait for
/// each other; after `become_clerk` the server itself refuses to delete or to rewrite.
#pragma once

#include "data/db/postgres.hpp"

#include <unordered_map>

namespace merestone {

class PostgisConnection final : public Connection {
 public:
  enum class Mode { read, write };
  /// @throws Error missing store.no_project when there is no such database.
  PostgisConnection(const std::string& conninfo, Mode mode);

  Engine engine() const noexcept override { return Engine::postgis; }
  void run(std::string_view script) override;
  void query(std::string_view sql, std::span<const Value> parameters, const Visit& visit) override;
  std::int64_t execute_many(std::string_view sql, std::span<const std::span<const Value>> rows) override;
  std::unique_ptr<Inserter> insert_many(std::string_view sql) override;
  void begin() override;
  void commit() override;
  void roll_back() noexcept override;

  /// Gives up the owner's rights where the role of the schema is there and the user belongs to it.
  void become_clerk();

 private:
  const char* prepared(std::string_view sql);
  std::int64_t send_pipeline(const char* name, std::span<const std::span<const Value>> rows);
  void release() noexcept;

  PostgresHandle db_;
  std::unordered_map<std::string, std::string> prepared_;
};

}  // namespace merestone
