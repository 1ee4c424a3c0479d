// SPDX-License-Identifier: Apache-2.0
#include "cli/report/line_sheet.hpp"

#include "cli/report/sheet_parts.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

namespace merestone {
namespace {

std::string day_words(std::optional<Date> day, const Phrases& phrases) { return day ? phrases.short_date(*day) : "–"; }

std::string document_words(const std::optional<Document>& document, const Phrases& phrases) {
  if (!document) return "–";
  std::string words = document->title;
  if (!document->number.empty() && document->number != document->title) words += phrases.text("list-comma") + document->number;
  if (document->issued) words += phrases.text("list-comma") + phrases.short_date(*document->issued);
  return words;
}

std::string place_words(Position p) { return fixed(degrees(p.lon), 7) + "  " + fixed(degrees(p.lat), 7); }

Cell status_cell(const MonumentEntry& entry, const Phrases& phrases) {
  const MonumentJudgement& j = entry.judgement;
  Cell cell{phrases.word("monument-status", to_text(j.status))};
  cell.flagged = j.status >= MonumentStatus::damaged;
  if (j.moved_m && j.status == MonumentStatus::displaced) {
    cell.detail = phrases.text("monument-moved", {{"n", phrases.number(*j.moved_m, 2)}, {"direction", phrases.text("sector-" + std::to_string(rose_sector(j.azimuth_deg)))}});
  }
  return cell;
}

void add_monuments(ReportDocument& document, const LineSheet& sheet, bool points, const Phrases& phrases) {
  Table table;
  table.columns = {{phrases.text("monument-number"), 1.5}, {phrases.text("monument-kind"), 1}, {phrases.text("monument-position"), 2.2},
                   {phrases.text("monument-height"), 0.8, Align::right}, {phrases.text("monument-accuracy"), 0.8, Align::right},
                   {phrases.text("monument-status"), 1.5}};
  for (const MonumentEntry& entry : sheet.monuments) {
    const Monument& m = entry.monument;
    if ((m.kind == MonumentKind::point) != points) continue;
    table.rows.push_back({{{m.number, entry.side}, {phrases.word("monument-kind", to_text(m.kind))}, {place_words(m.position)},
                           {m.height_m ? phrases.number(*m.height_m, 2) : "–"},
                           {m.accuracy_m > 0 ? phrases.number(m.accuracy_m, 2) : "–"}, status_cell(entry, phrases)}});
  }
  if (table.rows.empty()) return;
  document.blocks.emplace_back(Heading{phrases.text(points ? "section-points" : "section-monuments"), points ? "points" : "monuments"});
  document.blocks.emplace_back(Paragraph{phrases.text("monuments-intro"), true});
  document.blocks.emplace_back(std::move(table));
}

std::string legs_words(const CourseSection& section, const Phrases& phrases) {
  std::string words;
  for (const CourseLeg& leg : section.legs) {
    words += (words.empty() ? "" : phrases.text("list-comma")) +
             phrases.text("course-leg-m", {{"sector", phrases.text("sector-" + std::to_string(leg.sector))}, {"n", phrases.number(leg.length_m)}});
  }
  return words;
}

std::string end_words(const std::string& number, const char* with, const char* without, const Phrases& phrases) {
  return number.empty() ? phrases.text(without) : phrases.text(with, {{"number", number}});
}

}  // namespace

std::string course_words(const CourseSection& section, const Phrases& phrases) {
  if (section.segment && section.legs.empty()) return section.segment->text;
  if (section.around) {
    return phrases.text("course-around", {{"start", place_words(*section.around)}, {"legs", legs_words(section, phrases)}, {"length", phrases.number(section.length_m)}});
  }
  std::string along;
  if (section.segment) {
    const Segment& s = *section.segment;
    const std::string carrier = phrases.word("carrier", to_text(s.carrier));
    const std::string feature = s.feature.empty() ? carrier : s.feature;
    if (s.carrier == Carrier::straight) {
      along = phrases.text("course-straight");
    } else {
      const std::string side = s.carrier == Carrier::watercourse || s.carrier == Carrier::road
                                   ? phrases.text("course-side-" + std::string{to_text(s.side)}) : "";
      along = phrases.text(side.empty() ? "course-along" : "course-along-side", {{"feature", feature}, {"side", side}});
    }
    if (s.downstream) along += phrases.text(*s.downstream ? "course-downstream" : "course-upstream");
  }
  return phrases.text("course-section",
                      {{"from", end_words(section.from, "course-from", "course-from-start", phrases)}, {"along", along},
                       {"legs", legs_words(section, phrases)}, {"length", phrases.number(section.length_m)},
                       {"to", end_words(section.to, "course-to", "course-to-end", phrases)}});
}

ReportDocument compose_line_sheet(const LineSheet& sheet, const Phrases& phrases) {
  ReportDocument document = begin_sheet(sheet.head, phrases.text("line-sheet"), sheet.name, sheet.codes, phrases);
  FactList facts;
  const auto add = [&](const char* label, std::string value, bool wide = false) {
    facts.facts.push_back({phrases.text(label), or_dash(value), false, wide});
  };
  add("sheet-left", sheet.left);
  add("sheet-right", sheet.right);
  add("sheet-length", phrases.with_unit(phrases.km(sheet.length_m, 3), "km"));
  add("sheet-status", sheet.record ? phrases.word("line-status", to_text(sheet.record->status)) : "");
  if (sheet.record) {
    const LineRecord& r = *sheet.record;
    add("sheet-code", r.code);
    add("sheet-other-name", joined(further_names(r, sheet.name), phrases.text("list-comma")));
    add("sheet-approved-by", r.approving_body);
    add("sheet-approval", document_words(sheet.approval, phrases));
    add("sheet-agreement", document_words(sheet.agreement, phrases), true);
    add("sheet-published", r.published_by + (r.published_on ? (r.published_by.empty() ? "" : phrases.text("list-comma")) + phrases.short_date(*r.published_on) : ""));
    add("sheet-accuracy", accuracy_of(r) > 0 ? "± " + phrases.number(accuracy_of(r), 1) + " m" : "");
    add("sheet-managing", r.managing, true);
  }
  add("sheet-last-inspection", day_words(sheet.due.last_filed, phrases));
  add("sheet-due", day_words(sheet.due.due, phrases));
  document.blocks.emplace_back(std::move(facts));
  if (sheet.due.overdue(sheet.head.on)) {
    document.blocks.emplace_back(Notice{phrases.text("due-overdue"), phrases.text("due-since", {{"day", phrases.long_date(*sheet.due.due)}})});
  }
  add_sheet_map(document, sheet.map, "line-map-caption", "legend-this-line", "legend-monument", phrases);
  document.blocks.emplace_back(Heading{phrases.text("section-course"), "course"});
  document.blocks.emplace_back(Paragraph{phrases.text("course-note"), true});
  for (const CourseSection& section : sheet.course) document.blocks.emplace_back(Paragraph{course_words(section, phrases)});
  add_monuments(document, sheet, false, phrases);
  add_monuments(document, sheet, true, phrases);
  return document;
}

ReportDocument compose_monument_form(const MonumentForm& form, const Phrases& phrases) {
  const Monument& m = form.entry.monument;
  ReportDocument document = begin_sheet(form.head, phrases.text("monument-form"), m.number, phrases.listed(form.lines), phrases);
  FactList facts;
  const auto add = [&](const char* label, std::string value, bool wide = false, bool exact = false) {
    facts.facts.push_back({phrases.text(label), or_dash(value), exact, wide});
  };
  add("monument-number", m.number);
  add("monument-kind", phrases.word("monument-kind", to_text(m.kind)));
  add("monument-side", form.entry.side);
  add("monument-material", m.material);
  add("monument-position", place_words(m.position), false, true);
  add("monument-height", m.height_m ? phrases.number(*m.height_m, 3) : "");
  add("monument-accuracy", m.accuracy_m > 0 ? phrases.number(m.accuracy_m, 3) : "");
  add("monument-surveyed", day_words(m.surveyed_on, phrases) + (m.method.empty() ? "" : phrases.text("list-comma") + m.method));
  add("monument-keeper", m.keeper);
  add("monument-status", status_cell(form.entry, phrases).text);
  add("monument-location", m.location, true);
  document.blocks.emplace_back(std::move(facts));
  document.blocks.emplace_back(Heading{phrases.text("section-witnesses"), "witnesses"});
  Table witnesses;
  witnesses.columns = {{phrases.text("witness-object"), 2}, {phrases.text("witness-part"), 2},
                       {phrases.text("witness-azimuth"), 1.4, Align::right}, {phrases.text("witness-distance"), 1.2, Align::right}};
  for (const Witness& w : m.witnesses) {
    witnesses.rows.push_back({{{w.object}, {or_dash(w.part)}, {fixed(w.azimuth_deg, 4) + "°"}, {phrases.number(w.distance_m, 2)}}});
  }
  document.blocks.emplace_back(std::move(witnesses));
  document.blocks.emplace_back(Paragraph{phrases.text("witness-note"), true});
  add_sheet_map(document, form.map, "monument-map-caption", "legend-monument-lines", "legend-witness", phrases);
  if (!form.observations.empty()) {
    document.blocks.emplace_back(Heading{phrases.text("section-observations"), "observations"});
    Table seen;
    seen.columns = {{phrases.text("observed-on"), 1.2}, {phrases.text("observed-state"), 1}, {phrases.text("monument-position"), 2.2}, {phrases.text("observer"), 1.4}};
    for (const Observation& o : form.observations) {
      seen.rows.push_back({{{phrases.short_date(o.on)}, {phrases.word("seen", to_text(o.state)), o.note},
                            {o.position ? place_words(*o.position) : "–"}, {or_dash(o.observer)}}});
    }
    document.blocks.emplace_back(std::move(seen));
  }
  SignatureBlock signatures;
  signatures.roles = form.parties;
  signatures.lines = {phrases.text("sign-technician"), phrases.text("sign-office"), phrases.text("sign-day")};
  signatures.seal = phrases.text("sign-seal");
  document.blocks.emplace_back(std::move(signatures));
  return document;
}

ReportDocument compose_due(const DueList& list, const Phrases& phrases) {
  const SheetHead& head = list.head;
  const std::string subtitle = phrases.text("due-year", {{"year", std::to_string(list.year)}});
  ReportDocument document = begin_sheet(head, phrases.text("due-list"), subtitle, phrases.long_date(head.on), phrases);
  Table table;
  table.columns = {{phrases.text("line"), 3}, {phrases.text("sheet-last-inspection"), 1.4}, {phrases.text("sheet-due"), 1.6},
                   {phrases.text("length-km"), 1.1, Align::right}, {phrases.text("due-monuments"), 1, Align::right}};
  double length = 0;
  std::size_t monuments = 0;
  for (const DueEntry& entry : list.entries) {
    const bool overdue = entry.due.overdue(head.on);
    table.rows.push_back({{{entry.name, entry.codes}, {day_words(entry.due.last_filed, phrases)},
                           {day_words(entry.due.due, phrases), overdue ? phrases.text("due-overdue") : "", "", overdue},
                           {phrases.km(entry.length_m)}, {std::to_string(entry.monuments)}}});
    length += entry.length_m;
    monuments += entry.monuments;
  }
  table.total = ReportRow{{{phrases.text("total")}, {""}, {""}, {phrases.km(length)}, {std::to_string(monuments)}}, true};
  document.blocks.emplace_back(Paragraph{list.years > 0 ? phrases.text("due-intro", {{"years", std::to_string(list.years)}}) : phrases.text("due-no-rule")});
  document.blocks.emplace_back(std::move(table));
  return document;
}

std::string written(const LineSheet& sheet, const Phrases& phrases, std::string_view format) {
  return sheet_bytes(compose_line_sheet(sheet, phrases), sheet.head.on, format);
}

std::string written(const MonumentForm& form, const Phrases& phrases, std::string_view format) {
  return sheet_bytes(compose_monument_form(form, phrases), form.head.on, format);
}

std::string written(const DueList& list, const Phrases& phrases, std::string_view format) {
  return sheet_bytes(compose_due(list, phrases), list.head.on, format);
}

}  // namespace merestone
