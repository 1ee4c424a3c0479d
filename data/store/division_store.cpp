// SPDX-License-Identifier: Apache-2.0
#include "data/store/division_store.hpp"

namespace merestone {
namespace {

Kept<DivisionVersion> version_from(const Row& row) {
  return {row.integer(0),
          {DivisionId{row.integer(1)}, static_cast<Level>(row.integer(2)), std::string{row.text(3)}, period_of(row, 4),
           DocumentId{row.integer(6)}}};
}

Kept<DivisionCode> code_from(const Row& row) {
  return {row.integer(0),
          {DivisionId{row.integer(1)}, std::string{row.text(2)}, std::string{row.text(3)}, period_of(row, 4)}};
}

Kept<DivisionName> name_from(const Row& row) {
  return {row.integer(0),
          {DivisionId{row.integer(1)}, std::string{row.text(2)}, std::string{row.text(3)}, std::string{row.text(4)},
           period_of(row, 5)}};
}

Kept<Membership> membership_from(const Row& row) {
  return {row.integer(0),
          {DivisionId{row.integer(1)}, DivisionId{row.integer(2)},
           row.text(3) == "entrusted" ? MembershipKind::entrusted : MembershipKind::legal, period_of(row, 4)}};
}

KeptDivisionFacts read(Connection& connection, const std::string& suffix, std::span<const Value> parameters) {
  KeptDivisionFacts facts;
  const auto ask = [&](const char* what, const Visit& visit) {
    connection.query(statement(what + suffix, connection.engine()), parameters, visit);
  };
  ask("division_version", [&](const Row& row) { facts.versions.push_back(version_from(row)); });
  ask("division_code", [&](const Row& row) { facts.codes.push_back(code_from(row)); });
  ask("division_name", [&](const Row& row) { facts.names.push_back(name_from(row)); });
  ask("membership", [&](const Row& row) { facts.memberships.push_back(membership_from(row)); });
  return facts;
}

template <class Fact>
std::vector<Fact> without_numbers(std::vector<Kept<Fact>>& kept) {
  std::vector<Fact> facts;
  facts.reserve(kept.size());
  for (Kept<Fact>& k : kept) facts.push_back(std::move(k.fact));
  return facts;
}

}  // namespace

KeptDivisionFacts read_kept_facts(Connection& connection, const Window& window) {
  return read(connection, "_list", window.parameters());
}

KeptDivisionFacts read_kept_facts(Connection& connection, const Window& window, DivisionId division) {
  const auto shared = window.parameters();
  const Value parameters[] = {shared[0], shared[1], shared[2], division.value};
  return read(connection, "_of", parameters);
}

std::vector<Kept<Succession>> read_kept_successions(Connection& connection, Revision revision) {
  std::vector<Kept<Succession>> found;
  const Value parameters[] = {revision};
  connection.query(statement("succession_list", connection.engine()), parameters, [&](const Row& row) {
    found.push_back({row.integer(0), {DivisionId{row.integer(1)}, DivisionId{row.integer(2)}, parse_date(row.text(3)),
                                      std::string{row.text(4)}, DocumentId{row.integer(5)}}});
  });
  return found;
}

std::vector<Succession> read_successions(Connection& connection, Revision revision) {
  auto kept = read_kept_successions(connection, revision);
  return without_numbers(kept);
}

DivisionFacts plain(KeptDivisionFacts facts) {
  return {without_numbers(facts.versions), without_numbers(facts.codes), without_numbers(facts.names),
          without_numbers(facts.memberships), {}};
}

DivisionId add_divisions(FactWriter& writer, std::size_t count) {
  auto rows = writer.rows("division");
  DivisionId first;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t id = writer.next("division");
    if (i == 0) first = DivisionId{id};
    rows.add({id, writer.revision()});
  }
  rows.finish();
  return first;
}

void add_versions(FactWriter& writer, const std::vector<DivisionVersion>& versions) {
  auto rows = writer.rows("division_version");
  PeriodText valid;
  for (const DivisionVersion& v : versions) {
    valid.set(v.valid);
    rows.add({writer.next("division_version"), v.division.value, writer.revision(), valid.from, valid.until,
              std::int64_t{v.level}, v.kind, value_of(v.document)});
  }
  rows.finish();
}

void add_codes(FactWriter& writer, const std::vector<DivisionCode>& codes) {
  auto rows = writer.rows("division_code");
  PeriodText valid;
  for (const DivisionCode& c : codes) {
    valid.set(c.valid);
    rows.add({writer.next("division_code"), c.division.value, writer.revision(), valid.from, valid.until, c.system,
              c.code});
  }
  rows.finish();
}

void add_names(FactWriter& writer, const std::vector<DivisionName>& names) {
  auto rows = writer.rows("division_name");
  PeriodText valid;
  for (const DivisionName& n : names) {
    valid.set(n.valid);
    rows.add({writer.next("division_name"), n.division.value, writer.revision(), valid.from, valid.until, n.text,
              n.language, n.status});
  }
  rows.finish();
}

void add_memberships(FactWriter& writer, const std::vector<Membership>& memberships) {
  auto rows = writer.rows("membership");
  PeriodText valid;
  for (const Membership& m : memberships) {
    valid.set(m.valid);
    const std::string_view kind = m.kind == MembershipKind::entrusted ? "entrusted" : "legal";
    rows.add({writer.next("membership"), m.member.value, m.superior.value, writer.revision(), valid.from, valid.until,
              kind});
  }
  rows.finish();
}

void add_successions(FactWriter& writer, const std::vector<NewSuccession>& successions) {
  auto rows = writer.rows("succession");
  for (const auto& [s, to_code] : successions) {
    const std::string day = to_string(s.day);
    rows.add({writer.next("succession"), s.from.value, value_of(s.to), writer.revision(), day, s.reason, to_code,
              value_of(s.document)});
  }
  rows.finish();
}

}  // namespace merestone
