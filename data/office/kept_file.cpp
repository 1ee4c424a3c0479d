// SPDX-License-Identifier: Apache-2.0
#include "data/office/kept_file.hpp"

#include "data/db/refusal.hpp"

namespace merestone {

KeptFile kept_file(const Project& project, std::string_view digest) {
  const std::string asked{digest};
  if (digest.size() < least_digits) {
    refuse(Fault::invalid, "document.few_digits", "too few digits", {{"sha256", asked}, {"least", std::to_string(least_digits)}});
  }
  std::optional<Document> found;
  for (Document& document : project.documents()) {
    if (!document.sha256.starts_with(digest)) continue;
    if (found && found->sha256 != document.sha256) refuse(Fault::invalid, "document.many_begin_so", "several files", {{"sha256", asked}});
    found = std::move(document);
  }
  std::optional<Content> content;
  if (found) content = project.content(found->sha256);
  if (!content) refuse(Fault::missing, "document.not_kept", "no such file", {{"sha256", asked}});
  if (digest_of(*content) != found->sha256) {
    refuse(Fault::unavailable, "document.changed_content", "the file is another one", {{"sha256", found->sha256}});
  }
  return {std::move(*found), std::move(*content)};
}

}  // namespace merestone
