// SPDX-License-Identifier: Apache-2.0
#include "data/office/act_record.hpp"

#include "data/store/document_store.hpp"

#include <chrono>

namespace merestone {
namespace {

AuditEntry begin(Connection& connection, std::string act, std::string author, std::string reason) {
  require_text(author);
  require_text(reason);
  AuditEntry entry;
  entry.revision = last_revision(connection) + 1;
  entry.act = std::move(act);
  entry.author = std::move(author);
  entry.reason = std::move(reason);
  entry.recorded_at = now_utc();
  add_revision(connection, entry);
  return entry;
}

}  // namespace

std::string now_utc() {
  using namespace std::chrono;
  const auto now = floor<seconds>(system_clock::now());
  const auto day = floor<days>(now);
  const hh_mm_ss time{now - day};
  const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return to_string(day) + "T" + two(time.hours().count()) + ":" + two(time.minutes().count()) + ":" +
         two(time.seconds().count()) + "Z";
}

ActRecord::ActRecord(Connection& connection, std::string act, std::string author, std::string reason)
    : entry_{begin(connection, std::move(act), std::move(author), std::move(reason))},
      writer_{connection, entry_.revision} {}

DocumentId ActRecord::add(const Document& document) {
  if (document.kind.empty() && document.title.empty()) return {};
  tell("document", document.title);
  if (!document.sha256.empty()) tell("document_sha256", document.sha256);
  return add_document(writer_, document);
}

Revision ActRecord::close() {
  add_audit_entry(entry_, writer_, told_);
  return entry_.revision;
}

}  // namespace merestone
