// SPDX-License-Identifier: Apache-2.0
#include "data/office/monument_acts.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/monument_store.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace merestone {
namespace {

/// How far one may stand beside the line before somebody has to look again.
constexpr double far_off_m = 500;

std::string number_of(const LineDesk& desk, MonumentId id) {
  const auto at = std::find_if(desk.monuments_ever.begin(), desk.monuments_ever.end(), [&](const Monument& m) { return m.id == id; });
  return at == desk.monuments_ever.end() ? std::to_string(id.value) : at->number;
}

/// Numbers of the form, serials along the line, and places on it: of the new ones of one line among those there.
class LineCheck {
 public:
  LineCheck(const Project& project, const LineDesk& desk, const BoundaryLine& line)
      : desk_{desk}, line_{line}, ground_{line_ground(project, line.id, desk.as_of)} {
    for (const Polyline& piece : ground_.pieces) rulers_.emplace_back(piece, ground_.edges);
  }

  void run(std::span<const MonumentFiling> filings, const NumberForms& forms, std::vector<Finding>& findings) {
    std::vector<NumberedPlace> places;
    for (const Monument& m : desk_.monuments_on(line_.id)) add_place(m, places);
    std::vector<std::string> fresh;
    for (const MonumentFiling& filing : filings) {
      const Monument& m = filing.monument;
      // A tri-junction is numbered on the first of its lines.
      if (m.lines.empty() || !stands_on(m, line_.id)) continue;
      check_place(m, findings);
      if (m.lines.front() != line_.id) continue;
      fresh.push_back(m.number);
      add_place(m, places);
    }
    const auto form = forms ? forms(line_.level) : std::nullopt;
    const LineRecord* record = desk_.record(line_.id);
    if (!form || !record || record->code.empty()) return;
    for (Finding& finding : check_numbers(*form, record->code, places)) {
      if (std::find(fresh.begin(), fresh.end(), finding.subject.record) != fresh.end()) findings.push_back(std::move(finding));
    }
  }

 private:
  struct Standing {
    std::optional<OnPath> on;  ///< of the nearest piece
    bool on_course = false;
  };
  /// A monument may stand on any piece, also on a ring around an exclave.
  Standing nearest(Position p) const {
    Standing best;
    for (std::size_t i = 0; i < rulers_.size(); ++i) {
      const OnPath here = rulers_[i].nearest(p);
      if (!best.on || here.off_m < best.on->off_m) best = {here, &ground_.pieces[i] == ground_.course()};
    }
    return best;
  }

  void add_place(const Monument& m, std::vector<NumberedPlace>& places) const {
    if (m.kind == MonumentKind::point || m.lines.front() != line_.id) return;
    const Standing standing = nearest(m.position);
    places.push_back({m.number, standing.on_course ? std::optional{standing.on->along_m} : std::nullopt, m.valid.from});
  }

  void check_place(const Monument& m, std::vector<Finding>& findings) const {
    // One that was given up stands where the line ran then.
    if (rulers_.empty() || !m.valid.contains(desk_.as_of.day)) return;
    const OnPath nearest = *this->nearest(m.position).on;
    const LineRecord* record = desk_.record(line_.id);
    const bool beside = m.kind == MonumentKind::twin || m.kind == MonumentKind::triple;
    const double allowed = beside ? far_off_m : std::max(2 * std::hypot(m.accuracy_m, record ? accuracy_of(*record) : 0), 1.0);
    if (nearest.off_m <= allowed) return;
    findings.push_back({nearest.off_m > far_off_m ? "monument.far_from_line" : "monument.off_line", Severity::warning,
                        {{}, m.number, "position"}, Place{degrees(m.position.lon), degrees(m.position.lat)},
                        {{"number", m.number}, {"line", name_of(desk_.index(), line_)}, {"off_m", fixed(nearest.off_m, 1)},
                         {"allowed_m", fixed(allowed, 1)}}});
  }

