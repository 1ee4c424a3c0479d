// SPDX-License-Identifier: Apache-2.0
#include "cli/report/dispute_report.hpp"
#include "cli/report/document.hpp"
#include "cli/report/phrases.hpp"
#include "cli/report/report_files.hpp"
#include "cli/words/words.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace merestone {
namespace {

class Composer {
 public:
  Composer(const DisputeReport& report, DisputeReportKind kind, std::string_view language)
      : report_{report}, kind_{kind}, phrases_{language}, words_{language_of(language)} {}

  ReportDocument run() {
    head();
    if (kind_ == DisputeReportKind::agreement) {
      agreement();
    } else {
      summary();
      map("dispute-map");
      if (kind_ == DisputeReportKind::dossier) {
        steps();
        due();
        evidence();
      }
      faces();
      views();
      if (kind_ == DisputeReportKind::dossier) {
        opinions();
        alerts();
        outcome();
      }
    }
    return std::move(document_);
  }

 private:
  const std::string& text(std::string_view key) const { return phrases_.text(key); }
  void heading(const char* key) { document_.blocks.emplace_back(Heading{text(key), key}); }
  void paragraph(const std::string& words) { document_.blocks.emplace_back(Paragraph{words}); }
  std::string day(std::optional<Date> date) const { return date ? phrases_.long_date(*date) : text("dispute-not-set"); }
  std::string km2(Wide um2) const { return phrases_.number(square_metres(um2) / 1e6, 4); }

  std::string state_words(const std::string& id) const {
    const ProcedureStep* step = report_.procedure.step(id);
    if (!step) return phrases_.word("dispute-state", id);
    return words_ == Language::chinese ? step->words.zh : step->words.en;
  }
  std::string label_of(DivisionId division) const {
    for (const CaseParty& party : report_.parties) {
      if (party.division == division) return party.label;
    }
    return "–";
  }

  void head() {
    const char* kinds[] = {"dispute-dossier", "dispute-contested", "dispute-agreement"};
    const DisputeCase& one = report_.the_case;
    document_.language = phrases_.language();
    document_.office = report_.office.empty() ? text("office-unnamed") : report_.office;
    document_.kind = text(kinds[static_cast<int>(kind_)]);
    document_.name = one.title;
    document_.subtitle = phrases_.text("dispute-case", {{"number", one.number}});
    document_.title = phrases_.text("dispute-title", {{"document", document_.kind}, {"name", one.title}});
    document_.footer = phrases_.text("dispute-footer", {{"document", document_.kind}, {"number", one.number},
                                                        {"date", phrases_.long_date(report_.on)},
                                                        {"revision", std::to_string(report_.revision)},
                                                        {"audit", report_.audit_head.substr(0, 12)}});
    document_.page_words = text("page");
    document_.program = report_.program;
    document_.produced_at = report_.produced_at;
  }

  void summary() {
    const DisputeCase& one = report_.the_case;
    Wide sum = 0;
    for (const ContestedFace& face : report_.contested) sum += face.area_um2;
    const auto& law = report_.procedure.words;
    FactList facts;
    facts.facts = {{text("dispute-state"), phrases_.text("dispute-since", {{"state", state_words(one.state())},
                                                                           {"date", phrases_.long_date(one.steps.back().day)}})},
                   {text("dispute-procedure"), words_ == Language::chinese ? law.zh : law.en},
                   {text("dispute-reported"), phrases_.long_date(one.reported)},
                   {text("dispute-arose"), day(one.arose)},
                   {text("dispute-status-quo"), day(one.status_quo())},
                   {text("dispute-area"), phrases_.with_unit(km2(sum), "km2")}};
    document_.blocks.emplace_back(std::move(facts));
    document_.blocks.emplace_back(Paragraph{text("dispute-neutral"), true});
    parties();
  }

  void parties() {
    heading("dispute-parties");
    Table table;
    table.columns = {{text("dispute-party"), 1}, {text("code"), 2}, {text("name"), 5}};
    for (const CaseParty& party : report_.parties) table.rows.push_back({{{party.label}, {party.code}, {party.name}}});
    document_.blocks.emplace_back(std::move(table));
  }

