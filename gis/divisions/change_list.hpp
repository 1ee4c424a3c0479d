// SPDX-License-Identifier: Apache-2.0
/// What a period did to divisions, row by row, as authorities publish it every year: the Swiss list of mutations
/// (eCH-0071), the announcements of codes in China (AD-06).
#pragma once

#include "gis/divisions/lineage.hpp"
#include "gis/law/change_rules.hpp"

namespace merestone {

struct ListedChange {
  std::size_t mutation = 0;  ///< counted from 1: rows that hang together by ground that passed on one day have one number
  Date day;
  ChangeKind kind{};         ///< of law: another kind of division is none, and is not listed
  DivisionId division;
  std::string before{}, after{};   ///< names or codes, where these changed
  std::vector<DivisionId> with{};  ///< heirs of one that ended, ancestors of one that began, who gave or took, the new superior
  DocumentId document{};
  std::string reason{};
};

/// Changes that took effect on a day from `first` to before `until`, by day, then mutation, then division. Of ground that
/// passed between divisions that both live on there is a row for each of them. What was on record from the first day on
/// is no change. Cost: all facts once for each division that something happened to.
std::vector<ListedChange> changes_between(Date first, Date until, const DivisionFacts& facts, std::span<const SuccessionShare> shares,
                                          std::span<const DivisionSeat> seats);

}  // namespace merestone
