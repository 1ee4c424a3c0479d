// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/store/audit_store.hpp"
#include "gis/boundaries/boundary.hpp"

namespace merestone {

/// This moment, "2026-11-23T15:00:00Z".
std::string now_utc();

/// An act while it is under way, in a transaction of the caller: the revision is recorded when it begins, the
/// audit entry when it is closed.
class ActRecord {
 public:
  ActRecord(Connection& connection, std::string act, std::string author, std::string reason);

  FactWriter& writer() { return writer_; }
  Revision revision() const noexcept { return entry_.revision; }
  /// The revision that the act found.
  Revision before() const noexcept { return entry_.revision - 1; }

  /// Records the document that the act rests on; no id when it is nameless.
  DocumentId add(const Document& document);
  /// Something the audit entry says beside what was written.
  void tell(std::string name, std::string value) { told_.emplace_back(std::move(name), std::move(value)); }
  Revision close();

 private:
  AuditEntry entry_;
  FactWriter writer_;
  std::vector<std::pair<std::string, std::string>> told_;
};

}  // namespace merestone