  void map(const char* title) {
    if (report_.map.grounds.empty() || report_.contested.empty()) return;
    heading(title);
    MapPlate plate;
    plate.sheet = report_.map;
    plate.sheet.language = phrases_.language();
    plate.sheet.north = text("north-mark");
    const char* letters[] = {"north", "south", "east", "west"};
    for (std::size_t i = 0; i < 4; ++i) plate.sheet.letters[i] = text(letters[i]);
    auto& legend = plate.sheet.legend;
    using Symbol = LegendEntry::Symbol;
    legend.push_back({Symbol::disputed, text("dispute-legend-contested"), 0, false, false, 0, {}, {}});
    legend.push_back({Symbol::line, text("dispute-legend-ground"), 2, false, false, 0, {}, {}});
    for (std::size_t i = 0; i < report_.parties.size(); ++i) {
      const CaseParty& party = report_.parties[i];
      legend.push_back({Symbol::line, phrases_.text("dispute-legend-claim", {{"label", party.label}, {"name", party.name}}), 2, false, false,
                        static_cast<int>(i) + 1, {}, {}});
    }
    const bool others = std::any_of(plate.sheet.lines.begin(), plate.sheet.lines.end(), [](const SheetLine& l) { return l.disputed; });
    if (others) legend.push_back({Symbol::line, text("dispute-legend-other"), 2, false, true, 0, {}, {}});
    if (!report_.line.empty()) legend.push_back({Symbol::line, text("dispute-legend-agreed"), 1, true, false, 0, {}, {}});
    if (!report_.points.empty()) legend.push_back({Symbol::marker, text("dispute-legend-point"), 0, false, false, 0, {}, {}});
    plate.caption = text("dispute-map-caption");
    plate.screen_caption = text("dispute-map-screen");
    plate.alternative = text(title);
    document_.blocks.emplace_back(std::move(plate));
  }

  void steps() {
    heading("dispute-steps");
    Table table;
    table.columns = {{text("dispute-day"), 1.4}, {text("dispute-state"), 2.4}, {text("dispute-note"), 4}};
    for (const CaseStep& step : report_.the_case.steps) {
      table.rows.push_back({{{phrases_.short_date(step.day)}, {state_words(step.state)}, {step.note}}});
    }
    document_.blocks.emplace_back(std::move(table));
    std::string next;
    for (const std::string& state : report_.next) next += (next.empty() ? "" : text("list-comma")) + state_words(state);
    if (!next.empty()) paragraph(text("dispute-next") + text("colon") + next + text("full-stop"));
  }

  void due() {
    heading("dispute-due");
    if (report_.due.empty()) return paragraph(text("dispute-due-none"));
    Table table;
    table.columns = {{text("dispute-state"), 4}, {text("dispute-by-law"), 2}, {"", 1.5}};
    table.columns[1].title = "";
    for (const DueStep& step : report_.due) {
      table.rows.push_back({{{phrases_.text("dispute-due-state", {{"state", state_words(step.state)}, {"due", phrases_.long_date(step.due)}})},
                             {text(step.by_office ? "dispute-by-office" : "dispute-by-law")},
                             {text(step.overdue ? "dispute-overdue" : "dispute-in-time"), "", "", step.overdue}}});
    }
    document_.blocks.emplace_back(std::move(table));
  }

