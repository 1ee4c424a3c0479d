// SPDX-License-Identifier: Apache-2.0
#include "data/store/attempt_store.hpp"

#include "data/db/digest.hpp"
#include "data/store/statement.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

/// Well-formed UTF-8 without zero bytes, whatever it was: an attempt may be refused for just that.
std::string kept(const std::string& text) {
  using nlohmann::json;
  std::string clean = json::parse(json(text).dump(-1, ' ', false, json::error_handler_t::replace)).get<std::string>();
  std::replace(clean.begin(), clean.end(), '\0', ' ');
  return clean;
}

}  // namespace

std::string canonical_text(const Attempt& attempt) {
  std::string text = "merestone attempt 1\n";
  const auto line = [&](std::string_view name, std::string_view value) {
    text.append(name).append(" ").append(std::to_string(value.size())).append(":").append(value).append("\n");
  };
  line("id", std::to_string(attempt.id));
  line("attempted_at", attempt.attempted_at);
  line("act", attempt.act);
  line("author", attempt.author);
  line("reason", attempt.reason);
  line("revision", std::to_string(attempt.revision));
  line("findings", attempt.findings);
  line("previous", attempt.previous);
  return text;
}

std::string findings_json(const std::vector<Finding>& findings) {
  using nlohmann::json;
  constexpr std::string_view severities[] = {"note", "warning", "error"};
  json list = json::array();
  for (const Finding& finding : findings) {
    json one{{"rule", finding.rule}, {"severity", severities[static_cast<int>(finding.severity)]}};
    if (!finding.subject.file.empty()) one["file"] = finding.subject.file;
    if (!finding.subject.record.empty()) one["record"] = finding.subject.record;
    if (!finding.subject.field.empty()) one["field"] = finding.subject.field;
    if (finding.place) one["place"] = {finding.place->lon, finding.place->lat};
    for (const auto& [name, value] : finding.facts) one["facts"][name] = value;
    list.push_back(std::move(one));
  }
  return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<Attempt> read_attempts(Connection& connection) {
  std::vector<Attempt> attempts;
  connection.query(statement("attempt_list", connection.engine()), {}, [&](const Row& row) {
    const auto text = [&](int column) { return std::string{row.text(column)}; };
    attempts.push_back({row.integer(0), text(1), text(2), text(3), text(4), row.integer(5), text(6), text(7), text(8)});
  });
  return attempts;
}

void add_attempt(Connection& connection, Attempt attempt) {
  attempt.id = 1;
  attempt.previous = before_the_first;
  for (const Attempt& before : read_attempts(connection)) {
    attempt.id = before.id + 1;
    attempt.previous = before.hash;
  }
  for (std::string* text : {&attempt.act, &attempt.author, &attempt.reason, &attempt.findings}) *text = kept(*text);
  attempt.hash = sha256(canonical_text(attempt));
  const Value row[] = {attempt.id,
                       std::string_view{attempt.attempted_at},
                       std::string_view{attempt.act},
                       std::string_view{attempt.author},
                       std::string_view{attempt.reason},
                       attempt.revision,
                       std::string_view{attempt.findings},
                       std::string_view{attempt.previous},
                       std::string_view{attempt.hash}};
  connection.execute(statement("attempt_add", connection.engine()), row);
}

std::vector<Finding> verify_attempts(Connection& connection) {
  std::vector<Finding> findings;
  std::string previous = before_the_first;
  std::int64_t expected = 1;
  for (const Attempt& attempt : read_attempts(connection)) {
    if (attempt.id != expected || attempt.previous != previous || attempt.hash != sha256(canonical_text(attempt))) {
      Finding found;
      found.rule = "audit.broken_attempts";
      found.subject.record = std::to_string(attempt.id);
      found.facts = {{"attempt", std::to_string(attempt.id)}};
      findings.push_back(std::move(found));
    }
    expected = attempt.id + 1;
    previous = attempt.hash;
  }
  return findings;
}

}  // namespace merestone
