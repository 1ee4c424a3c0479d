// SPDX-License-Identifier: Apache-2.0
#include "data/store/application_store.hpp"

#include "data/store/attempt_store.hpp"
#include "data/store/optional_values.hpp"
#include "data/store/statement.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <unordered_map>

namespace merestone {
namespace {

constexpr std::string_view severities[] = {"note", "warning", "error"};

Finding finding_from(const Row& row) {
  Finding found;
  found.rule = row.text(3);
  for (std::size_t i = 0; i < std::size(severities); ++i) {
    if (severities[i] == row.text(4)) found.severity = static_cast<Severity>(i);
  }
  const auto facts = nlohmann::json::parse(row.text(5), nullptr, false);
  if (facts.is_object()) {
    for (const auto& [name, value] : facts.items()) {
      if (value.is_string()) found.facts.emplace_back(name, value.get<std::string>());
    }
  }
  return found;
}

std::string facts_json(const Finding& finding) {
  nlohmann::ordered_json facts = nlohmann::ordered_json::object();
  for (const auto& [name, value] : finding.facts) facts[name] = value;
  return facts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<NameApplication> read(Connection& connection, Revision revision, std::int64_t first, std::int64_t last) {
  const std::array<Value, 3> which{revision, first, last};
  const Engine engine = connection.engine();
  std::vector<NameApplication> all;
  std::unordered_map<std::int64_t, std::size_t> at;
  connection.query(statement("name_application_list", engine), which, [&](const Row& row) {
    const auto text = [&](int column) { return std::string{row.text(column)}; };
    NameApplication a;
    a.fact = row.integer(0);
    a.id = {row.integer(1)};
    a.place = {row.integer(2)};
    a.name = {row.integer(3)};
    a.division = {row.integer(4)};
    a.document = {row.integer(5)};
    a.number = text(6);
    a.act = name_act(row.text(7)).value_or(NameAct::name);
    std::string* const texts[] = {&a.kind, &a.pack, &a.text, &a.language, &a.script, &a.specific, &a.generic, &a.reading, &a.spelling,
                                  &a.scheme, &a.class_code, &a.location, &a.built_up_area, &a.reasons, &a.origin, &a.meaning, &a.applicant};
    for (int i = 0; i < static_cast<int>(std::size(texts)); ++i) *texts[i] = text(8 + i);
    a.applied = parse_date(row.text(25));
    a.position = position_at(row, 26, engine);
    at.emplace(a.id.value, all.size());
    all.push_back(std::move(a));
  });
  const auto each = [&](const char* name, auto take) {
    connection.query(statement(name, engine), which, [&](const Row& row) {
      const auto found = at.find(row.integer(1));
      if (found != at.end()) take(all[found->second], row);
    });
  };
  each("application_size_list", [](NameApplication& a, const Row& row) {
    a.size_fact = row.integer(0);
    a.size = {real_at(row, 2), real_at(row, 3), real_at(row, 4), row.is_null(5) ? std::nullopt : std::optional{static_cast<int>(row.integer(5))}};
  });
  each("application_step_list", [](NameApplication& a, const Row& row) {
    a.steps.push_back({row.integer(0), std::string{row.text(3)}, parse_date(row.text(4)),
                       {std::string{row.text(5)}, std::string{row.text(6)}, static_cast<int>(row.integer(7))}, {row.integer(2)}, std::string{row.text(8)}});
  });
  each("application_document_list", [](NameApplication& a, const Row& row) {
    a.documents.push_back({row.integer(0), std::string{row.text(3)}, {row.integer(2)}});
  });
  each("application_finding_list", [](NameApplication& a, const Row& row) {
    a.findings.push_back({row.integer(0), std::string{row.text(2)}, finding_from(row), std::string{row.text(6)}});
  });
  each("application_revision_list", [](NameApplication& a, const Row& row) { a.revision = row.integer(0); });
  return all;
}

void add_parts(FactWriter& writer, NameApplication& a) {
  if (a.size_fact == 0 && !a.size.empty()) {
    a.size_fact = writer.next("application_size");
    auto sizes = writer.rows("application_size");
    sizes.add({a.size_fact, a.id.value, writer.revision(), value_of(a.size.area_m2), value_of(a.size.length_m), value_of(a.size.floor_area_m2), value_of(a.size.storeys)});
    sizes.finish();
  }
  auto steps = writer.rows("application_step");
  for (ApplicationStep& s : a.steps) {
    if (s.fact != 0) continue;
    s.fact = writer.next("application_step");
    const std::string day = to_string(s.day);
    steps.add({s.fact, a.id.value, value_of(s.document), writer.revision(), s.state, day, s.body.name, s.body.kind, std::int64_t{s.body.level}, s.note});
  }
  steps.finish();
  auto documents = writer.rows("application_document");
  for (ApplicationDocument& d : a.documents) {
    if (d.fact != 0) continue;
    d.fact = writer.next("application_document");
    documents.add({d.fact, a.id.value, d.document.value, writer.revision(), d.role});
  }
  documents.finish();
  auto findings = writer.rows("application_finding");
  for (ApplicationFinding& f : a.findings) {
    if (f.fact != 0) continue;
    f.fact = writer.next("application_finding");
    const std::string facts = facts_json(f.finding);
    findings.add({f.fact, a.id.value, writer.revision(), f.stage, f.finding.rule, severities[static_cast<std::size_t>(f.finding.severity)], facts, f.reason});
  }
  findings.finish();
}

}  // namespace

std::vector<NameApplication> read_applications(Connection& connection, Revision revision) {
  return read(connection, revision, 1, 2'147'483'647);
}

std::optional<NameApplication> read_application(Connection& connection, Revision revision, const std::string& number) {
  std::int64_t id = 0;
  const Value parameters[] = {revision, std::string_view{number}};
  connection.query(statement("application_with_number", connection.engine()), parameters, [&](const Row& row) { id = row.integer(0); });
  if (id == 0) return std::nullopt;
  auto found = read(connection, revision, id, id);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

void keep_application(FactWriter& writer, NameApplication& a) {
  if (a.fact != 0) writer.supersede("name_application", {a.fact});
  a.fact = writer.next("name_application");
  if (a.id.value == 0) a.id = {a.fact};
  const std::string applied = to_string(a.applied);
  const PositionValue position{writer.engine(), a.position};
  auto rows = writer.rows("name_application");
  rows.add({a.fact, a.id.value, value_of(a.place), value_of(a.name), value_of(a.division), value_of(a.document), writer.revision(), a.number,
            to_text(a.act), a.kind, a.pack, a.text, a.language, a.script, a.specific, a.generic, a.reading, a.spelling, a.scheme, a.class_code,
            a.location, a.built_up_area, a.reasons, a.origin, a.meaning, a.applicant, applied, position.value()});
  rows.finish();
  add_parts(writer, a);
}

}  // namespace merestone
