// SPDX-License-Identifier: Apache-2.0
#include "cli/command/demo_sample.hpp"
#include "cli/command/dispute.hpp"
#include "cli/command/name.hpp"
#include "data/exchange/read_gazetteer.hpp"
#include "data/exchange/rows.hpp"
#include "data/office/name_import.hpp"
#include "data/office/name_workflow.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>

namespace merestone {
namespace {

int level_in(const std::string& text) { return static_cast<int>(parse_number(text).value_or(0)); }

ActInfo act_of(const Shared& shared, const std::string& document, const std::string& issuer, const std::string& day) {
  ActInfo info{shared.author, "demonstration", {}, {}};
  info.document.title = document.empty() ? "地名申请材料" : document;
  info.document.issued = parse_date(day);
  info.document.issuer = issuer;
  info.document.licence = "CC0-1.0";
  return info;
}

std::vector<Attachment> papers_of(const std::string& text) {
  std::vector<Attachment> papers;
  for (const std::string& paper : parted(text, ';')) papers.push_back(attachment_of(paper));
  return papers;
}

NameApplication application_of(const Project& project, const TableRow& row) {
  NameApplication draft;
  draft.number = row.at("number"), draft.kind = row.at("kind"), draft.class_code = row.at("class");
  draft.text = row.at("name"), draft.language = "zh", draft.script = "Hans";
  draft.specific = row.at("specific"), draft.generic = row.at("generic");
  draft.reading = row.at("reading"), draft.spelling = row.at("spelling");
  draft.location = row.at("location"), draft.built_up_area = row.at("built_up_area");
  draft.applicant = row.at("applicant"), draft.reasons = row.at("reasons");
  draft.applied = parse_date(row.at("applied"));
  draft.division = division_of(project, row.at("division"), draft.applied);
  draft.position = from_degrees(parse_number(row.at("lon")).value(), parse_number(row.at("lat")).value());
  return draft;
}

StepTaken step_of(const TableRow& row) {
  StepTaken taken;
  taken.state = row.at("state"), taken.day = parse_date(row.at("day")), taken.note = row.at("note");
  taken.body = {row.at("body"), row.at("body_kind"), level_in(row.at("body_level"))};
  if (!row.at("receiver").empty()) taken.receiver = {row.at("receiver"), row.at("receiver_kind"), level_in(row.at("receiver_level"))};
  taken.attached = papers_of(row.at("papers"));
  return taken;
}

}  // namespace

void take_demo_classes(const DemoSample& sample, const Shared& shared) {
  const DemoStep step{"name import places.csv"};
  auto project = Project::open(sample.project, Access::write);
  auto delivered = read_gazetteer(sample.folder + "/places.csv", names_pack(project).names.class_scheme, {});
  const NameReview review = review_names(project, std::move(delivered.places));
  const Committed done = commit_names(project, {shared.author, "demonstration", std::move(delivered.source), {}}, review);
  step.done(fmt::format("classes and readings of {}", counted(done.changed, {"place", "places"}, {})));
}

void record_demo_names(const DemoSample& sample, const Shared& shared) {
  const DemoStep step{"name_applications.csv, name_steps.csv"};
  auto project = Project::open(sample.project, Access::write);
  const auto rows = read_rows(sample.folder + "/name_applications.csv",
                              {"number", "kind", "class", "name", "specific", "generic", "reading", "spelling", "division", "lon", "lat", "location", "built_up_area",
                               "applicant", "applied", "reasons"});
  const auto steps = read_rows(sample.folder + "/name_steps.csv", {"number", "state", "day", "body", "body_kind", "body_level", "receiver", "receiver_kind",
                                                                   "receiver_level", "papers", "document", "note"});
  for (const TableRow& row : rows) {
    const ApplicationKey key{row.at("number"), latest_revision, today()};
    apply_for_name(project, act_of(shared, "", row.at("applicant"), row.at("applied")), application_of(project, row), papers_of("plan=" + row.at("name") + "命名方案及理由"), key);
    for (const TableRow& taken : steps) {
      if (taken.at("number") == key.number) take_step(project, act_of(shared, taken.at("document"), taken.at("body"), taken.at("day")), key, step_of(taken));
    }
  }
  step.done(counted(rows.size(), {"application", "applications"}, {}));
}

}  // namespace merestone
