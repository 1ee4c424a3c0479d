// SPDX-License-Identifier: Apache-2.0
#include "cli/command/demo_sample.hpp"
#include "cli/command/dispute.hpp"
#include "data/exchange/reading.hpp"
#include "data/exchange/rows.hpp"
#include "data/office/proposals.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace merestone {
namespace {

double number_in(const std::string& text) { return parse_number(text).value_or(0); }

/// One case of the sample, carried through its procedure.
class DemoCase {
 public:
  DemoCase(const DemoSample& sample, TableRow row, const Shared& shared)
      : sample_{sample}, row_{std::move(row)}, shared_{shared} {
    for (TableRow& step : read_rows(sample.folder + "/case_steps.csv", {"case", "state", "day", "document", "note"})) {
      if (step.at("case") == number()) steps_.push_back(std::move(step));
    }
  }

  /// What is done on each day that the case has one.
  static void add_acts(const std::shared_ptr<DemoCase>& one, std::vector<DemoAct>& acts) {
    const auto on = [&](const std::string& day, std::function<void()> act) {
      acts.push_back({day, [one, act = std::move(act)] {
        const auto start = std::chrono::steady_clock::now();
        one->project_.emplace(Project::open(one->sample_.project, Access::write));
        act();
        one->project_.reset();
        one->took_ += std::chrono::steady_clock::now() - start;
      }});
    };
    on(one->row_.at("reported"), [c = one.get()] { c->begin(); });
    for (const TableRow& step : one->steps_) on(step.at("day"), [c = one.get(), &step] { c->take(step); });
    on(one->steps_.back().at("day"), [c = one.get()] { c->end(); });
  }

 private:
  const std::string& number() const { return row_.at("case"); }
  CaseKey key() const { return {number(), latest_revision, today()}; }
  DivisionId division(const std::string& code, Date day) const { return division_of(*project_, code, day); }

  /// An act that rests on the document of a step, where it has one.
  ActInfo info(const TableRow& step) const {
    Document document;
    if (!step.at("document").empty()) {
      document = {{}, "record", step.at("document"), step.at("document"), {}, parse_date(step.at("day")), {}, {}};
    }
    return {shared_.author, "demonstration", document, {}};
  }

  void begin() {
    open();
    pieces_ = bring_evidence();
    if (!row_.at("claims").empty()) claim();
  }

  void end() {
    const std::size_t seen = sight();
    std::string told = row_.at("title") + ": " + row_.at("state");
    if (contested_um2_ > 0) told += fmt::format(", {} km² contested", fixed(square_metres(contested_um2_) / 1e6, 2));
    if (pieces_ > 0) told += ", " + number_of(pieces_, "piece of evidence", "pieces of evidence");
    if (const std::size_t lines = propose(); lines > 0) told += ", " + number_of(lines, "line", "lines") + " proposed";
    if (seen > 0) told += ", " + number_of(seen, "sighting", "sightings");
    if (settled_) told += ", " + number_of(settled_->outcome.points.size(), "turning point", "turning points");
    DemoStep{"dispute " + number(), took_}.done(told);
  }

  void open() {
    CaseOpening opening{number(), row_.at("title"), row_.at("procedure"), {}, parse_date(row_.at("reported")), parse_date(row_.at("arose")),
                        steps_.front().at("note")};
    for (const std::string& code : parted(row_.at("parties"), ';')) opening.parties.push_back(division(code, opening.reported));
    open_case(*project_, info(steps_.front()), opening, today());
  }

  std::vector<LineOpinion> drawn(const std::string& file, OpinionKind kind, Date day) const {
    const LineDelivery delivery = read_drawn_lines(sample_.folder + "/" + file, {});
    refuse_errors(delivery.findings, file + " cannot be drawn");
    std::vector<LineOpinion> lines;
    for (const DeliveredLine& line : delivery.lines) {
      LineOpinion& opinion = lines.emplace_back();
      if (!line.party.empty()) opinion.holder = division(line.party, day);
      opinion.left = division(line.left, day);
      opinion.right = division(line.right, day);
      opinion.kind = kind;
      opinion.title = line.title;
      opinion.method = line.method;
      opinion.accuracy_m = line.accuracy_m;
      opinion.path = line.path;
      opinion.valid = {day, open_end};
    }
    return lines;
  }