  const LineDesk& desk_;
  const BoundaryLine& line_;
  LineGround ground_;
  std::vector<PathRuler> rulers_;  ///< of each piece; none where the line runs in words alone
};

/// Lines that `filings` stand on, each once.
std::vector<BoundaryLineId> lines_of(std::span<const MonumentFiling> filings) {
  std::vector<BoundaryLineId> lines;
  for (const MonumentFiling& filing : filings) lines.insert(lines.end(), filing.monument.lines.begin(), filing.monument.lines.end());
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

/// The lines that a monument stands on.
std::vector<BoundaryLine> lines_of(const LineDesk& desk, MonumentId monument) {
  std::vector<BoundaryLine> lines;
  for (const Monument& m : desk.monuments_ever) {
    if (m.id != monument) continue;
    for (const BoundaryLineId id : m.lines) {
      const auto at = std::find_if(desk.lines.begin(), desk.lines.end(), [&](const BoundaryLine& line) { return line.id == id; });
      if (at != desk.lines.end()) lines.push_back(*at);
    }
    break;
  }
  return lines;
}

void check_sides(const LineDesk& desk, const Monument& m, std::vector<Finding>& findings) {
  if (m.side.value == 0) return;
  for (const BoundaryLineId id : m.lines) {
    const BoundaryLine& line = desk.line(id);
    if (line.left == m.side || line.right == m.side) return;
  }
  findings.push_back({"monument.foreign_side", Severity::error, {{}, m.number, "side"}, {}, {{"number", m.number}}});
}

std::string_view rule_of(MonumentStatus status) {
  if (status == MonumentStatus::displaced) return "monument.displaced";
  return status == MonumentStatus::missing ? "monument.missing" : "monument.damaged";
}

Finding told(const Monument& m, const MonumentJudgement& judgement) {
  Finding finding{.rule = std::string{rule_of(judgement.status)}};
  finding.severity = Severity::warning;
  finding.subject = {{}, m.number, {}};
  finding.place = Place{degrees(m.position.lon), degrees(m.position.lat)};
  finding.facts = {{"number", m.number}, {"day", to_string(*judgement.on)},
                   {"moved_m", judgement.moved_m ? fixed(*judgement.moved_m, 2) : "-"}, {"allowed_m", fixed(judgement.allowed_m, 2)}};
  return finding;
}

/// Witness objects that the packs of the project ask for at a monument.
std::size_t least_witnesses(const Project& project) {
  int least = 0;
  for (const CountryPack& pack : project.packs()) least = std::max(least, pack.lines.witnesses);
  return static_cast<std::size_t>(least);
}

}  // namespace

ActOutcome record_monuments(Project& project, const ActInfo& info, std::vector<MonumentFiling> filings, const NumberForms& forms) {
  return attempted(project, "monuments.record", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "monuments.record", info.author, info.reason};
    ActOutcome outcome;
    std::vector<Monument> monuments;
    const std::size_t least = least_witnesses(project);
    for (MonumentFiling& filing : filings) {
      append(outcome.findings, check_monument(filing.monument, !filing.agreement.title.empty(), least));
      monuments.push_back(filing.monument);
    }
    for (const BoundaryLineId id : lines_of(filings)) {
      const LineDesk desk = line_desk(project, day_with(project, id, {today(), act.before()}));
      LineCheck{project, desk, desk.line(id)}.run(filings, forms, outcome.findings);
      for (const Monument& m : monuments) {
        if (!m.lines.empty() && m.lines.front() == id) check_sides(desk, m, outcome.findings);
      }
    }
    const LineDesk desk = line_desk(project, {today(), act.before()});
    append(outcome.findings, check_numbers_used(monuments, desk.monuments_ever));
    refuse_errors(outcome.findings, "the monuments were not recorded");
    act.add(info.document);
    std::map<std::pair<std::string, std::string>, DocumentId> agreements;  // the stones of a set share one
    for (std::size_t i = 0; i < filings.size(); ++i) {
      const Document& agreement = filings[i].agreement;
      if (agreement.title.empty()) continue;
      DocumentId& id = agreements[{agreement.title, agreement.number}];
      if (id.value == 0) id = act.add(agreement);
      monuments[i].agreement = id;
    }
    add_monuments(act.writer(), monuments);
    outcome.revision = act.close();
    transaction.commit();
    return outcome;
  });
}

