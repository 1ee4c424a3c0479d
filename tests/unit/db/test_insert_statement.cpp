// SPDX-License-Identifier: Apache-2.0
#include "data/db/insert_statement.hpp"
#include "data/store/statement.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace merestone;

TEST_CASE("a plain insert is taken apart") {
  const auto parts = parse_insert("-- why\nINSERT INTO place (fact, local_id,\n  type) -- more\nVALUES ($1, $2, $3);\n");
  CHECK(parts.table == "place");
  CHECK(parts.columns == std::vector<std::string>{"fact", "local_id", "type"});
}

TEST_CASE("anything else is our own mistake") {
  for (const char* sql : {"INSERT INTO t (a, b) VALUES ($2, $1);", "INSERT INTO t (a) VALUES ($1) RETURNING a;",
                          "INSERT INTO t (a) VALUES (1);", "INSERT INTO t (a) SELECT $1;", "UPDATE t SET a = $1;", "",
                          "INSERT INTO t (a, b) VALUES ($1);", "INSERT INTO t (a) VALUES ($1)"}) {
    INFO(sql);
    CHECK_THROWS_AS(parse_insert(sql), std::logic_error);
  }
}

TEST_CASE("every table of facts has its plain insert, for both engines, with recorded_in among the columns") {
  for (const std::string_view table : fact_tables) {
    for (const Engine engine : {Engine::spatialite, Engine::postgis}) {
      const auto parts = parse_insert(statement(std::string{table} + "_add", engine));
      CHECK(parts.table == table);
      CHECK(std::count(parts.columns.begin(), parts.columns.end(), "recorded_in") == 1);
    }
  }
}
