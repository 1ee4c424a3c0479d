// SPDX-License-Identifier: Apache-2.0
#include "data/store/audit_store.hpp"

#include "data/db/digest.hpp"
#include "data/db/insert_statement.hpp"
#include "data/store/statement.hpp"

#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using nlohmann::json;

json digests_as_json(std::map<std::string, TableDigest, std::less<>> digests) {
  json tables = json::object();
  for (auto& [table, digest] : digests) {
    if (digest.rows() == 0 && digest.superseded() == 0) continue;
    const auto rows = digest.rows();
    const auto superseded = digest.superseded();
    const auto [row_digest, superseded_digest] = digest.finish();
    json& told = tables[table];
    if (rows) told["added"] = {{"rows", rows}, {"blake2b", row_digest}};
    if (superseded) told["superseded"] = {{"rows", superseded}, {"blake2b", superseded_digest}};
  }
  return tables;
}

/// The digests of one table as its rows stand now, for every revision.
std::map<Revision, TableDigest> digests_now(Connection& connection, std::string_view table) {
  const InsertStatement add = parse_insert(statement(std::string{table} + "_add", connection.engine()));
  std::string columns;
  int recorded_in = 0;
  for (std::size_t i = 0; i < add.columns.size(); ++i) {
    columns += add.columns[i] + ", ";
    if (add.columns[i] == "recorded_in") recorded_in = static_cast<int>(i);
  }
  const int superseded_in = static_cast<int>(add.columns.size());
  const std::string sql = "SELECT " + columns + "superseded_in FROM " + add.table + " ORDER BY " + add.columns.front();
  std::map<Revision, TableDigest> digests;
  std::vector<Value> values(add.columns.size());
  connection.query(sql, {}, [&](const Row& row) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = row.value(static_cast<int>(i));
    digests[row.integer(recorded_in)].add_row(connection.engine(), values);
    if (!row.is_null(superseded_in)) digests[row.integer(superseded_in)].add_superseded(row.integer(0));
  });
  return digests;
}

Finding finding(const char* rule, Revision revision, std::vector<std::pair<std::string, std::string>> facts = {}) {
  Finding found;
  found.rule = rule;
  found.subject.record = std::to_string(revision);
  found.facts = std::move(facts);
  found.facts.insert(found.facts.begin(), {"revision", std::to_string(revision)});
  return found;
}

void verify_chain(const std::vector<AuditEntry>& entries, std::vector<Finding>& findings) {
  std::string previous = before_the_first;
  Revision expected = 1;
  for (const AuditEntry& entry : entries) {
    for (; expected < entry.revision; ++expected) findings.push_back(finding("audit.missing_revision", expected));
    ++expected;
    if (entry.hash.empty()) {
      findings.push_back(finding("audit.missing_revision", entry.revision));
    } else if (entry.previous != previous || entry.hash != sha256(canonical_text(entry))) {
      findings.push_back(finding("audit.broken_chain", entry.revision));
    }
    previous = entry.hash;
  }
}

/// Of each act, by table, what its audit entry says it wrote. An entry that is not ours says nothing.
json written_by(const AuditEntry& entry) {
  const json facts = json::parse(entry.facts, nullptr, false);
  const auto written = facts.is_object() ? facts.find("written") : facts.end();
  return facts.is_object() && written != facts.end() ? *written : json::object();
}

}  // namespace

std::string canonical_text(const AuditEntry& entry) {
  std::string text = "merestone audit entry 1\n";
  const auto line = [&](std::string_view name, std::string_view value) {
    text.append(name).append(" ").append(std::to_string(value.size())).append(":").append(value).append("\n");
  };
  line("revision", std::to_string(entry.revision));
  line("act", entry.act);
  line("author", entry.author);
  line("reason", entry.reason);
  line("recorded_at", entry.recorded_at);
  line("facts", entry.facts);
  line("previous", entry.previous);
  return text;
}

Revision last_revision(Connection& connection) {
  Revision last = 0;
  connection.query(statement("revision_head", connection.engine()), {}, [&](const Row& row) { last = row.integer(0); });
  return last;
}

std::vector<AuditEntry> read_audit(Connection& connection) {
  std::vector<AuditEntry> entries;
  connection.query(statement("audit_list", connection.engine()), {}, [&](const Row& row) {
    const auto text = [&](int column) { return std::string{row.text(column)}; };
    entries.push_back({row.integer(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7)});
  });
  return entries;
}

void add_revision(Connection& connection, const AuditEntry& entry) {
  const Value row[] = {entry.revision, std::string_view{entry.act}, std::string_view{entry.author},
                       std::string_view{entry.reason}, std::string_view{entry.recorded_at}};
  connection.execute(statement("revision_add", connection.engine()), row);
}

void add_audit_entry(AuditEntry entry, FactWriter& writer,
                     const std::vector<std::pair<std::string, std::string>>& told) {
  Connection& connection = writer.connection();
  json facts = json::object();
  for (const auto& [name, value] : told) facts[name] = value;
  facts["written"] = digests_as_json(writer.take_digests());
  entry.facts = facts.dump();
  entry.previous = before_the_first;
  connection.query(statement("audit_head", connection.engine()), {},
                   [&](const Row& row) { entry.previous = row.text(1); });
  entry.hash = sha256(canonical_text(entry));
  const Value row[] = {entry.revision, std::string_view{entry.facts}, std::string_view{entry.previous},
                       std::string_view{entry.hash}};
  connection.execute(statement("audit_entry_add", connection.engine()), row);
}

std::vector<Finding> verify_audit(Connection& connection) {
  const std::vector<AuditEntry> entries = read_audit(connection);
  std::vector<Finding> findings;
  verify_chain(entries, findings);
  std::map<Revision, json> written;
  for (const AuditEntry& entry : entries) written.emplace(entry.revision, written_by(entry));
  for (const std::string_view table : fact_tables) {
    const std::string name{table};
    std::map<Revision, json> now;
    for (auto& [revision, digest] : digests_now(connection, table)) {
      std::map<std::string, TableDigest, std::less<>> one;
      one.emplace(name, std::move(digest));
      now[revision] = digests_as_json(std::move(one))[name];
    }
    for (const auto& [revision, tables] : written) {
      if (tables.is_object() && tables.contains(name)) now.try_emplace(revision, json{});
    }
    for (const auto& [revision, stands] : now) {
      const auto told = written.find(revision);
      const bool known = told != written.end() && told->second.is_object() && told->second.contains(name);
      if (!known || told->second[name] != stands) {
        findings.push_back(finding("audit.changed_rows", revision, {{"table", name}}));
      }
    }
  }
  return findings;
}

}  // namespace merestone