  /// By tier, then in the order of the parties.
  void evidence() {
    heading("dispute-evidence");
    if (report_.evidence.empty()) return paragraph(text("dispute-evidence-none"));
    std::vector<const DisputeReport::Piece*> order;
    for (const auto& piece : report_.evidence) order.push_back(&piece);
    const auto tier = [](const DisputeReport::Piece* p) { return p->evidence.confirmed.empty() ? p->best : p->evidence.confirmed; };
    std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
      return std::pair{tier(a), label_of(a->evidence.party)} < std::pair{tier(b), label_of(b->evidence.party)};
    });
    Table table;
    table.columns = {{text("dispute-tier"), 1.3}, {text("dispute-party"), 0.9}, {text("title-column"), 4}, {text("issued"), 1.4}, {text("dispute-item"), 0.9}};
    for (const auto* piece : order) {
      std::string detail = piece->evidence.proves;
      for (const Finding& found : piece->findings) detail += (detail.empty() ? "" : "\n") + sentence(found, words_);
      const bool confirmed = !piece->evidence.confirmed.empty();
      table.rows.push_back({{{phrases_.text(confirmed ? "dispute-tier-confirmed" : "dispute-tier-best", {{"tier", tier(piece)}})},
                             {label_of(piece->evidence.party)},
                             {piece->document.title, detail},
                             {piece->document.issued ? phrases_.short_date(*piece->document.issued) : "–"},
                             {piece->evidence.item.empty() ? "–" : piece->evidence.item}}});
    }
    document_.blocks.emplace_back(std::move(table));
  }

  void faces() {
    heading("dispute-faces");
    if (report_.contested.empty()) return paragraph(text("dispute-faces-none"));
    std::map<std::string, std::pair<std::size_t, Wide>> by_label;
    Wide sum = 0;
    for (const ContestedFace& face : report_.contested) {
      auto& [count, area] = by_label[face.label];
      ++count;
      area += face.area_um2;
      sum += face.area_um2;
    }
    Table table;
    table.columns = {{text("dispute-face"), 2}, {text("pieces"), 2, Align::right}, {text("dispute-area-km2"), 2, Align::right}, {text("share"), 2, Align::right}};
    for (const auto& [label, entry] : by_label) {
      table.rows.push_back({{{label}, {std::to_string(entry.first)}, {km2(entry.second)},
                             {phrases_.percent(square_metres(entry.second) / square_metres(sum))}}});
    }
    table.total = Row{{{text("dispute-total")}, {std::to_string(report_.contested.size())}, {km2(sum)}, {phrases_.percent(1)}}, true, {}, {}};
    document_.blocks.emplace_back(std::move(table));
  }

  void views() {
    if (report_.views.empty()) return;
    heading("dispute-views");
    paragraph(text("dispute-views-intro"));
    Table table;
    table.columns = {{text("dispute-view"), 3}};
    for (const CaseParty& party : report_.parties) table.columns.push_back({party.label + " (km²)", 2, Align::right});
    table.columns.push_back({text("dispute-total"), 2, Align::right});
    for (const DisputeReport::View& view : report_.views) {
      Row row;
      row.cells = {{view.party.empty() ? text("dispute-view-ground") : phrases_.text("dispute-view-party", {{"label", view.party}})}};
      Wide sum = 0;
      for (const Wide held : view.held_um2) {
        row.cells.push_back({km2(held)});
        sum += held;
      }
      row.cells.push_back({km2(sum)});
      table.rows.push_back(std::move(row));
    }
    document_.blocks.emplace_back(std::move(table));
  }

  void opinions() {
    if (report_.opinions.empty()) return;
    heading("dispute-opinions");
    Table table;
    table.columns = {{text("number"), 0.6, Align::right}, {text("dispute-kind"), 1.4}, {text("dispute-party"), 0.9}, {text("title-column"), 3.4},
                     {text("dispute-accuracy"), 1.2, Align::right}, {text("dispute-length"), 1.3, Align::right}};
    for (const LineOpinion& opinion : report_.opinions) {
      table.rows.push_back({{{std::to_string(opinion.id.value)},
                             {text("dispute-line-" + std::string{word_of(opinion.kind)})},
                             {label_of(opinion.holder)},
                             {opinion.title, opinion.method},
                             {opinion.accuracy_m > 0 ? phrases_.number(opinion.accuracy_m, 1) : "–"},
                             {opinion.path.empty() ? "–" : phrases_.km(length_m(opinion.path))}}});
    }
    document_.blocks.emplace_back(std::move(table));
  }

  void alerts() {
    if (!report_.the_case.status_quo()) return;
    heading("dispute-alerts");
    if (report_.alerts.empty()) return paragraph(text("dispute-alerts-none"));
    for (const Finding& alert : report_.alerts) {
      document_.blocks.emplace_back(Notice{severity_word(alert.severity, words_), sentence(alert, words_)});
    }
  }

  std::string villages(const std::vector<MovedVillage>& moved) const {
    std::string names;
    for (const MovedVillage& village : moved) names += (names.empty() ? "" : text("list-comma")) + village.name;
    return names;
  }

  void outcome() {
    if (!report_.outcome) return;
    const Outcome& o = *report_.outcome;
    heading("dispute-outcome");
    FactList facts;
    facts.facts = {{text("dispute-mode"), text("dispute-mode-" + std::string{word_of(o.mode)})},
                   {text("dispute-decided"), phrases_.long_date(o.decided)},
                   {text("dispute-effective"), phrases_.long_date(o.effective)},
                   {text("dispute-villages"), o.moved.empty() ? text("dispute-none") : villages(o.moved)},
                   {text("dispute-obligations"), o.obligations.empty() ? text("dispute-none") : o.obligations, false, true}};
    document_.blocks.emplace_back(std::move(facts));
    points();
  }

  void points() {
    if (report_.points.size() < 2) return;
    heading("dispute-points");
    const std::vector<AnnexLeg> legs = annex_legs(report_.points);
    Table table;
    table.columns = {{text("dispute-point"), 0.8, Align::right}, {text("position"), 3}, {text("dispute-azimuth"), 2, Align::right},
                     {text("dispute-distance"), 1.6, Align::right}, {text("dispute-monument"), 2.4}};
    double sum_m = 0;
    for (std::size_t i = 0; i < report_.points.size(); ++i) {
      const TurningPoint& point = report_.points[i];
      const bool last = i >= legs.size();
      if (!last) sum_m += legs[i].distance_m;
      table.rows.push_back({{{std::to_string(i + 1)},
                             {fixed(degrees(point.position.lon), 7) + ", " + fixed(degrees(point.position.lat), 7)},
                             {last ? "" : azimuth(legs[i].azimuth_deg)},
                             {last ? "" : phrases_.number(legs[i].distance_m, 1)},
                             {point.monument.empty() ? "" : point.number, point.monument.empty() ? "" : text("dispute-monument-" + point.monument)}}});
    }
    table.total = Row{{{""}, {text("dispute-total")}, {""}, {phrases_.number(sum_m, 1)}, {""}}, true, {}, {}};
    document_.blocks.emplace_back(std::move(table));
  }

  /// "047°15′30″".
  static std::string azimuth(double degrees_from_north) {
    auto seconds = std::llround(degrees_from_north * 3600) % (360 * 3600);
    const auto two = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const auto whole = seconds / 3600;
    return std::string{whole < 100 ? "0" : ""} + two(whole) + "°" + two(seconds / 60 % 60) + "′" + two(seconds % 60) + "″";
  }

  void agreement() {
    parties();
    if (report_.line.size() < 2) return paragraph(text("dispute-no-line"));
    heading("dispute-agreement-text");
    for (const char* article : {"dispute-agreement-1", "dispute-agreement-2", "dispute-agreement-3"}) paragraph(text(article));
    paragraph(report_.moved.empty() ? text("dispute-agreement-4")
                                    : phrases_.text("dispute-agreement-5", {{"villages", villages(report_.moved)}}));
    if (report_.outcome && !report_.outcome->obligations.empty()) paragraph(report_.outcome->obligations);
    map("dispute-annex");
    points();
    if (!report_.gains_um2.empty()) {
      heading("dispute-gains");
      paragraph(text("dispute-gains-intro"));
      Table table;
      table.columns = {{text("dispute-party"), 4}, {text("dispute-gain"), 2, Align::right}};
      Wide sum = 0;
      for (std::size_t i = 0; i < report_.parties.size(); ++i) {
        const CaseParty& party = report_.parties[i];
        table.rows.push_back({{{phrases_.text("dispute-party-name", {{"label", party.label}, {"name", party.name}})}, {km2(report_.gains_um2[i])}}});
        sum += report_.gains_um2[i];
      }
      table.total = Row{{{text("dispute-total")}, {km2(sum)}}, true, {}, {}};
      document_.blocks.emplace_back(std::move(table));
    }
    heading("dispute-signatures");
    SignatureBlock block;
    for (const CaseParty& party : report_.parties) {
      block.roles.push_back(phrases_.text("dispute-party-name", {{"label", party.label}, {"name", party.name}}));
    }
    block.lines = {text("sign-name"), text("sign-signature"), text("sign-date")};
    block.seal = text("seal");
    document_.blocks.emplace_back(std::move(block));
  }

  const DisputeReport& report_;
  DisputeReportKind kind_;
  Phrases phrases_;
  Language words_;
  ReportDocument document_;
};

}  // namespace

ReportDocument compose(const DisputeReport& report, DisputeReportKind kind, std::string_view language) {
  return Composer{report, kind, language}.run();
}

std::string dispute_report_bytes(const DisputeReport& report, DisputeReportKind kind, std::string_view language,
                                 std::string_view format) {
  const ReportDocument document = compose(report, kind, language);
  if (format == "pdf") return to_pdf(document, report.on);
  return format == "html" ? to_html(document) : to_text(document);
}

}  // namespace merestone
