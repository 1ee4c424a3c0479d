// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reconciliation_json.hpp"

#include "data/exchange/problems.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_queries = 1000, most_candidates = 20;

[[noreturn]] void refuse(const std::string& id, const std::string& reason) {
  throw Error{Fault::invalid, "the queries cannot be read", {{.rule = "reconcile.bad_query", .subject = {{}, id, {}}, .facts = {{"query", id}, {"reason", reason}}}}};
}

/// A property's value: a text, a number, {"id"} or {"name"}; of a list each.
void add_values(ReconciliationQuery& query, const std::string& property, const Json& value, int depth = 0) {
  if (depth > 8) refuse("", "a value lies deeper than eight in others");
  if (value.is_array()) {
    for (const Json& each : value) add_values(query, property, each, depth + 1);
  } else if (value.is_object()) {
    for (const char* key : {"id", "name", "str"}) {
      if (value.contains(key)) return add_values(query, property, value[key], depth + 1);
    }
  } else if (value.is_string()) {
    query.properties.emplace_back(property, value.get<std::string>());
  } else if (value.is_number()) {
    query.properties.emplace_back(property, value.dump());
  }
}

ReconciliationQuery query_in(const std::string& id, const Json& json) {
  if (!json.is_object() || !json.contains("query") || !json["query"].is_string()) refuse(id, "\"query\" is to be a text");
  ReconciliationQuery query;
  query.text = json["query"];
  if (json.contains("type")) {
    const Json types = json["type"].is_array() ? json["type"] : Json::array({json["type"]});
    for (const Json& type : types) {
      if (!type.is_string()) refuse(id, "\"type\" is to be the id of a type");
      if (!type.get<std::string>().empty()) query.types.push_back(type);
    }
  }
  query.type_strict = json.contains("type_strict") && json["type_strict"].is_string() && json["type_strict"] != "should";
  if (json.contains("limit")) {
    if (!json["limit"].is_number_integer() || json["limit"].get<std::int64_t>() < 1) refuse(id, "\"limit\" is to be a whole number above 0");
    query.limit = std::min(static_cast<std::size_t>(json["limit"].get<std::int64_t>()), most_candidates);
  }
  if (!json.contains("properties")) return query;
  if (!json["properties"].is_array()) refuse(id, "\"properties\" is to be a list");
  for (const Json& property : json["properties"]) {
    if (!property.is_object() || !property.contains("pid") || !property["pid"].is_string() || !property.contains("v")) refuse(id, "a property has \"pid\" and \"v\"");
    add_values(query, property["pid"], property["v"]);
  }
  return query;
}

Json told(const ReconciliationCandidate& candidate) {
  Json types = Json::array(), features = Json::array();
  for (const auto& [id, words] : candidate.types) types.push_back({{"id", id}, {"name", words}});
  for (const auto& feature : candidate.features) features.push_back({{"id", feature.id}, {"value", feature.value}});
  return {{"id", candidate.id}, {"name", candidate.name}, {"description", candidate.description}, {"type", types}, {"score", candidate.score},
          {"match", candidate.match}, {"features", features}};
}

}  // namespace

std::vector<std::pair<std::string, ReconciliationQuery>> read_reconciliation_queries(const std::string& text) {
  Json json;
  try {
    json = Json::parse(text);
  } catch (const Json::exception& error) {
    refuse("", exchange::presentable(error.what()));
  }
  if (!json.is_object()) refuse("", "a batch is an object of queries by their ids");
  if (json.size() > most_queries) refuse("", "more than " + std::to_string(most_queries) + " queries; send fewer at once");
  std::vector<std::pair<std::string, ReconciliationQuery>> queries;
  for (const auto& [id, query] : json.items()) queries.emplace_back(id, query_in(id, query));
  return queries;
}

std::string reconciliation_answer(const std::vector<std::pair<std::string, ReconciliationQuery>>& queries,
                                  const std::vector<std::vector<ReconciliationCandidate>>& answers) {
  Json all = Json::object();
  for (std::size_t i = 0; i < queries.size() && i < answers.size(); ++i) {
    Json list = Json::array();
    for (const auto& candidate : answers[i]) list.push_back(told(candidate));
    all[queries[i].first] = {{"result", std::move(list)}};
  }
  return all.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace merestone
