// SPDX-License-Identifier: Apache-2.0
#include "data/office/line_acts.hpp"

#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/content_store.hpp"
#include "data/store/division_store.hpp"
#include "data/store/legal_line_store.hpp"
#include "data/store/line_store.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace merestone {
namespace {

/// 青阳 for 青阳县: the names of a division with and without the word for its kind.
std::vector<std::string> names_of(const DivisionFacts& facts, DivisionId division) {
  constexpr std::string_view kinds[] = {"自治区", "自治州", "自治县", "自治旗", "特别行政区", "街道", "民族乡", "省", "市", "县", "区", "旗", "盟", "镇", "乡"};
  std::vector<std::string> names;
  for (const DivisionName& name : facts.names) {
    if (name.division != division) continue;
    names.push_back(name.text);
    for (const std::string_view kind : kinds) {
      if (name.text.size() > kind.size() && name.text.ends_with(kind)) {
        names.push_back(name.text.substr(0, name.text.size() - kind.size()));
        break;
      }
    }
  }
  return names;
}

/// The versions of `facts` that reach beyond `from`: superseded, and shortened where they began before it.
template <class Fact>
std::vector<Fact> cut_short(FactWriter& writer, std::string_view table, const std::vector<Kept<Fact>>& kept, Date from) {
  std::vector<std::int64_t> gone;
  std::vector<Fact> rest;
  for (const Kept<Fact>& k : kept) {
    if (k.fact.valid.until <= from) continue;
    gone.push_back(k.number);
    if (k.fact.valid.from >= from) continue;
    rest.push_back(k.fact);
    rest.back().valid.until = from;
  }
  writer.supersede(table, std::move(gone));
  return rest;
}

template <class Fact, class Of>
std::vector<Kept<Fact>> only(std::vector<Kept<Fact>> kept, const Of& of) {
  std::erase_if(kept, [&](const Kept<Fact>& k) { return !of(k.fact); });
  return kept;
}

/// The line is called by its name in every version.
void call_line(FactWriter& writer, Revision before, const LineRecord& record) {
  std::vector<std::int64_t> gone;
  std::vector<BoundaryLine> named;
  for (Kept<BoundaryLine>& version : read_line_versions(writer.connection(), Window{before})) {
    if (version.fact.id != record.line || version.fact.name == record.name) continue;
    gone.push_back(version.number);
    version.fact.name = record.name;
    named.push_back(std::move(version.fact));
  }
  writer.supersede("boundary_line", std::move(gone));
  add_line_versions(writer, named);
}

bool is_same_paper(const Document& one, const Document& other) {
  return std::tie(one.kind, one.title, one.number, one.issuer, one.issued) == std::tie(other.kind, other.title, other.number, other.issuer, other.issued);
}

/// The document with its file, where it is at hand, in the archive (BL-11). One filed again without its file is the one on
/// record that has it.
DocumentId keep(ActRecord& act, Connection& connection, Document document, const std::optional<Content>& file,
                std::span<const Document> on_record) {
  if (file) {
    document.sha256 = add_content(connection, *file);
    return act.add(document);
  }
  const auto held = std::find_if(on_record.rbegin(), on_record.rend(),
                                 [&](const Document& d) { return !d.sha256.empty() && is_same_paper(d, document); });
  return held != on_record.rend() ? held->id : act.add(document);
}

void check_files(const LineFiling& filing, std::vector<Finding>& findings) {
  const auto check = [&](const Document& document, const std::optional<Content>& file, const char* field) {
    if (!file || !document.title.empty()) return;
    findings.push_back({"boundary.file_of_nothing", Severity::error, {{}, filing.record.name, field}, {}, {{"line", filing.record.name}}});
  };
  check(filing.agreement, filing.agreement_file, "agreement_title");
  check(filing.approval, filing.approval_file, "approval_number");
}

}  // namespace

ActOutcome record_lines(Project& project, const ActInfo& info, std::vector<LineFiling> filings) {
  return attempted(project, "lines.record", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "lines.record", info.author, info.reason};
    ActOutcome outcome;
    const DivisionFacts facts = project.division_facts(act.before());
    std::set<BoundaryLineId> seen;
    for (LineFiling& filing : filings) {
      LineRecord& record = filing.record;
      const LineDesk desk = line_desk(project, day_with(project, record.line, {record.valid.from, act.before()}));
      const BoundaryLine& line = desk.line(record.line);
      if (record.other_name.empty()) {
        record.other_name = in_other_order(record.name, names_of(facts, line.left), names_of(facts, line.right));
      }
      append(outcome.findings, check_record(record, &filing.agreement, &filing.approval));
      check_files(filing, outcome.findings);
      for (const LineRecord& other : desk.records) {
        if (other.line == record.line || record.code.empty() || other.code != record.code) continue;
        outcome.findings.push_back({"boundary.code_used", Severity::error, {{}, record.code, "code"}, {},
                                    {{"code", record.code}, {"line", name_of(desk.index(), desk.line(other.line))}}});
      }
      if (!seen.insert(record.line).second) {
        outcome.findings.push_back({"boundary.twice", Severity::error, {{}, record.name, "line"}, {}, {{"line", record.name}}});
      }
    }
    refuse_errors(outcome.findings, "the lines were not recorded");
    act.add(info.document);
    const std::vector<Document> on_record = project.documents(act.before());
    std::vector<LineRecord> written;
    for (LineFiling& filing : filings) {
      LineRecord& record = filing.record;
      record.agreement = keep(act, project.connection(), filing.agreement, filing.agreement_file, on_record);
      record.approval = keep(act, project.connection(), filing.approval, filing.approval_file, on_record);
      const auto old = only(read_line_records(project.connection(), Window{act.before()}),
                            [&](const LineRecord& r) { return r.line == record.line; });
      append(written, cut_short(act.writer(), "line_record", old, record.valid.from));
      if (!record.name.empty()) call_line(act.writer(), act.before(), record);
      written.push_back(record);
    }
    add_line_records(act.writer(), written);
    outcome.revision = act.close();
    transaction.commit();
    return outcome;
  });
}