  void claim() {
    const Date day = parse_date(row_.at("reported"));
    std::map<DivisionId, PartyClaim> by_party;
    for (LineOpinion& line : drawn(row_.at("claims"), OpinionKind::claim, day)) {
      PartyClaim& claim = by_party[line.holder];
      claim.party = line.holder;
      line.evidence = grounds_[line.holder];
      claim.opinions.push_back(std::move(line));
    }
    std::vector<PartyClaim> claims;
    for (auto& [party, claim] : by_party) claims.push_back(std::move(claim));
    const Document source{{}, "map", row_.at("title") + " 主张线图", row_.at("claims"), {}, day, {}, {}};
    const auto recorded = record_claims(*project_, {shared_.author, "demonstration", source, {}}, key(), claims, day);
    contested_um2_ = area_um2(recorded.contested);
  }

  std::size_t bring_evidence() {
    std::size_t count = 0;
    for (const TableRow& e : read_rows(sample_.folder + "/evidence.csv",
                                  {"case", "party", "item", "tier", "kind", "title", "issuer", "issued", "number", "original", "sealed", "both_sides",
                                   "shows_administration", "map_scale", "crs", "rmse_m", "proves", "objection", "finding"})) {
      if (e.at("case") != number()) continue;
      Evidence piece;
      piece.party = division(e.at("party"), parse_date(row_.at("reported")));
      piece.item = e.at("item");
      piece.kind = e.at("kind");
      piece.original = e.at("original") == "yes";
      piece.sealed = e.at("sealed") == "yes";
      piece.both_sides = e.at("both_sides") == "yes";
      piece.shows_administration = e.at("shows_administration") == "yes";
      piece.map_scale = static_cast<std::int64_t>(number_in(e.at("map_scale")));
      piece.crs = e.at("crs");
      piece.rmse_m = number_in(e.at("rmse_m"));
      piece.proves = e.at("proves");
      const Document document{{}, e.at("kind"), e.at("title"), e.at("number"), e.at("issuer"), parse_date(e.at("issued")), {}, {}};
      const auto added = add_evidence(*project_, {shared_.author, "demonstration", document, {}}, key(), piece, {});
      confirm_evidence(*project_, {shared_.author, "demonstration", {}, {}}, key(),
                       {added.id, e.at("tier"), e.at("objection"), e.at("finding")});
      if (e.at("tier") != "X" && !e.at("tier").empty()) grounds_[piece.party].push_back(added.id);
      ++count;
    }
    return count;
  }

  void take(const TableRow& step) {
    const std::string& state = step.at("state");
    const Date day = parse_date(step.at("day"));
    if (state == "reported") return;
    if (state == "accepted" || state == "not_our_procedure") {
      TriageFacts facts;
      if (state == "not_our_procedure") facts.matter = Matter::ownership;
      facts.undelimited = row_.at("undelimited");
      triage_case(*project_, info(step), key(), facts, day, step.at("note"));
    } else if (state == "agreed") {
      settle_it(step, day);
    } else if (state == "surveyed") {
      record_survey(*project_, info(step), key(), {day, step.at("note"), static_cast<std::int64_t>(number_in(outcome_.at("map_scale"))), {}});
    } else if (state == "filed") {
      file_outcome(*project_, info(step), key(), {step.at("note"), day, step.at("document"), {}});
    } else {
      take_step(*project_, info(step), key(), {state, day, {}, step.at("note")});
    }
  }

  void settle_it(const TableRow& step, Date day) {
    outcome_ = read_rows(sample_.folder + "/settlement.geojson", {"map_title", "map_scale", "obligations", "archive"}).front();
    Settlement settlement;
    Outcome& outcome = settlement.outcome;
    outcome.decided = outcome.effective = day;
    outcome.map_title = outcome_.at("map_title");
    outcome.map_scale = static_cast<std::int64_t>(number_in(outcome_.at("map_scale")));
    outcome.obligations = outcome_.at("obligations");
    outcome.archive = outcome_.at("archive");
    for (const TableRow& s : read_rows(sample_.folder + "/signatories.csv", {"case", "party", "name", "capacity", "signed"})) {
      if (s.at("case") != number()) continue;
      outcome.signatories.push_back({s.at("name"), s.at("capacity"), {}, parse_date(s.at("signed"))});
      if (!s.at("party").empty()) outcome.signatories.back().party = division(s.at("party"), day);
    }
    settlement.line.line = drawn("settlement.geojson", OpinionKind::final_line, day).front();
    settlement.annex.tolerance_m = static_cast<double>(outcome.map_scale) * 0.0001;
    ActInfo act = info(step);
    act.document.kind = "agreement";
    settled_ = settle(*project_, act, key(), settlement);
  }

