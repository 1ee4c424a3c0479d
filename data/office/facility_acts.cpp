// SPDX-License-Identifier: Apache-2.0
#include "data/office/burial_acts.hpp"

#include "data/office/act_record.hpp"
#include "data/office/burial_desk.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/facility_record_store.hpp"
#include "gis/burials/facility_check.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace merestone {
namespace {

using Versions = std::map<std::string, FacilityVersion, std::less<>>;

Versions versions_of(Connection& connection, Revision revision) {
  Versions all;
  for (FacilityVersion& v : read_facility_versions(connection, revision)) {
    if (!v.local_id.empty()) all.insert_or_assign(v.local_id, std::move(v));
  }
  return all;
}

class DeliveryCheck {
 public:
  DeliveryCheck(const Project& project, const std::vector<DeliveredFacility>& facilities, OnRecord known, const std::string& file)
      : project_{project}, facilities_{facilities}, known_{known}, file_{file},
        versions_{versions_of(project.connection(), last_revision(project.connection()))} {}

  std::vector<Finding> run() {
    const auto day = open_end - std::chrono::days{1};
    const GroundHolders ground{project_, {day}};
    const auto packs = project_.packs();
    std::vector<const BurialRules*> rules;
    for (const CountryPack& pack : packs) rules.push_back(&pack.burials);
    std::set<std::string> seen;
    for (const DeliveredFacility& one : facilities_) {
      const std::string& id = one.facility.local_id;
      if (!id.empty() && !seen.insert(id).second) tell("facility.twice", one, {{"id", id}});
      const bool known = versions_.contains(id);
      if (one.row == 0 && !known) tell("facility.not_on_record", one, {{"id", id}});
      if (one.row != 0 && known && known_ == OnRecord::refuse) tell("facility.known", one, {{"id", id}});
      for (const std::string& code : one.serves) {
        if (ground.divisions().find_code(code) == nullptr) tell("facility.unknown_division", one, {{"id", id}, {"code", code}});
      }
      figures(one);
      if (one.row == 0) continue;
      FacilityFile file{one.facility, one.record.value_or(FacilityRecord{}), {}, one.stock, one.stock, {}, one.prices};
      const auto codes = ground.codes(ground.at(one.facility.position));
      for (Finding& found : facility_findings(file, rules, codes.empty() ? std::string{} : codes.front(), one.facility.valid.from)) {
        if (found.severity == Severity::error) found.severity = Severity::warning;  // the office records what it finds
        found.subject.file = file_;
        found.subject.record = std::to_string(one.row);
        findings_.push_back(std::move(found));
      }
    }
    return std::move(findings_);
  }

 private:
  void tell(const char* rule, const DeliveredFacility& one, std::vector<std::pair<std::string, std::string>> facts) {
    findings_.push_back({.rule = rule, .subject = {file_, one.row == 0 ? one.facility.local_id : std::to_string(one.row), {}}, .facts = std::move(facts)});
  }
  void figures(const DeliveredFacility& one) {
    std::set<std::pair<std::string, Date>> counts;
    for (const FacilityStock& s : one.stock) {
      if (s.used + s.reserved > s.planned) {
        tell("facility.type_below_use", one, {{"name", one.facility.local_id}, {"type", s.type}, {"capacity", std::to_string(s.planned)},
                                              {"used", std::to_string(s.used + s.reserved)}});
        findings_.back().severity = Severity::warning;  // the office records what it finds
      }
      if (!counts.insert({s.type, s.counted}).second) tell("facility.counted_twice", one, {{"id", one.facility.local_id}, {"type", s.type}, {"day", to_string(s.counted)}});
    }
    std::set<int> years;
    for (const FacilityYear& y : one.years) {
      if (!years.insert(y.year).second) tell("facility.year_twice", one, {{"id", one.facility.local_id}, {"year", std::to_string(y.year)}});
    }
  }

