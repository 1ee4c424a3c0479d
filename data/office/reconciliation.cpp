// SPDX-License-Identifier: Apache-2.0
#include "data/office/reconciliation.hpp"

#include "data/office/gazetteer.hpp"
#include "data/office/name_workflow.hpp"
#include "data/packs/class_schemes.hpp"
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/script/fold.hpp"
#include "gis/script/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace merestone {
namespace {

constexpr double far_m = 20'000;    ///< from here on nearness says nothing
constexpr double unknown_nearness = 50;  ///< of what has no position, as a division
constexpr double sure_score = 90, sure_name = 92, sure_lead = 5;

/// Share of the characters of two names in which they differ, place by place; folded, since 莊 is 庄.
double differing_share(std::string_view asked, std::string_view found) {
  const std::u32string a = characters_of(folded(asked)), b = characters_of(folded(found));
  const std::size_t longer = std::max(a.size(), b.size());
  std::size_t same = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) same += a[i] == b[i] ? 1U : 0U;
  return longer == 0 ? 0 : static_cast<double>(longer - same) / static_cast<double>(longer);
}

/// How well the way in which a name was met speaks for it. Chinese is typed by sound: who writes 建社路 means 建设路, while
/// 建军路 is a name of its own, so that another character of the same sound weighs less than one of another sound, which
/// weighs by how much of the name it is: a third of 建军路, little of a long name in letters.
double name_score(const search::Hit& hit, std::string_view asked, bool former) {
  const auto characters = [](std::string_view text) {
    return static_cast<double>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  };
  const double share = std::min(1.0, characters(asked) / std::max(1.0, characters(hit.text)));
  const double score = [&] {
    switch (hit.layer) {
      case search::Layer::exact:
      case search::Layer::code: return 100.0;
      case search::Layer::containing: return 96.0;
      case search::Layer::sound: return 92.0;
      case search::Layer::homophone: return 92 - 10 * differing_share(asked, hit.text);
      case search::Layer::typo: return 90 - 30 / std::max(1.0, characters(hit.text));
      case search::Layer::beginning:
      case search::Layer::word: return 60 + 30 * share;
      case search::Layer::sound_typo: return 70.0;
      case search::Layer::part: return 40 + 30 * share;
      default: return 55.0;
    }
  }();
  return former ? score - 4 : score;
}

double nearness(Position a, Position b) {
  const Position way[] = {a, b};
  return std::round(1000 * std::max(0.0, 1 - length_m(way, EdgeKind::geodesic) / far_m)) / 10;
}

struct Asked {
  std::vector<std::string> divisions, codes;
  std::optional<Position> position;
  Date day;
};

std::optional<Position> position_in(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return {};
  const auto lon = parse_number(trimmed(text.substr(0, comma))), lat = parse_number(trimmed(text.substr(comma + 1)));
  if (!lon || !lat || std::abs(*lon) > 180 || std::abs(*lat) > 90) return {};
  return from_degrees(*lon, *lat);
}

Asked asked_in(const ReconciliationQuery& query, Date day) {
  Asked asked{{}, {}, {}, day};
  for (const auto& [property, value] : query.properties) {
    if (value.empty()) continue;
    if (property == "division") asked.divisions.push_back(value);
    if (property == "code") asked.codes.push_back(value);
    if (property == "position") asked.position = position_in(value);
    if (property != "on") continue;
    try {
      asked.day = parse_date(value);
    } catch (const Error&) {  // a day that is none constrains nothing
    }
  }
  return asked;
}

/// "瑞安市" for "瑞安", as people write divisions.
bool is_called(const DivisionState& state, const std::string& asked) {
  return state.code == asked || folded(state.name) == folded(asked) || (asked.size() >= 4 && folded(state.name).starts_with(folded(asked)));
}

class Reconciling {
 public:
  Reconciling(const Project& project, const NameSearch& names, const ReconciliationOptions& options)
      : project_{project}, names_{names}, options_{options}, rules_{names_pack(project).names}, revision_{project.summary().revision} {}