  std::size_t sight() {
    std::size_t count = 0;
    for (const TableRow& s : read_rows(sample_.folder + "/sightings.csv", {"case", "kind", "name", "by", "seen", "not_yet_there", "lon", "lat", "imagery"})) {
      if (s.at("case") != number()) continue;
      Sighting sighting;
      sighting.kind = sighting_kind(s.at("kind")).value_or(SightingKind::building);
      sighting.name = s.at("name");
      sighting.position = from_degrees(number_in(s.at("lon")), number_in(s.at("lat")));
      sighting.seen = parse_date(s.at("seen"));
      if (!s.at("not_yet_there").empty()) sighting.not_yet_there = parse_date(s.at("not_yet_there"));
      sighting.source = s.at("imagery");
      sighting.by = division(s.at("by"), sighting.seen);
      add_sighting(*project_, {shared_.author, "demonstration", {}, {}}, key(), sighting);
      ++count;
    }
    return count;
  }

  /// The usual six for each pair of parties that has a strip to divide, while the case is open.
  std::size_t propose() {
    const DisputeFile file = dispute_file(*project_, number(), {today()}, today());
    if (phase_of(file.the_case.state()) != CasePhase::open || file.contested.empty()) return 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < file.parties.size(); ++i) {
      for (std::size_t k = i + 1; k < file.parties.size(); ++k) {
        const AsOf now{today(), project_->summary().revision};
        if (strips_between(*project_, file, now, file.parties[i].division, file.parties[k].division).empty()) continue;
        const StripChoice pair{file.parties[i].label + "," + file.parties[k].label, 1};
        const ActInfo table{shared_.author, "demonstration", {}, {}};
        try {
          count += record_proposals(*project_, table, key(), pair, six_proposals(), today()).proposals.size();
        } catch (const Error& error) {
          if (error.fault() != Fault::invalid) throw;  // no strip runs between these two
        }
      }
    }
    return count;
  }

  const DemoSample& sample_;
  TableRow row_;
  const Shared& shared_;
  std::optional<Project> project_;  ///< while an act is done
  std::chrono::steady_clock::duration took_{};
  std::vector<TableRow> steps_;
  TableRow outcome_;
  Wide contested_um2_ = 0;
  std::size_t pieces_ = 0;
  std::map<DivisionId, std::vector<EvidenceId>> grounds_;  ///< what each party's claim rests on
  std::optional<Settled> settled_;
};

}  // namespace

std::vector<DemoAct> demo_disputes(const DemoSample& sample, const Shared& shared) {
  std::vector<DemoAct> acts;
  for (TableRow& row : read_rows(sample.folder + "/cases.csv", {"case", "title", "parties", "arose", "reported", "state", "triage", "undelimited", "procedure", "claims"})) {
    DemoCase::add_acts(std::make_shared<DemoCase>(sample, std::move(row), shared), acts);
  }
  return acts;
}

void write_demo_dossiers(const std::string& project_file, const std::string& folder) {
  const DemoStep step{"sheets of disputes (zh, en)"};
  const auto project = Project::open(project_file);
  std::size_t dossiers = 0, statements = 0, agreements = 0, comparisons = 0;
  for (const DisputeCase& one : dispute_cases(project)) {
    const DisputeFile file = dispute_file(project, one.number, {today()}, today());
    const auto write = [&](const char* kind) {
      for (const char* language : {"zh", "en"}) {
        write_dispute_report(project, {.number = one.number, .kind = kind, .language = language,
                                       .stem = fmt::format("{}/{}-{}-{}", folder, one.number, kind, language)});
      }
      return std::size_t{1};
    };
    dossiers += write("dossier");
    if (!file.contested.empty()) statements += write("contested");
    if (file.outcome) agreements += write("agreement");
    const bool proposed = std::any_of(file.opinions.begin(), file.opinions.end(), [](const LineOpinion& o) { return o.kind == OpinionKind::proposal; });
    if (proposed && !file.contested.empty()) comparisons += write("comparison");
  }
  step.done(fmt::format("{}, {} of contested ground, {} of proposals, {} with map", number_of(dossiers, "dossier", "dossiers"),
                        number_of(statements, "statement", "statements"), number_of(comparisons, "comparison", "comparisons"),
                        number_of(agreements, "agreement draft", "agreement drafts")));
}

}  // namespace merestone
