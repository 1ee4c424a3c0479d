// SPDX-License-Identifier: Apache-2.0
#include "data/office/proposals.hpp"

#include "data/db/refusal.hpp"
#include "data/office/case_act.hpp"
#include "gis/base/list.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

/// The day that the claims were read on when a proposal was made.
Date day_of(const ProposalBasis& basis, Date otherwise) {
  for (const DataUsed& used : basis.data) {
    if (used.name.starts_with("claim ") && !used.day.empty()) return parse_date(used.day);
  }
  return otherwise;
}

}  // namespace

ProposalDesk proposal_desk(const Project& project, const std::string& number, const AsOf& as_of, Date today, const StripChoice& choice) {
  const AsOf known{as_of.day, project.known(as_of.revision)};
  return {project, dispute_file(project, number, known, today), known, choice};
}

std::vector<NewProposal> six_proposals(NewProposal like) {
  std::vector<NewProposal> six;
  like.if_possible = true;
  for (const char* method : {"equidistant", "equal_area", "equal_people", "ridge", "watercourse", "least_cost"}) {
    like.request.method = method;
    six.push_back(like);
  }
  return six;
}

RecordedProposals record_proposals(Project& project, const ActInfo& info, const CaseKey& key, const StripChoice& choice,
                                   const std::vector<NewProposal>& wanted, Date day, bool dry_run) {
  const auto run = [&] {
    CaseAct act{project, info, "disputes.propose", key};
    if (phase_of(act.the_case().state()) != CasePhase::open) {
      act.refuse_ended("the case is not open", "reopened");
    }
    const ProposalDesk desk = proposal_desk(project, key.number, {day, act.before()}, key.today, choice);
    RecordedProposals recorded;
    recorded.findings = desk.notes();
    for (const NewProposal& one : wanted) {
      try {
        recorded.proposals.push_back({{}, desk.make(one.request)});
      } catch (const Error& error) {
        if (!one.if_possible || error.fault() == Fault::unavailable) throw;
        recorded.findings.push_back({.rule = "proposal.not_made", .severity = Severity::warning, .facts = {{"method", one.request.method}}});
        for (Finding found : error.findings()) {
          found.severity = Severity::warning;
          recorded.findings.push_back(std::move(found));
        }
        continue;
      }
      auto& made = recorded.proposals.back();
      LineOpinion opinion = desk.opinion_of(made.proposal, one.title);
      opinion.document = act.document();
      refuse_errors(check_opinion(opinion, act.the_case().parties, act.today()), "the proposal is refused");
      if (dry_run) continue;
      made.id = add_opinion(act.writer(), opinion);
      add_basis(act.writer(), {made.id, 0, made.proposal.parameters, made.proposal.results, made.proposal.data});
      act.record().tell("proposal " + std::to_string(made.id.value), made.proposal.method);
    }
    if (recorded.proposals.empty()) throw Error{Fault::invalid, "no line can be made", recorded.findings};
    if (!dry_run) recorded.revision = act.commit();
    return recorded;
  };
  return dry_run ? run() : attempted(project, "disputes.propose", info, run);
}

std::vector<MadeProposal> made_proposals(const Project& project, const DisputeFile& file, const AsOf& as_of) {
  const Revision revision = project.known(as_of.revision);
  std::map<LineOpinionId, ProposalBasis> bases;
  for (ProposalBasis& basis : read_bases(project.connection(), file.the_case.dispute, revision)) {
    bases.emplace(basis.opinion, std::move(basis));
  }
  std::map<Revision, AuditEntry> acts;
  if (!bases.empty()) {
    for (AuditEntry& entry : project.audit()) acts.emplace(entry.revision, std::move(entry));
  }
  std::vector<MadeProposal> all;
  for (const LineOpinion& opinion : file.opinions) {
    if (opinion.kind != OpinionKind::proposal) continue;
    MadeProposal made{opinion, {}, {}, {}};
    if (const auto basis = bases.find(opinion.id); basis != bases.end()) {
      made.basis = basis->second;
      if (const auto act = acts.find(basis->second.revision); act != acts.end()) {
        made.author = act->second.author;
        made.recorded_at = act->second.recorded_at;
      }
    }
    all.push_back(std::move(made));
  }
  return all;
}