ActOutcome record_segments(Project& project, const ActInfo& info, std::vector<Segment> segments) {
  return attempted(project, "segments.record", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "segments.record", info.author, info.reason};
    ActOutcome outcome;
    std::stable_sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
      return std::pair{a.line, a.ordinal} < std::pair{b.line, b.ordinal};
    });
    act.add(info.document);
    std::vector<Segment> written;
    for (std::size_t i = 0; i < segments.size();) {
      std::size_t end = i;
      while (end < segments.size() && segments[end].line == segments[i].line) ++end;
      const std::span<const Segment> along{segments.data() + i, end - i};
      const AsOf then = day_with(project, along.front().line, {along.front().valid.from, act.before()});
      const LineDesk desk = line_desk(project, then);
      const BoundaryLine& line = desk.line(along.front().line);
      const std::string name = name_of(desk.index(), line);
      const LineGround ground = line_ground(project, line.id, then);
      append(outcome.findings, check_segments(along, !ground.pieces.empty(), name));
      for (const Segment& segment : along) {
        for (const MonumentId id : {segment.from, segment.to}) {
          const bool there = id.value == 0 || std::any_of(desk.monuments_ever.begin(), desk.monuments_ever.end(), [&](const Monument& m) {
            return m.id == id && stands_on(m, line.id);
          });
          if (!there) {
            outcome.findings.push_back({"segment.foreign_monument", Severity::error, {{}, std::to_string(segment.ordinal), "from_monument"}, {},
                                        {{"line", name}, {"ordinal", std::to_string(segment.ordinal)}}});
          }
        }
      }
      const auto old = only(read_segments(project.connection(), Window{act.before()}), [&](const Segment& s) { return s.line == line.id; });
      append(written, cut_short(act.writer(), "segment", old, along.front().valid.from));
      for (Segment segment : along) {
        const auto same = std::find_if(old.begin(), old.end(), [&](const Kept<Segment>& k) { return k.fact.ordinal == segment.ordinal; });
        if (same != old.end()) segment.id = same->fact.id;  // what was seen of it stays with it
        written.push_back(std::move(segment));
      }
      i = end;
    }
    refuse_errors(outcome.findings, "the segments were not recorded");
    add_segments(act.writer(), written);
    outcome.revision = act.close();
    transaction.commit();
    return outcome;
  });
}

FeatureOutcome compare_feature(Project& project, const ActInfo& info, const FeatureSurvey& survey) {
  return attempted(project, "feature.compare", info, [&] {
    FeatureOutcome outcome;
    const AsOf then{survey.surveyed_on};
    const LineDesk desk = line_desk(project, then);
    const BoundaryLine& line = desk.line(survey.line);
    const std::string name = name_of(desk.index(), line);
    const LineGround ground = line_ground(project, line.id, then);
    const LineRecord* record = desk.record(line.id);
    const auto refuse = [&](const char* rule) {
      throw Error{Fault::invalid, rule, {{rule, Severity::error, {{}, name, "line"}, {}, {{"line", name}}}}};
    };
    const Polyline* along = ground.course();
    if (!along) refuse("boundary.not_one_piece");
    const auto monuments = desk.monuments_on(line.id);
    const auto segments = desk.segments_of(line.id);
    const Polyline way = in_order_of_segments(*along, ground.edges, segments, monuments);
    const PathRuler ruler{way, ground.edges};
    std::vector<KeptShift> moved;
    std::size_t unplaced = 0;
    for (const Segment& segment : segments) {
      if (segment.carrier != survey.carrier) continue;
      const auto part = path_of(segment, ruler, monuments);
      if (!part) {
        ++unplaced;
        outcome.findings.push_back({"segment.not_placed", Severity::warning, {{}, std::to_string(segment.ordinal), "from_monument"}, {},
                                    {{"line", name}, {"ordinal", std::to_string(segment.ordinal)}}});
        continue;
      }
      const double line_accuracy = segment.accuracy_m > 0 ? segment.accuracy_m : record ? accuracy_of(*record) : 0;
      const auto shift = compare(*part, survey.feature, line_accuracy, survey.accuracy_m);
      if (!shift) continue;
      outcome.shifts.push_back({segment.id, survey.surveyed_on, *shift, {}});
      if (auto finding = judge(segment, *shift, name, survey.surveyed_on)) {
        outcome.findings.push_back(std::move(*finding));
        moved.push_back(outcome.shifts.back());
      }
    }
    if (outcome.shifts.empty()) refuse(unplaced > 0 ? "boundary.not_one_piece" : "segment.none_of_kind");
    outcome.moved = moved.size();
    if (moved.empty()) return outcome;
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "feature.compare", info.author, info.reason};
    const DocumentId document = act.add(info.document);
    for (KeptShift& shift : moved) shift.document = document;
    add_feature_shifts(act.writer(), moved);
    outcome.revision = act.close();
    transaction.commit();
    return outcome;
  });
}

}  // namespace merestone
