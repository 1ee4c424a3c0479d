// SPDX-License-Identifier: Apache-2.0
#include "data/office/proposal_request.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace merestone {
namespace {

constexpr std::array<std::string_view, 12> methods{"equidistant", "weighted",  "equal_area", "equal_people",
                                                   "ridge",       "watercourse", "least_cost", "parallel",
                                                   "meridian",    "geodesic",  "rhumb",      "simplified"};

bool one_of(std::string_view method, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), method) != list.end();
}

bool is_course(std::string_view method) { return one_of(method, {"parallel", "meridian", "geodesic", "rhumb"}); }

/// Runs over the values that a method asks for, under the names that they are recorded by.
template <class Request, class Number, class Text>
void each(Request& request, Number number, Text text) {
  const std::string_view method = request.method;
  if (method == "weighted") number("t", request.t);
  if (one_of(method, {"equal_area", "equal_people"})) number("share_of_a", request.share);
  if (one_of(method, {"ridge", "watercourse", "least_cost"})) text("elevation", request.elevation);
  if (method == "watercourse") number("catchment_km2", request.catchment_km2);
  if (method == "least_cost") {
    number("slope", request.slope);
    number("people", request.people);
    number("away", request.away);
    number("hazard", request.hazard);
  }
}

std::string nanodegrees(Position p) { return std::to_string(p.lon) + " " + std::to_string(p.lat); }

Position position_of(const std::string& text) {
  const auto blank = text.find(' ');
  if (blank == std::string::npos) return {};
  return {std::stoll(text.substr(0, blank)), std::stoll(text.substr(blank + 1))};
}

std::string value_in(const NamedFacts& facts, std::string_view name) {
  const auto at = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) { return fact.first == name; });
  return at == facts.end() ? std::string{} : at->second;
}

}  // namespace

std::span<const std::string_view> proposal_methods() { return methods; }

NamedFacts facts_of(const ProposalRequest& request, const StripChoice& choice) {
  NamedFacts facts{{"between", choice.between}, {"strip", std::to_string(choice.strip)}};
  each(request, [&](const char* name, const double& value) { facts.emplace_back(name, shortest(value)); },
       [&](const char* name, const std::string& value) { facts.emplace_back(name, value); });
  if (is_course(request.method)) {
    facts.emplace_back("from", nanodegrees(request.from));
    facts.emplace_back("to", nanodegrees(request.to));
  }
  if (request.method == "simplified") {
    facts.emplace_back("of", std::to_string(request.of.value));
    facts.emplace_back("most_corners", std::to_string(request.most_corners));
  }
  return facts;
}

ProposalRequest request_of(std::string_view method, const NamedFacts& facts) {
  ProposalRequest request;
  request.method = method == "share_of_area" ? "equal_area" : method == "share_of_people" ? "equal_people" : method;
  each(request,
       [&](const char* name, double& value) { value = parse_number(value_in(facts, name)).value_or(value); },
       [&](const char* name, std::string& value) { value = value_in(facts, name); });
  if (is_course(request.method)) {
    request.from = position_of(value_in(facts, "from"));
    request.to = position_of(value_in(facts, "to"));
  }
  if (request.method == "simplified") {
    request.of = LineOpinionId{static_cast<std::int64_t>(parse_number(value_in(facts, "of")).value_or(0))};
    request.most_corners = static_cast<std::size_t>(parse_number(value_in(facts, "most_corners")).value_or(20));
  }
  return request;
}

StripChoice choice_of(const NamedFacts& facts) {
  return {value_in(facts, "between"), static_cast<std::size_t>(parse_number(value_in(facts, "strip")).value_or(1))};
}

std::vector<Finding> check_request(const ProposalRequest& request) {
  std::vector<Finding> findings;
  if (std::find(methods.begin(), methods.end(), request.method) == methods.end()) {
    std::string known;
    for (const std::string_view method : methods) known += (known.empty() ? "" : ", ") + std::string{method};
    findings.push_back({.rule = "proposal.unknown_method", .facts = {{"value", request.method}, {"known", known}}});
    return findings;
  }
  const auto share = [&](double value, bool ends) {
    if (ends ? value >= 0 && value <= 1 : value > 0 && value < 1) return;
    findings.push_back({.rule = "proposal.bad_share", .facts = {{"value", shortest(value)}}});
  };
  share(request.t, true);
  share(request.share, false);
  for (const double weight : {request.slope, request.people, request.away, request.hazard, request.catchment_km2}) {
    if (!(weight >= 0)) findings.push_back({.rule = "proposal.bad_weight", .facts = {{"value", shortest(weight)}}});
  }
  return findings;
}

}  // namespace merestone
