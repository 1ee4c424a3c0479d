// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/delivery.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace merestone {
namespace {

using RecordsByCode = std::unordered_map<std::string_view, std::vector<std::size_t>>;

RecordsByCode records_by_code(const std::vector<DeliveredDivision>& delivery) {
  RecordsByCode records;
  for (std::size_t i = 0; i < delivery.size(); ++i) {
    if (!delivery[i].code.empty()) records[delivery[i].code].push_back(i);
  }
  return records;
}

std::vector<std::size_t> superiors_within(const std::vector<DeliveredDivision>& delivery, const RecordsByCode& records) {
  std::vector<std::size_t> superiors(delivery.size(), no_superior);
  for (std::size_t i = 0; i < delivery.size(); ++i) {
    const auto named = records.find(delivery[i].parent_code);
    if (named == records.end()) continue;
    std::size_t& best = superiors[i];
    for (const std::size_t candidate : named->second) {
      const auto higher = [&](std::size_t j) { return delivery[j].level < delivery[i].level; };
      if (best == no_superior || higher(candidate) > higher(best) ||
          (higher(candidate) && delivery[candidate].level > delivery[best].level)) {
        best = candidate;
      }
    }
  }
  return superiors;
}

class DeliveryCheck {
 public:
  DeliveryCheck(const std::vector<DeliveredDivision>& delivery, const std::vector<std::pair<std::string, Level>>& known)
      : delivery_{delivery}, records_{records_by_code(delivery)}, superior_{superiors_within(delivery, records_)} {
    for (const auto& [code, level] : known) known_[code].push_back(level);
  }

  std::vector<Finding> run() {
    for (std::size_t i = 0; i < delivery_.size(); ++i) check_record(i);
    for (std::size_t i = 0; i < delivery_.size(); ++i) check_superior(i);
    find_cycles();
    return std::move(findings_);
  }

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;

  void report(std::size_t i, const char* rule, const char* field, Facts facts) {
    const DeliveredDivision& record = delivery_[i];
    findings_.push_back({.rule = rule,
                         .severity = Severity::error,
                         .subject = {record.file, std::to_string(record.record), field},
                         .facts = std::move(facts)});
  }

  void check_record(std::size_t i) {
    const DeliveredDivision& record = delivery_[i];
    if (record.name.empty()) report(i, "import.missing_name", "name", {{"code", record.code}});
    if (record.level < 1) {
      report(i, "import.bad_level", "level", {{"code", record.code}, {"level", std::to_string(record.level)}});
    }
    if (record.code.empty()) {
      report(i, "import.missing_code", "code", {{"name", record.name}});
      return;
    }
    for (const std::size_t other : records_.at(record.code)) {
      if (other >= i) break;
      if (delivery_[other].level != record.level) continue;
      report(i, "import.duplicate_code", "code",
             {{"code", record.code},
              {"first_file", delivery_[other].file},
              {"first_record", std::to_string(delivery_[other].record)}});
      break;
    }
  }

  void check_superior(std::size_t i) {
    const DeliveredDivision& record = delivery_[i];
    if (record.parent_code.empty() || superior_[i] == i) return;  // its own superior is a cycle
    std::optional<Level> level;
    if (superior_[i] != no_superior) level = delivery_[superior_[i]].level;
    if (const auto held = known_.find(record.parent_code); held != known_.end() && (!level || *level >= record.level)) {
      for (const Level candidate : held->second) {
        if (!level || candidate < *level) level = candidate;
      }
    }
    if (!level) {
      report(i, "import.unknown_parent", "parent", {{"code", record.code}, {"parent", record.parent_code}});
    } else if (*level >= record.level) {
      report(i, "import.parent_level", "parent",
             {{"code", record.code},
              {"level", std::to_string(record.level)},
              {"parent", record.parent_code},
              {"parent_level", std::to_string(*level)}});
    }
  }

  /// Each cycle once, on its record that comes first in the delivery.
  void find_cycles() {
    std::vector<std::size_t> walk_of(delivery_.size(), no_superior);
    for (std::size_t start = 0; start < delivery_.size(); ++start) {
      std::size_t at = start;
      while (at != no_superior && walk_of[at] == no_superior) {
        walk_of[at] = start;
        at = superior_[at];
      }
      if (at == no_superior || walk_of[at] != start) continue;
      std::vector<std::size_t> cycle{at};
      for (std::size_t next = superior_[at]; next != at; next = superior_[next]) cycle.push_back(next);
      std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
      std::string codes;
      for (std::size_t i = 0; i < std::min<std::size_t>(cycle.size(), 10); ++i) {
        codes += delivery_[cycle[i]].code + " → ";
      }
      codes += cycle.size() > 10 ? "…" : delivery_[cycle.front()].code;
      report(cycle.front(), "import.parent_cycle", "parent",
             {{"code", delivery_[cycle.front()].code}, {"cycle", codes}});
    }
  }

  const std::vector<DeliveredDivision>& delivery_;
  const RecordsByCode records_;
  const std::vector<std::size_t> superior_;
  std::unordered_map<std::string_view, std::vector<Level>> known_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<std::size_t> superiors_within(const std::vector<DeliveredDivision>& delivery) {
  return superiors_within(delivery, records_by_code(delivery));
}

std::vector<Finding> check_delivery(const std::vector<DeliveredDivision>& delivery,
                                    const std::vector<std::pair<std::string, Level>>& known) {
  return DeliveryCheck{delivery, known}.run();
}

}  // namespace merestone