Proposal proposal_of(const MadeProposal& made) {
  Proposal proposal;
  proposal.method = made.opinion.method;
  proposal.line = made.opinion.path;
  if (!made.basis) return proposal;
  proposal.parameters = made.basis->parameters;
  proposal.results = made.basis->results;
  proposal.data = made.basis->data;
  return proposal;
}

namespace {

/// Whether a proposal was made for other parties, or another strip between them.
bool of_other_strip(const MadeProposal& made, const StripChoice& choice) {
  if (!made.basis) return false;
  const StripChoice own = choice_of(made.basis->parameters);
  return own.between != choice.between || own.strip != choice.strip;
}

}  // namespace

std::vector<ComparedLine> compare_lines(const ProposalDesk& desk, std::span<const MadeProposal> made, bool territory,
                                        std::vector<Finding>& findings) {
  using Kind = ComparedLine::Kind;
  std::vector<ComparedLine> rows;
  const auto add = [&](Kind kind, const std::string& title, const Polyline& path, const MadeProposal& from) {
    if (auto fault = proposal_fault(desk.band(), path)) {
      fault->severity = Severity::warning;
      fault->subject.record = title;
      if (kind == Kind::proposal) findings.push_back(std::move(*fault));
      return;
    }
    ComparedLine& row = rows.emplace_back(ComparedLine{kind, from, {}, {}});
    row.line.method = title;
    row.line.line = path;
  };
  add(Kind::claim_a, "claim " + desk.a().label, claim_a(desk.band()), {});
  add(Kind::claim_b, "claim " + desk.b().label, claim_b(desk.band()), {});
  if (desk.in_force()) add(Kind::in_force, "in force", *desk.in_force(), {});
  std::vector<std::string> elsewhere;
  for (const MadeProposal& one : made) {
    if (one.opinion.path.empty()) continue;
    const std::string number = std::to_string(one.opinion.id.value);
    if (of_other_strip(one, desk.choice()) && proposal_fault(desk.band(), one.opinion.path)) elsewhere.push_back(number);
    else add(Kind::proposal, number + " " + one.opinion.title, one.opinion.path, one);
  }
  if (!elsewhere.empty()) {
    findings.push_back({.rule = "proposal.other_strip", .severity = Severity::note,
                        .facts = {{"lines", joined(elsewhere, ", ")}, {"between", desk.choice().between}, {"strip", std::to_string(desk.choice().strip)}}});
  }
  std::vector<Proposal> lines;
  for (const ComparedLine& row : rows) lines.push_back(row.line);
  const auto figures = desk.compare(lines, territory);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].figures = figures[i];
  return rows;
}

std::vector<std::pair<std::string, GroundImpact>> face_impacts(const ProposalDesk& desk) {
  std::vector<std::pair<std::string, GroundImpact>> all;
  for (const ContestedFace& face : desk.file().contested) {
    all.emplace_back(face.label, desk.ground().on({face.ground}, {}, 0));
  }
  return all;
}

Repeated repeat(const Project& project, const std::string& number, const MadeProposal& made, const AsOf& now, Date today) {
  if (!made.basis) {
    refuse(Fault::missing, "proposal.no_basis", "drawn by hand", {{"opinion", std::to_string(made.opinion.id.value)}});
  }
  const ProposalRequest request = request_of(made.opinion.method, made.basis->parameters);
  const StripChoice choice = choice_of(made.basis->parameters);
  const AsOf then{day_of(*made.basis, made.opinion.valid.from), made.basis->revision - 1};
  Repeated repeated;
  repeated.same_line = proposal_desk(project, number, then, today, choice).make(request).line == made.opinion.path;
  try {
    const Proposal again = proposal_desk(project, number, now, today, choice).make(request);
    repeated.same_today = again.line == made.opinion.path;
    for (const DataUsed& used : again.data) {
      const auto was = std::find_if(made.basis->data.begin(), made.basis->data.end(),
                                    [&](const DataUsed& other) { return other.name == used.name; });
      if (was == made.basis->data.end() || was->sha256 != used.sha256) repeated.changed.push_back(used.name);
    }
  } catch (const Error& error) {
    if (error.fault() == Fault::unavailable) throw;
    repeated.findings = error.findings();
  }
  return repeated;
}

}  // namespace merestone
