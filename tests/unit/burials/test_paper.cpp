// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/paper.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

TEST_CASE("fields are filled in, what is not known stays open, and braces that open nothing stay") {
  CHECK(filled("To {party}: correct by {due}.", {{"party", "A"}, {"due", ""}}) == "To A: correct by ____.");
  CHECK(filled("{{party}}", {{"party", "A"}}) == "____}");  // the field is called "{party"
  CHECK(filled("half { open", {}) == "half { open");
  const PaperTemplate form{"notice", {"Notice", "通知书"}, {{"{party}, {due}", "{party}：{due}"}, {"{due}", "{due}"}}};
  const FilledPaper paper = filled(form, {{"party", "甲"}}, true);
  CHECK(paper.title == "通知书");
  CHECK(paper.paragraphs == std::vector<std::string>{"甲：____", "____"});
  CHECK(paper.open == std::vector<std::string>{"due"});
}

TEST_CASE("what is filled in is not filled in once more") {
  CHECK(filled("{party}", {{"party", "{due}"}, {"due", "tomorrow"}}) == "{due}");
}
