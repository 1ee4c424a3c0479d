// SPDX-License-Identifier: Apache-2.0
#include "cli/service/name_index.hpp"

using namespace merestone;

TEST_CASE("names are folded to what people type") {
  CHECK(folded("Saint-Léger-d’Œuf") == "saint leger d oeuf");
  CHECK(folded("  SEGRÉ   en  Anjou (Bleu) ") == "segre en anjou bleu");
  CHECK(folded("Straße") == "strasse");
  CHECK(folded("ＡＢＣ") == "abc");
  CHECK(folded("Łódź") == "lodz");
  CHECK(folded("Ærø") == "aero");
  CHECK(folded("北京市") == "北京市");
  CHECK(folded("ångström") == folded("ÅNGSTRÖM"));
  CHECK(folded("हिन्दी") == "हिन्दी");  // marks that carry vowels stay
  CHECK(folded("--- ’ ").empty());
}

TEST_CASE("hits come by match, then weight, then shortness") {
  NameIndex index;
  index.add("Montangers", 0, 4);         // within
  index.add("Les Ponts-d'Angers", 1, 4);  // a word
  index.add("Angers-Ouest", 2, 4);       // beginning
  index.add("Angers", 3, 1000);          // exact, a place
  index.add("Angers", 4, 3);             // exact, a division
  index.add("Angersville-la-Grande", 5, 3);

  std::vector<std::uint32_t> order;
  for (const auto& hit : index.search("ANGERS", 10)) order.push_back(hit.subject);
  CHECK(order == std::vector<std::uint32_t>{4, 3, 5, 2, 1, 0});
  CHECK(index.search("angers", 10).front().match == Match::exact);
  CHECK(index.search("angers", 10).back().match == Match::substring);
  CHECK(index.search("angers", 2).size() == 2);
}

TEST_CASE("a subject with several names comes once, by its best name") {
  NameIndex index;
  index.add("Mûrs", 0, 1);
  index.add("Murs-Erigné", 0, 1);
  index.add("Vieux Murs", 0, 1);
  const auto hits = index.search("murs", 10);
  REQUIRE(hits.size() == 1);
  CHECK(hits.front().name == 0);
  CHECK(hits.front().match == Match::exact);
}

TEST_CASE("a later word of the same name may be the better match") {
  NameIndex index;
  index.add("Banbury an der Ban", 0, 1);
  CHECK(index.search("an", 10).front().match == Match::word_prefix);
}

TEST_CASE("many names of one subject do not crowd out others") {
  NameIndex index;
  for (int i = 0; i < 100; ++i) index.add("aa", 0, 1);
  index.add("aab", 1, 1);
  CHECK(index.search("aa", 2).size() == 2);
}

TEST_CASE("single ideographs are found inside names") {
  NameIndex index;
  index.add("北京市", 0, 1);
  index.add("东城区", 1, 2);
  CHECK(index.search("城", 5).front().subject == 1);
  CHECK(index.search("京", 5).front().subject == 0);
}

TEST_CASE("nothing is found by nothing") {
  NameIndex index;
  CHECK(index.search("a", 5).empty());
  index.add("a", 0, 1);
  CHECK(index.search("", 5).empty());
  CHECK(index.search(" -- ", 5).empty());
  CHECK(index.search("a", 0).empty());
  CHECK(index.search(std::string_view{"\0", 1}, 5).empty());
}
