// SPDX-License-Identifier: Apache-2.0
#include "data/packs/json_node.hpp"
#include "data/packs/packs.hpp"
#include "data/packs/read_burials.hpp"
#include "data/packs/read_enforcement.hpp"
#include "data/packs/read_naming.hpp"
#include "data/packs/read_relief.hpp"
#include "data/packs/read_risk_scales.hpp"
#include "gis/base/error.hpp"

#include <algorithm>

namespace merestone {
namespace {

void read_pack_head(JsonNode& node, CountryPack& pack) {
  pack.id = node.text("id");
  pack.words = node.words("words");
  pack.document_pattern = node.text("document_pattern", false);
  node.each("calendar", [&](JsonNode& calendar) {
    if (calendar.has("rest_days")) pack.calendar.rest_days = calendar.wholes("rest_days");
    pack.calendar.holidays = calendar.days("holidays");
    pack.calendar.worked = calendar.days("worked");
  });
}

void read_divisions(JsonNode& node, CountryPack& pack) {
  node.each("levels", [&](JsonNode& level) { pack.levels.push_back({level.whole("level"), level.words("words")}); });
  node.each("kinds", [&](JsonNode& kind) {
    DivisionKind& made = pack.kinds.emplace_back();
    made.id = kind.text("id");
    made.level = kind.whole("level");
    made.words = kind.words("words");
    made.generic_terms = kind.texts("generic_terms");
    made.area = static_cast<AreaKind>(
        kind.one_of("area", {"statutory", "dispatched", "entrusted", "statistical", "functional"}, false));
  });
}

CodeLevel read_code_level(JsonNode& node) {
  CodeLevel level;
  level.level = node.whole("level");
  level.length = static_cast<std::size_t>(node.whole("length", false));
  level.written = node.has("written") ? static_cast<std::size_t>(node.whole("written")) : level.length;
  level.below_superior = node.flag("below_superior");
  level.skipped = node.digit_ranges("skipped");
  level.pattern = node.text("pattern", false);
  node.each("ranges", [&](JsonNode& range) {
    CodeRange& made = level.ranges.emplace_back(CodeRange{.digits = range.digits("digits")});
    made.kinds = range.texts("kinds");
    made.under = range.digits("under");
    made.roll_up = range.flag("roll_up");
  });
  return level;
}

void read_codes(JsonNode& node, CountryPack& pack) {
  node.each("systems", [&](JsonNode& system) {
    CodeSystem& made = pack.code_systems.emplace_back();
    made.id = system.text("id");
    made.words = system.words("words");
    made.source = system.text("source", false);
    made.reuse = system.one_of("reuse", {"never", "warned"}) == 0 ? CodeReuse::never : CodeReuse::warned;
    system.each("editions", [&](JsonNode& edition) {
      CodeEdition& e = made.editions.emplace_back();
      e.id = edition.text("id");
      e.valid = {edition.day("from").value_or(unknown_start), edition.day("until").value_or(open_end)};
      edition.each("levels", [&](JsonNode& level) { e.levels.push_back(read_code_level(level)); }, true);
    });
  });
}

void read_changes(JsonNode& node, CountryPack& pack) {
  std::vector<std::string> kinds;
  for (const ChangeKind kind : change_kinds) kinds.emplace_back(word_of(kind));
  node.each("kinds", [&](JsonNode& change) {
    ChangeRule& made = pack.changes.emplace_back();
    made.kind = change_kinds[change.one_of("kind", kinds)];
    made.words = change.words("words");
    made.definition = change.words("definition", false);
    made.code = static_cast<CodeEffect>(change.one_of("code", {"given", "retired", "kept", "replaced", "either"}));
    made.specific_term_only = change.flag("specific_term_only");
    made.source = change.text("source", false);
    change.each("approvals", [&](JsonNode& approval) {
      made.approvals.push_back({approval.whole("from_level"), approval.whole("to_level"), approval.words("by"),
                                approval.words("when", false)});
    });
  });
  node.each("clocks", [&](JsonNode& clock) {
    Clock& made = pack.clocks.emplace_back();
    made.id = clock.text("id");
    made.words = clock.words("words");
    made.of = clock.text("of");
    made.starts = clock.text("starts");
    made.stops = clock.text("stops");
    made.allowed = clock.span("allowed");
    made.extension = clock.span("extension");
    made.acts = clock.texts("acts");
    made.source = clock.text("source", false);
  });
}

void read_steps(JsonNode& node, DisputeTemplate& made) {
  node.each("triage", [&](JsonNode& question) {
    made.triage.push_back({question.text("id"), question.words("words"), question.text("outcome"),
                           question.words("refer_to", false), question.text("source", false)});
  });
  node.each("steps", [&](JsonNode& step) {
    ProcedureStep& s = made.steps.emplace_back();
    s.id = step.text("id");
    s.words = step.words("words");
    s.decider = step.words("decider", false);
    s.output = step.words("output", false);
    if (step.has("limit")) s.limit = step.span("limit");
    // Without a limit of the law: how the days of a time that the office sets are counted.
    if (step.text("counts", false) == "working") s.limit = Span{s.limit.value_or(Span{}).months, s.limit.value_or(Span{}).days, DayCount::working};
    s.limit_from = step.text("limit_from", false);
    s.next = step.texts("next");
    s.source = step.text("source", false);
  }, true);
  node.each("filing", [&](JsonNode& filing) { made.filing.push_back({filing.whole("level"), filing.words("with")}); });
}

void read_tiers(JsonNode& node, DisputeTemplate& made) {
  node.each("tiers", [&](JsonNode& tier) {
    EvidenceTier& t = made.tiers.emplace_back();
    t.id = tier.text("id");
    t.words = tier.words("words");
    t.weight = static_cast<EvidenceWeight>(tier.one_of("weight", {"decisive", "reference", "inadmissible"}));
    t.not_before = tier.day("not_before");
    t.before_dispute = tier.flag("before_dispute");
    t.source = tier.text("source", false);
    tier.each("items", [&](JsonNode& item) {
      t.items.push_back({item.text("id"), item.words("words"), item.flag("needs_seal"), item.flag("both_sides"),
                         item.flag("before_dispute")});
    });
  }, true);
}

void read_disputes(JsonNode& node, CountryPack& pack) {
  node.each("templates", [&](JsonNode& dispute) {
    DisputeTemplate& made = pack.disputes.emplace_back();
    made.id = dispute.text("id");
    made.words = dispute.words("words");
    made.from_level = dispute.whole("from_level");
    made.to_level = dispute.whole("to_level");
    made.village_needs_approval = dispute.flag("village_needs_approval");
    made.standstill = dispute.wordings("standstill");
    made.source = dispute.text("source", false);
    read_steps(dispute, made);
    read_tiers(dispute, made);
  });
}

void read_lines(JsonNode& node, CountryPack& pack) {
  LineRules& lines = pack.lines;
  lines.witnesses = node.whole("witnesses", false);
  lines.inspection_years = node.whole("inspection_years", false);
  lines.corridor_m = node.number("corridor_m");
  lines.source = node.text("source", false);
  node.each("monuments", [&](JsonNode& monuments) {
    MonumentTemplate& made = lines.monuments.emplace_back();
    made.level = monuments.whole("level");
    made.number = monuments.text("number");
    made.single = monuments.text("single", false);
    made.twins = monuments.texts("twins");
    made.triplets = monuments.texts("triplets");
    made.reuse = monuments.flag("reuse");
    made.order = monuments.words("order", false);
    made.source = monuments.text("source", false);
  });
}

ProcedureStep read_name_step(JsonNode& step) {
  ProcedureStep s;
  s.id = step.text("id");
  s.words = step.words("words");
  s.decider = step.words("decider", false);
  s.output = step.words("output", false);
  s.next = step.texts("next");
  s.source = step.text("source", false);
  return s;
}

void read_names(JsonNode& node, CountryPack& pack) {
  NameRules& names = pack.names;
  names.class_scheme = node.text("class_scheme", false);
  names.source = node.text("source", false);
  node.each("kinds", [&](JsonNode& kind) {
    NameKindRule& made = names.kinds.emplace_back();
    made.id = kind.text("id");
    made.words = kind.words("words");
    made.classes = kind.texts("classes");
    made.source = kind.text("source", false);
    kind.each("approvers", [&](JsonNode& approver) {
      made.approvers.push_back({approver.text("body"), approver.whole("from_level", false), approver.whole("to_level", false),
                                approver.words("by"), approver.words("when", false), approver.words("consult", false),
                                approver.text("file_with", false)});
    });
  });
  node.each("steps", [&](JsonNode& step) { names.steps.push_back(read_name_step(step)); });
  node.each("documents", [&](JsonNode& document) {
    names.documents.push_back({document.text("role"), document.text("step"), document.words("words"), document.texts("kinds"),
                               document.flag("mandatory")});
  });
  node.each("languages", [&](JsonNode& one) { names.languages.push_back({one.text("script"), one.text("language")}); });
  node.each("signs", [&](JsonNode& signs) {
    names.signs.far_from_line_m = signs.number("far_from_line_m");
    names.signs.far_from_point_m = signs.number("far_from_point_m");
    signs.each("needed", [&](JsonNode& need) {
      names.signs.needed.push_back({need.texts("classes"), need.number("longer_than_m"), need.text("source", false)});
    });
  });
  node.each("secrecy", [&](JsonNode& level) {
    names.secrecy.push_back({level.text("id"), level.words("words"), level.flag("exported")});
  });
}

using Section = void (*)(JsonNode&, CountryPack&);
constexpr std::pair<std::string_view, Section> sections[] = {
    {"pack.json", read_pack_head},    {"divisions.json", read_divisions}, {"codes.json", read_codes},
    {"changes.json", read_changes},   {"disputes.json", read_disputes},   {"lines.json", read_lines},
    {"names.json", read_names},
    {"naming.json", [](JsonNode& node, CountryPack& pack) { read_naming(node, pack.naming); }},
    {"indicators.json", [](JsonNode& node, CountryPack& pack) { read_indicators(node, "indicators", pack.indicators); }},
    {"relief.json", [](JsonNode& node, CountryPack& pack) { read_relief(node, pack.relief); }},
    {"enforcement.json", [](JsonNode& node, CountryPack& pack) { read_enforcement(node, pack.enforcement); }},
    {"burials.json", [](JsonNode& node, CountryPack& pack) { read_burials(node, pack.burials); }},
    {"siting.json", [](JsonNode& node, CountryPack& pack) { read_siting(node, pack.siting); }},
    {"hazards.json", [](JsonNode& node, CountryPack& pack) { read_risk_scales(node, pack.risk_scales); }}};

void read_section(Section section, const PackFile& file, JsonReading& reading, CountryPack& pack) {
  const auto json = nlohmann::json::parse(file.text, nullptr, false);
  if (json.is_discarded()) return reading.report("json.malformed", "", "");
  JsonNode node{reading, json, ""};
  section(node, pack);
  node.close();
}

}  // namespace

CountryPack read_pack(const std::vector<PackFile>& files) {
  CountryPack pack;
  std::vector<Finding> findings;
  for (const auto& [name, section] : sections) {
    JsonReading reading{std::string{name}};
    const auto found = std::find_if(files.begin(), files.end(), [&, wanted = name](const PackFile& f) { return f.name == wanted; });
    if (found != files.end()) read_section(section, *found, reading, pack);
    else if (name == sections[0].first) reading.report("pack.missing_file", "", "");
    findings.insert(findings.end(), reading.findings.begin(), reading.findings.end());
  }
  if (findings.empty()) findings = check_pack(pack);
  if (!findings.empty()) throw Error{Fault::invalid, "the pack " + pack.id + " is not as packs must be", findings};
  return pack;
}

}  // namespace merestone
