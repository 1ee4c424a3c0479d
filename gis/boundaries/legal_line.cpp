// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/legal_line.hpp"

namespace merestone {
namespace {

constexpr double drawing_accuracy = 0.0001;  // 0.1 mm, in metres on paper

void add(std::vector<Finding>& findings, const LineRecord& record, const char* rule, Severity severity, std::string field,
         std::vector<std::pair<std::string, std::string>> facts = {}) {
  facts.emplace_back("line", record.name.empty() ? record.code : record.name);
  findings.push_back({rule, severity, {{}, {}, std::move(field)}, {}, std::move(facts)});
}

void check_order(std::vector<Finding>& findings, const LineRecord& record, const Document* agreement,
                 const Document* approval) {
  const auto after = [&](std::optional<Date> first, std::optional<Date> second, const char* one, const char* other) {
    if (!first || !second || *first <= *second) return;
    add(findings, record, "boundary.dates_out_of_order", Severity::error, other,
        {{"first", one}, {"first_day", to_string(*first)}, {"second", other}, {"second_day", to_string(*second)}});
  };
  const auto agreed = agreement ? agreement->issued : std::nullopt;
  const auto approved = approval ? approval->issued : std::nullopt;
  after(agreed, approved, "agreement_date", "approval_date");
  after(approved, record.published_on, "approval_date", "published_on");
}

}  // namespace

bool is_settled(LineStatus status) {
  return status == LineStatus::settled_demarcated || status == LineStatus::settled_undemarcated;
}

double accuracy_of(const LineRecord& record) {
  return record.accuracy_m > 0 ? record.accuracy_m : static_cast<double>(record.annex_scale) * drawing_accuracy;
}

std::string in_other_order(std::string_view name, std::span<const std::string> left, std::span<const std::string> right) {
  for (const std::string_view ending : {"线", ""}) {
    if (!name.ends_with(ending)) continue;
    const std::string_view pair = name.substr(0, name.size() - ending.size());
    for (const std::string& a : left) {
      for (const std::string& b : right) {
        if (a.empty() || b.empty() || pair.size() != a.size() + b.size()) continue;
        if (pair == a + b) return b + a + std::string{ending};
        if (pair == b + a) return a + b + std::string{ending};
      }
    }
  }
  return {};
}

std::vector<std::string> further_names(const LineRecord& record, std::string_view name) {
  std::vector<std::string> names;
  if (!record.name.empty() && record.name != name) names.push_back(record.name);
  if (!record.other_name.empty() && record.other_name != name && record.other_name != record.name) names.push_back(record.other_name);
  return names;
}

bool is_called(const LineRecord& record, std::string_view text) {
  return !text.empty() && (record.code == text || record.name == text || record.other_name == text);
}

std::vector<Finding> check_record(const LineRecord& record, const Document* agreement, const Document* approval) {
  std::vector<Finding> findings;
  if (is_settled(record.status)) {
    if (record.approving_body.empty()) add(findings, record, "boundary.no_approval", Severity::error, "approving_body");
    if (!approval || approval->number.empty()) add(findings, record, "boundary.no_approval", Severity::error, "approval_number");
    if (!approval || !approval->issued) add(findings, record, "boundary.no_approval", Severity::error, "approval_date");
    if (!agreement || agreement->title.empty()) add(findings, record, "boundary.no_agreement", Severity::error, "agreement_title");
    if (!record.published_on) add(findings, record, "boundary.not_published", Severity::note, "published_on");
  }
  check_order(findings, record, agreement, approval);
  if (accuracy_of(record) <= 0) add(findings, record, "boundary.no_accuracy", Severity::note, "accuracy_m");
  return findings;
}

}  // namespace merestone