  const Project& project_;
  const std::vector<DeliveredFacility>& facilities_;
  OnRecord known_;
  std::string file_;
  Versions versions_;
  std::vector<Finding> findings_;
};

/// Numbers of the facts on record that the new ones replace.
template <class Fact, class Same>
std::vector<std::int64_t> replaced_by(const std::vector<Fact>& held, const std::vector<Fact>& fresh, Same same) {
  std::vector<std::int64_t> numbers;
  for (const Fact& old : held) {
    if (std::any_of(fresh.begin(), fresh.end(), [&](const Fact& f) { return f.facility == old.facility && same(old, f); })) numbers.push_back(old.fact);
  }
  return numbers;
}

/// What `period` has outside of all `taken`.
std::vector<Period> outside_of(const Period& period, const std::vector<Period>& taken) {
  std::vector<Period> rest{period};
  for (const Period& gone : taken) {
    std::vector<Period> left;
    for (const Period& one : rest) {
      if (!one.overlaps(gone)) {
        left.push_back(one);
        continue;
      }
      if (one.from < gone.from) left.push_back({one.from, gone.from});
      if (gone.until < one.until) left.push_back({gone.until, one.until});
    }
    rest = std::move(left);
  }
  return rest;
}

/// The same of facts with periods: what held before and after the fresh ones goes on to hold there, as versions that are added.
template <class Fact, class Same>
std::vector<std::int64_t> room_for(const std::vector<Fact>& held, std::vector<Fact>& fresh, Same same) {
  std::vector<std::int64_t> numbers;
  std::vector<Fact> kept;
  for (const Fact& old : held) {
    std::vector<Period> taken;
    for (const Fact& f : fresh) {
      if (f.facility == old.facility && same(old, f) && f.valid.overlaps(old.valid)) taken.push_back(f.valid);
    }
    if (taken.empty()) continue;
    numbers.push_back(old.fact);
    for (const Period& rest : outside_of(old.valid, taken)) {
      kept.push_back(old);
      kept.back().valid = rest;
    }
  }
  fresh.insert(fresh.end(), kept.begin(), kept.end());
  return numbers;
}

}  // namespace

std::vector<Finding> delivery_findings(const Project& project, const std::vector<DeliveredFacility>& facilities, OnRecord known, const std::string& file) {
  return DeliveryCheck{project, facilities, known, file}.run();
}

Revision adopt_facility_files(Project& project, const ActInfo& info, const std::vector<DeliveredFacility>& delivered, OnRecord known) {
  Connection& connection = project.connection();
  Transaction transaction{connection};
  ActRecord act{connection, "facilities.adopt", info.author, info.reason};
  refuse_errors(delivery_findings(project, delivered, known, info.document.title), "the facilities are refused");
  if (info.progress) info.progress("recording", 0, delivered.size());
  const Versions versions = versions_of(connection, act.before());
  const DocumentId document = act.add(info.document);

  std::vector<Facility> facilities;
  std::vector<std::size_t> rows;
  std::vector<std::int64_t> replaced;
  std::vector<FacilityId> ids(delivered.size());
  for (std::size_t i = 0; i < delivered.size(); ++i) {
    const auto found = versions.find(delivered[i].facility.local_id);
    if (found != versions.end()) ids[i] = found->second.id;
    if (delivered[i].row == 0) continue;
    facilities.push_back(delivered[i].facility);
    facilities.back().id = ids[i];
    rows.push_back(i);
    if (found != versions.end()) replaced.push_back(found->second.fact);
  }
  act.writer().supersede("facility", std::move(replaced));
  add_facility_versions(act.writer(), facilities, document);
  for (std::size_t k = 0; k < rows.size(); ++k) ids[rows[k]] = facilities[k].id;

  const DivisionRegister divisions = project.divisions({open_end - std::chrono::days{1}, act.before()});
  std::vector<FacilityRecord> records;
  std::vector<FacilityService> services;
  std::vector<FacilityStock> stock;
  std::vector<FacilityYear> years;
  std::vector<FacilityPrice> prices;
  const auto take = [](auto& all, const auto& some, FacilityId id) {
    for (auto one : some) {
      one.facility = id;
      all.push_back(std::move(one));
    }
  };
  for (std::size_t i = 0; i < delivered.size(); ++i) {
    if (delivered[i].record) {
      records.push_back(*delivered[i].record);
      records.back().facility = ids[i];
    }
    for (const std::string& code : delivered[i].serves) {
      services.push_back({ids[i], divisions.find_code(code)->id, delivered[i].record ? delivered[i].record->valid : delivered[i].facility.valid});
    }
    take(stock, delivered[i].stock, ids[i]);
    take(years, delivered[i].years, ids[i]);
    take(prices, delivered[i].prices, ids[i]);
  }
  const Window all{act.before()};
  const auto whole = [](const auto&, const auto&) { return true; };
  act.writer().supersede("facility_record", room_for(read_facility_records(connection, all), records, whole));
  act.writer().supersede("facility_service", room_for(read_facility_services(connection, all), services, whole));
  act.writer().supersede("facility_stock", replaced_by(read_facility_stock(connection, act.before()), stock, [](const auto& a, const auto& b) {
    return a.counted == b.counted && a.type == b.type;
  }));
  act.writer().supersede("facility_year", replaced_by(read_facility_years(connection, act.before()), years, [](const auto& a, const auto& b) {
    return a.year == b.year;
  }));
  act.writer().supersede("facility_price", room_for(read_facility_prices(connection, all), prices, [](const auto& a, const auto& b) { return a.item == b.item; }));
  add_facility_records(act.writer(), records, document);
  add_facility_services(act.writer(), services, document);
  add_facility_stock(act.writer(), stock, document);
  add_facility_years(act.writer(), years, document);
  add_facility_prices(act.writer(), prices, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

}  // namespace merestone