  std::vector<ReconciliationCandidate> of(const ReconciliationQuery& query) {
    const Asked asked = asked_in(query, options_.day);
    std::vector<ReconciliationCandidate> candidates;
    for (const auto& [hit, former] : hits(query, asked)) {
      if (auto candidate = judge(query, asked, hit, former)) candidates.push_back(std::move(*candidate));
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    if (!candidates.empty()) {
      auto& best = candidates.front();
      const bool alone = candidates.size() == 1 || candidates[1].score <= best.score - sure_lead;
      best.match = alone && best.score >= sure_score && best.features.front().value >= sure_name;
    }
    if (candidates.size() > query.limit) candidates.resize(query.limit);
    return candidates;
  }

 private:
  using Met = std::pair<search::Hit, bool>;

  /// Those in the divisions asked for first, so that a frequent name is not crowded out by its namesakes elsewhere.
  std::vector<Met> hits(const ReconciliationQuery& query, const Asked& asked) {
    search::Query wanted{.text = query.text, .limit = std::max<std::size_t>(20, 4 * query.limit), .day = asked.day};
    wanted.near = asked.position;
    std::vector<Met> met;
    const auto add = [&](const search::Answer& answer) {
      const auto take = [&](const std::vector<search::Hit>& list, bool former) {
        for (const search::Hit& hit : list) {
          const bool known = std::any_of(met.begin(), met.end(), [&](const Met& m) { return m.first.kind == hit.kind && m.first.subject == hit.subject; });
          if (!known) met.emplace_back(hit, former);
        }
      };
      take(answer.hits, false);
      take(answer.former, true);
    };
    try {
      if (const auto ranges = ranges_of(asked); !ranges.empty()) {
        search::Query confined = wanted;
        confined.filter.divisions = ranges;
        add(names_.find(confined));
      }
      add(names_.find(wanted));
    } catch (const Error& error) {
      if (error.fault() != Fault::invalid) throw;
    }
    return met;
  }

  std::vector<search::DivisionRange> ranges_of(const Asked& asked) const {
    std::vector<search::DivisionRange> ranges;
    for (const std::string& division : asked.divisions) {
      search::Query wanted{.text = division, .limit = 5, .day = asked.day};
      wanted.filter.kind = search::Kind::division;
      for (const auto& hit : names_.find(wanted).hits) {
        for (const auto& range : names_.ranges_of({hit.subject})) ranges.push_back(range);
      }
    }
    return ranges;
  }

  std::optional<ReconciliationCandidate> judge(const ReconciliationQuery& query, const Asked& asked, const search::Hit& hit, bool former) {
    ReconciliationCandidate candidate;
    candidate.found_as = candidate.name = hit.text;
    PlaceRecord place;
    DivisionId within = names_.division_of(hit.within);
    const bool division = hit.kind == search::Kind::division;
    if (!division) {
      auto found = place_records(project_, PlaceRange::one({hit.subject}), revision_);
      if (found.empty() || (options_.public_only && !rules_.exported(found.front().head.secrecy))) return {};
      place = std::move(found.front());
      candidate.id = "place/" + std::to_string(hit.subject);
      if (const PlaceName* shown = place.name_on(asked.day)) candidate.name = shown->text;
    }
    if (within.value == 0 && !place.divisions.empty()) within = place.divisions.front().division;
    const DivisionRegister chain = project_.chain_register(within.value != 0 ? std::vector{within} : std::vector<DivisionId>{}, {asked.day, revision_});
    const auto superiors = chain.chain(within);
    for (const DivisionState* state : superiors) candidate.description += (candidate.description.empty() ? "" : ", ") + state->name;
    if (division) candidate.id = "division/" + (superiors.empty() ? "#" + std::to_string(hit.subject) : superiors.front()->code);
    types_of(place, hit, candidate);

    double sum = 0, weights = 0;
    const auto feature = [&](const char* id, double value, double weight) {
      candidate.features.push_back({id, value});
      sum += value * weight;
      weights += weight;
    };
    feature("name", name_score(hit, query.text, former), 6);
    if (!query.types.empty()) {
      const bool fits = fits_type(query, candidate);
      if (query.type_strict && !fits) return {};
      feature("type", fits ? 100 : 0, 1);
    }
    if (!asked.divisions.empty()) {
      const bool inside = std::any_of(superiors.begin(), superiors.end(), [&](const DivisionState* state) {
        return std::any_of(asked.divisions.begin(), asked.divisions.end(), [&](const std::string& each) { return is_called(*state, each); });
      });
      feature("division", inside ? 100 : 0, 2);
    }
    if (asked.position) feature("distance", hit.position ? nearness(*asked.position, *hit.position) : unknown_nearness, 2);
    if (!asked.codes.empty()) feature("code", has_code(place, asked.codes) ? 100 : 0, 6);
    candidate.score = std::round(sum / weights * 10) / 10;
    return candidate;
  }

  static void types_of(const PlaceRecord& place, const search::Hit& hit, ReconciliationCandidate& candidate) {
    for (const PlaceClass& c : place.classes) {
      const ClassScheme* scheme = class_scheme(c.scheme);
      const NameClass* known = scheme != nullptr ? scheme->find(c.code) : nullptr;
      candidate.types.emplace_back(c.scheme + ":" + c.code, known != nullptr ? known->words.en : c.code);
    }
    if (candidate.types.empty() && !hit.type.empty()) candidate.types.emplace_back(hit.type, hit.type);
  }

  static bool fits_type(const ReconciliationQuery& query, const ReconciliationCandidate& candidate) {
    return std::any_of(query.types.begin(), query.types.end(), [&](const std::string& asked) {
      return std::any_of(candidate.types.begin(), candidate.types.end(), [&](const auto& type) {
        const auto colon = type.first.find(':');
        const std::string scheme_id = colon == std::string::npos ? "" : type.first.substr(0, colon), code = type.first.substr(colon + 1);
        const std::string wanted = asked.starts_with(scheme_id + ":") ? asked.substr(scheme_id.size() + 1) : asked;
        const ClassScheme* scheme = class_scheme(scheme_id);
        return code == wanted || (scheme != nullptr && scheme->is_within(code, wanted));
      });
    });
  }

  static bool has_code(const PlaceRecord& place, const std::vector<std::string>& codes) {
    return std::any_of(codes.begin(), codes.end(), [&](const std::string& asked) {
      return place.local_id == asked ||
             std::any_of(place.codes.begin(), place.codes.end(), [&](const PlaceCode& c) { return c.code == asked || c.system + ":" + c.code == asked; });
    });
  }

  const Project& project_;
  const NameSearch& names_;
  const ReconciliationOptions& options_;
  const NameRules rules_;
  const Revision revision_;
};

}  // namespace

std::vector<std::vector<ReconciliationCandidate>> reconcile(const Project& project, const NameSearch& names, std::span<const ReconciliationQuery> queries,
                                                            const ReconciliationOptions& options) {
  Reconciling reconciling{project, names, options};
  std::vector<std::vector<ReconciliationCandidate>> answers;
  for (const ReconciliationQuery& query : queries) answers.push_back(reconciling.of(query));
  return answers;
}

}  // namespace merestone
