// SPDX-License-Identifier: Apache-2.0
#include "data/store/content_store.hpp"

#include "data/db/digest.hpp"
#include "data/db/refusal.hpp"
#include "data/store/statement.hpp"

namespace merestone {
namespace {

Content content_from(const Row& row, int first) {
  const auto bytes = row.bytes(first + 1);
  return {std::string{row.text(first)}, std::string{reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
}

}  // namespace

std::string digest_of(const Content& content) { return sha256(content.bytes); }

std::string add_content(Connection& connection, const Content& content) {
  if (content.bytes.empty()) refuse(Fault::invalid, "document.empty", "an empty file");
  if (content.bytes.size() > largest_content) {
    refuse(Fault::invalid, "document.too_large", "a file too large to be kept",
           {{"size_mb", std::to_string(content.bytes.size() >> 20)}, {"most_mb", std::to_string(largest_content >> 20)}});
  }
  std::string digest = digest_of(content);
  const Value row[] = {std::string_view{digest}, std::string_view{content.media_type},
                       std::as_bytes(std::span{content.bytes})};
  connection.execute(statement("content_add", connection.engine()), row);
  return digest;
}

std::optional<Content> read_content(Connection& connection, const std::string& digest) {
  std::optional<Content> found;
  const Value parameters[] = {std::string_view{digest}};
  connection.query(statement("content_get", connection.engine()), parameters,
                   [&](const Row& row) { found = content_from(row, 0); });
  return found;
}

std::vector<Finding> verify_contents(Connection& connection) {
  std::vector<Finding> findings;
  connection.query(statement("content_list", connection.engine()), {}, [&](const Row& row) {
    if (sha256(content_from(row, 1).bytes) == row.text(0)) return;
    Finding found;
    found.rule = "document.changed_content";
    found.subject.record = std::string{row.text(0)};
    found.facts = {{"sha256", std::string{row.text(0)}}};
    findings.push_back(std::move(found));
  });
  return findings;
}

}  // namespace merestone
