// SPDX-License-Identifier: Apache-2.0
#include "cli/report/name_sheet.hpp"

#include "cli/report/sheet_parts.hpp"
#include "gis/base/text.hpp"

namespace merestone {
namespace {

/// A list of facts in which what is not known is a dash.
class Facts {
 public:
  explicit Facts(const Phrases& phrases) : phrases_{phrases} {}
  void add(const char* label, const std::string& value, bool wide = false, bool exact = false) {
    list_.facts.push_back({phrases_.text(label), value.empty() ? "–" : value, exact, wide});
  }
  void add_as(std::string label, const std::string& value) {
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
    list_.facts.push_back({std::move(label), value, false, false});
  }
  FactList take() { return std::move(list_); }

 private:
  const Phrases& phrases_;
  FactList list_;
};

std::string document_words(const std::optional<Document>& document, const Phrases& phrases) {
  if (!document) return {};
  std::vector<std::string> parts{document->title};
  if (!document->number.empty() && document->number != document->title) parts.push_back(document->number);
  if (!document->issuer.empty()) parts.push_back(document->issuer);
  if (document->issued) parts.push_back(phrases.short_date(*document->issued));
  return phrases.listed(parts);
}

std::string spellings_of(const PlaceName& name, const Phrases& phrases) {
  std::vector<std::string> parts;
  for (const Spelling& s : name.spellings) parts.push_back(s.text + (s.source_language.empty() || s.source_language == name.language ? "" : " (" + s.source_language + ")"));
  return phrases.listed(parts);
}

/// A language by its name where we have one, else by its tag.
std::string language_of(const PlaceName& name, const Phrases& phrases) {
  const std::string primary = name.language.substr(0, name.language.find('-'));
  std::string told = phrases.knows("name-language-" + primary) ? phrases.word("name-language", primary) : name.language;
  const std::string script = name.script.empty() && primary != name.language ? name.language.substr(primary.size() + 1) : name.script;
  return told == name.language || script.empty() ? told : told + " (" + script + ")";
}

bool is_a_day(const EdtfEnd& end) { return end.kind == EdtfEnd::Kind::date && end.date.day > 0; }

/// Days as people write them; what is known less well than by the day as EDTF has it.
std::string held(const Edtf& valid, const Phrases& phrases) {
  if (is_vague(valid) || valid.single || !is_a_day(valid.from)) return to_string(valid);
  const Period days = days_of(valid);
  if (valid.to.kind == EdtfEnd::Kind::open) return phrases.text("name-since", {{"day", phrases.long_date(days.from)}});
  if (!is_a_day(valid.to)) return to_string(valid);
  return phrases.text("name-from-to", {{"from", phrases.long_date(days.from)}, {"to", phrases.long_date(days.until - std::chrono::days{1})}});
}

void add_main(ReportDocument& document, const NameForm& form, const PlaceName* shown, const Phrases& phrases) {
  const PlaceRecord& place = form.place;
  Facts facts{phrases};
  facts.add("name-standard", shown ? shown->text : "");
  facts.add("name-roman", shown ? spellings_of(*shown, phrases) : "");
  facts.add("name-specific", shown ? shown->specific : "");
  facts.add("name-generic", shown ? shown->generic : "");
  facts.add("name-reading", shown ? shown->reading : "");
  facts.add("name-language", shown ? language_of(*shown, phrases) : "");
  std::string code;
  for (const PlaceCode& c : place.codes) {
    if (c.system == "cn-place" && c.valid.contains(form.head.on)) code = c.code;
  }
  facts.add("name-code", code, false, true);
  facts.add("name-class", phrases.listed(form.classes));
  facts.add("name-division", phrases.listed(form.divisions), true);
  facts.add("name-location", place.head.location, true);
  facts.add("name-description", place.head.description, true);
  facts.add("name-position", place.position ? phrases.position(*place.position) : "", false, true);
  facts.add("name-secrecy", form.secrecy);
  facts.add("name-origin", shown ? shown->origin : "", true);
  facts.add("name-meaning", shown ? shown->meaning : "", true);
  facts.add("name-valid", shown ? held(shown->valid, phrases) : "");
  facts.add("name-signs", place.signs.empty() ? "" : std::to_string(place.signs.size()));
  facts.add("name-decision", document_words(form.decision, phrases), true);
  facts.add("name-source", shown ? shown->source : "", true);
  for (const auto& [label, value] : form.attributes) facts.add_as(label, value);
  document.blocks.emplace_back(facts.take());
}

void add_names(ReportDocument& document, const PlaceRecord& place, const Phrases& phrases) {
  Table table;
  table.columns = {{phrases.text("name"), 2}, {phrases.text("name-kind"), 1}, {phrases.text("name-language"), 0.8}, {phrases.text("name-roman"), 2},
                   {phrases.text("name-valid"), 1.8}};
  for (const PlaceName& n : place.names) {
    table.rows.push_back({{{n.text, n.reading}, {phrases.word("name-kind", to_text(n.kind)), phrases.word("name-status", to_text(n.status))}, {language_of(n, phrases)},
                           {spellings_of(n, phrases)}, {held(n.valid, phrases)}}});
  }
  document.blocks.emplace_back(Heading{phrases.text("section-names"), "names"});
  document.blocks.emplace_back(std::move(table));
}

}  // namespace

ReportDocument compose_name_form(const NameForm& form, const Phrases& phrases) {
  const PlaceName* shown = form.place.name_on(form.head.on);
  if (shown == nullptr && !form.place.names.empty()) shown = &form.place.names.front();
  ReportDocument document = begin_sheet(form.head, phrases.text("name-form"), shown ? shown->text : form.place.local_id, phrases.listed(form.divisions), phrases);
  add_main(document, form, shown, phrases);
  add_names(document, form.place, phrases);
  SignatureBlock signatures;
  signatures.roles = {phrases.text("name-recorder"), phrases.text("name-office")};
  signatures.lines = {phrases.text("sign-name"), phrases.text("sign-day")};
  signatures.seal = phrases.text("sign-seal");
  document.blocks.emplace_back(std::move(signatures));
  return document;
}

ReportDocument compose_announcement(const Announcement& announcement, const Phrases& phrases) {
  const std::string subtitle = phrases.long_date(announcement.day);
  ReportDocument document = begin_sheet(announcement.head, phrases.text("name-announcement"), announcement.body, subtitle, phrases);
  document.blocks.emplace_back(Paragraph{phrases.counted("announcement-intro", announcement.names.size(), {{"count", phrases.number(static_cast<double>(announcement.names.size()))},
                                                                            {"body", announcement.body}})});
  for (std::size_t i = 0; i < announcement.names.size(); ++i) {
    const AnnouncedName& named = announcement.names[i];
    const NameApplication& a = named.application;
    const ApplicationStep* approval = a.step(name_state::approved);
    const ApplicationStep* force = a.step(name_state::in_force);
    document.blocks.emplace_back(Heading{a.text, "name-" + std::to_string(i + 1)});
    Facts facts{phrases};
    facts.add("name-standard", a.text);
    facts.add("name-roman", a.spelling);
    facts.add("name-act", phrases.word("name-act", to_text(a.act)));
    facts.add("name-former", named.former);
    facts.add("name-division", named.division, true);
    facts.add("name-location", a.location, true);
    facts.add("name-approved-by", approval ? approval->body.name : "");
    facts.add("name-approved-on", approval ? phrases.long_date(approval->day) : "");
    facts.add("name-decision", document_words(named.decision, phrases), true);
    facts.add("name-in-force", force ? phrases.long_date(force->day) : "");
    document.blocks.emplace_back(facts.take());
  }
  document.blocks.emplace_back(Paragraph{phrases.text("announcement-use"), true});
  SignatureBlock signatures;
  signatures.roles = {announcement.body};
  signatures.lines = {phrases.text("sign-day")};
  signatures.seal = phrases.text("sign-seal");
  document.blocks.emplace_back(std::move(signatures));
  return document;
}

std::string written(const NameForm& form, const Phrases& phrases, std::string_view format) {
  const ReportDocument document = compose_name_form(form, phrases);
  return sheet_bytes(document, form.head.on, format);
}

std::string written(const Announcement& announcement, const Phrases& phrases, std::string_view format) {
  const ReportDocument document = compose_announcement(announcement, phrases);
  return sheet_bytes(document, announcement.day, format);
}

}  // namespace merestone