ActOutcome retire_monument(Project& project, const ActInfo& info, MonumentId monument, Date day) {
  return attempted(project, "monuments.retire", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "monuments.retire", info.author, info.reason};
    std::vector<std::int64_t> gone;
    std::vector<Monument> ended;
    for (Kept<Monument>& kept : read_monuments(project.connection(), Window{act.before(), day})) {
      if (kept.fact.id != monument) continue;
      if (info.document.title.empty()) refuse(Fault::invalid, "monument.no_change_agreement", "no agreement", {{"number", kept.fact.number}});
      gone.push_back(kept.number);
      ended.push_back(kept.fact);
      ended.back().valid.until = day;
    }
    if (gone.empty() || !(ended.front().valid.from < day)) {
      refuse(Fault::missing, "monument.unknown", "no such monument", {{"number", std::to_string(monument.value)}, {"day", to_string(day)}});
    }
    act.writer().supersede("monument", std::move(gone));
    act.add(info.document);
    add_monuments(act.writer(), ended);
    const Revision revision = act.close();
    transaction.commit();
    return ActOutcome{revision, {}};
  });
}

ActOutcome record_observations(Project& project, const ActInfo& info, std::vector<Observation> observations, Date today) {
  return attempted(project, "observations.record", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "observations.record", info.author, info.reason};
    ActOutcome outcome;
    const LineDesk before = line_desk(project, {today, act.before()});
    for (const Observation& o : observations) append(outcome.findings, check_observation(o, number_of(before, o.monument), today));
    refuse_errors(outcome.findings, "the observations were not recorded");
    act.add(info.document);
    add_observations(act.writer(), observations);
    outcome.revision = act.close();
    transaction.commit();
    const LineDesk after = line_desk(project, {today});
    for (const Monument& m : after.monuments) {
      const bool seen = std::any_of(observations.begin(), observations.end(), [&](const Observation& o) { return o.monument == m.id; });
      if (!seen) continue;
      const MonumentJudgement judgement = after.judge(m);
      if (judgement.status >= MonumentStatus::damaged) outcome.findings.push_back(told(m, judgement));
    }
    return outcome;
  });
}

ActOutcome order_repair(Project& project, const ActInfo& info, RepairOrder order) {
  return attempted(project, "repairs.order", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "repairs.order", info.author, info.reason};
    const LineDesk desk = line_desk(project, {order.ordered_on, act.before()});
    const std::string number = number_of(desk, order.monument);
    order.done_on.reset();
    std::vector<Finding> findings = check_repair(order, number);
    append(findings, check_repair_setting(order, number, lines_of(desk, order.monument), today()));
    const bool open = std::any_of(desk.repairs.begin(), desk.repairs.end(), [&](const RepairOrder& r) {
      return r.monument == order.monument && !r.done_on;
    });
    if (open) findings.push_back({"repair.open_already", Severity::error, {{}, number, {}}, {}, {{"number", number}}});
    refuse_errors(findings, "the repair was not ordered");
    act.add(info.document);
    add_repair_orders(act.writer(), {&order, 1});
    const Revision revision = act.close();
    transaction.commit();
    return ActOutcome{revision, {}};
  });
}

ActOutcome complete_repair(Project& project, const ActInfo& info, const RepairOrder& order) {
  return attempted(project, "repairs.complete", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "repairs.complete", info.author, info.reason};
    const LineDesk desk = line_desk(project, {order.done_on.value_or(today()), act.before()});
    const std::string number = number_of(desk, order.monument);
    for (const Kept<RepairOrder>& kept : read_repair_orders(project.connection(), act.before())) {
      if (kept.fact.monument != order.monument || kept.fact.done_on) continue;
      RepairOrder done = kept.fact;
      done.done_on = order.done_on;
      done.managing_by = order.managing_by;
      done.neighbour_by = order.neighbour_by;
      done.work = order.work;
      std::vector<Finding> findings = check_repair(done, number);
      append(findings, check_repair_setting(done, number, lines_of(desk, order.monument), today()));
      refuse_errors(findings, "the repair was not completed");
      act.writer().supersede("repair_order", {kept.number});
      act.add(info.document);
      add_repair_orders(act.writer(), {&done, 1});
      const Revision revision = act.close();
      transaction.commit();
      return ActOutcome{revision, {}};
    }
    refuse(Fault::missing, "repair.none_open", "no open order", {{"number", number}});
  });
}

}  // namespace merestone
