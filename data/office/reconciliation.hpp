// SPDX-License-Identifier: Apache-2.0
/// Reconciliation: which place on record is meant by a name in somebody's table. Queries and answers are those of the
/// Reconciliation Service API 0.2 (W3C Community Group, 2023-04-10), which OpenRefine speaks.
#pragma once

#include "data/office/name_search.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

struct ReconciliationQuery {
  std::string text;
  std::vector<std::string> types{};  ///< "geonames:P.PPL", or a code alone, in any scheme
  bool type_strict = false;          ///< candidates of other types are left out
  /// division (code or name), position ("lon,lat"), code ("system:code", or an id in its source), on (a day). Others are
  /// passed over, as the protocol asks.
  std::vector<std::pair<std::string, std::string>> properties{};
  std::size_t limit = 5;
};

/// Why a candidate scores as it does, each 0 to 100: "name", "type", "division", "distance", "code". What was not asked
/// for is no feature.
struct ReconciliationFeature {
  std::string id;
  double value = 0;
};

struct ReconciliationCandidate {
  std::string id;           ///< "place/12", "division/330381"
  std::string name;         ///< the one to show on the day
  std::string found_as;     ///< the name that was met: a former one, a variant
  std::string description;  ///< where it lies, from the finest division up
  std::vector<std::pair<std::string, std::string>> types{};  ///< id and words
  double score = 0;         ///< 0 to 100: the features together, the name counting most
  bool match = false;       ///< sure: the only one that is called so and fits; at most one of a query
  std::vector<ReconciliationFeature> features{};
};

struct ReconciliationOptions {
  Date day{};
  bool public_only = false;  ///< leaves out what secrecy keeps in the house
};

/// The best candidates of each query, best first. Nothing is decided and nothing written: a match flag is a proposal.
/// A query without text, or with one that cannot be a name, has no candidates.
std::vector<std::vector<ReconciliationCandidate>> reconcile(const Project& project, const NameSearch& names, std::span<const ReconciliationQuery> queries,
                                                            const ReconciliationOptions& options);

}  // namespace merestone
