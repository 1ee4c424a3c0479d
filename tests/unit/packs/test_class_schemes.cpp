// SPDX-License-Identifier: Apache-2.0
#include "data/packs/class_schemes.hpp"
#include "gis/base/error.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;

namespace {

std::string rule(const std::vector<Finding>& findings) { return findings.empty() ? "" : findings.front().rule; }

}  // namespace

TEST_CASE("the schemes that come with the program hold together, and every mapping leads to a class") {
  REQUIRE(class_schemes().size() == 4);
  CHECK(class_scheme("cn-18521")->partial);
  CHECK_FALSE(class_scheme("inspire")->partial);
  for (const ClassScheme& scheme : class_schemes()) {
    INFO(scheme.id);
    CHECK(check_scheme(scheme).empty());
    for (const ClassMapping& mapping : scheme.mappings) {
      const ClassScheme* other = class_scheme(mapping.scheme);
      REQUIRE(other);
      INFO(mapping.code << " -> " << mapping.other);
      CHECK(other->find(mapping.other));
    }
  }
}

TEST_CASE("every class has an INSPIRE type, by itself or by what it belongs to") {
  const ClassScheme& inspire = *class_scheme("inspire");
  for (const char* id : {"cn-18521", "geonames", "gnis"}) {
    const ClassScheme& scheme = *class_scheme(id);
    for (const NameClass& c : scheme.classes) {
      if (scheme.id == "cn-18521" && c.code == "2") continue;  // holds all the works of man
      INFO(id << " " << c.code);
      CHECK_FALSE(crosswalk(scheme, c.code, inspire).empty());
    }
  }
}

TEST_CASE("classes cross from one scheme into another") {
  const ClassScheme &cn = *class_scheme("cn-18521"), &geonames = *class_scheme("geonames"), &gnis = *class_scheme("gnis");
  CHECK(crosswalk(cn, "22100", geonames) == "P.PPLX");
  CHECK(crosswalk(cn, "22200", geonames) == "P.PPL");  // by what it belongs to
  CHECK(crosswalk(geonames, "P.PPL", gnis) == "Populated Place");  // by the other's own mapping
  CHECK(crosswalk(gnis, "Summit", geonames) == "T.PK");
  CHECK(crosswalk(cn, "99999", geonames).empty());
}

TEST_CASE("attributes hang on the class and on what it belongs to") {
  const ClassScheme& cn = *class_scheme("cn-18521");
  CHECK(cn.is_within("22190", "22"));
  CHECK(cn.is_within("22190", "2"));
  CHECK_FALSE(cn.is_within("22190", "23"));
  const std::vector<NamedValue> good{{"households", "120"}, {"postcode", "325200"}}, unknown{{"max_load_t", "20"}}, wrong{{"households", "12.5"}};
  CHECK(check_class(cn, "22190", good).empty());
  CHECK(rule(check_class(cn, "22190", unknown)) == "name.unknown_attribute");
  CHECK(rule(check_class(cn, "22100", wrong)) == "name.attribute_value");
  // PN-07, PN-09: what makes a feature famous, or of value, can be said of it.
  const std::vector<NamedValue> value{{"famous", "yes"}, {"heritage", "no"}}, vague{{"famous", "very"}};
  CHECK(check_class(cn, "13", value).empty());
  CHECK(rule(check_class(cn, "13000", vague)) == "name.attribute_value");
  CHECK(rule(check_class(cn, "22200", value)) == "name.unknown_attribute");
  const auto outside = check_class(cn, "21999", {});
  REQUIRE(rule(outside) == "name.unknown_class");
  CHECK(outside[0].severity == Severity::warning);  // the scheme is known in part only
  CHECK(check_class(*class_scheme("inspire"), "city", {}).at(0).severity == Severity::error);
}

TEST_CASE("a class is searched with all that belong to it, by the tree and, where codes tell, also of classes that are not here") {
  const auto of = [](const char* asked) {
    const std::string text{asked};
    return with_subclasses({&text, 1});
  };
  const auto has = [](const std::vector<std::string>& all, const char* one) { return std::find(all.begin(), all.end(), one) != all.end(); };
  const auto residential = of("22");
  CHECK(residential.front() == "22");
  CHECK(has(residential, "cn-18521:22100"));
  CHECK(has(residential, "cn-18521:22200"));
  CHECK(has(residential, "cn-18521:22*"));  // the table is not complete here
  CHECK_FALSE(has(residential, "cn-18521:22"));
  CHECK_FALSE(has(residential, "cn-18521:23"));
  const auto populated = of("geonames:P");
  CHECK(has(populated, "geonames:P.PPLX"));
  CHECK_FALSE(has(populated, "geonames:P*"));
  CHECK(of("geonames:P.PPL") == std::vector<std::string>{"geonames:P.PPL"});
  CHECK(of("county") == std::vector<std::string>{"county"});
  const ClassScheme& cn = *class_scheme("cn-18521");
  CHECK(cn.is_within("23417", "23"));
  CHECK(cn.lineage("23417").front()->code == "23");
  CHECK_FALSE(cn.is_within("99999", "2"));
}

TEST_CASE("a scheme that contradicts itself is refused") {
  const auto refused = [](const char* text) {
    try {
      read_class_scheme("x.json", text);
    } catch (const Error& error) {
      return error.findings().front().rule;
    }
    return std::string{};
  };
  CHECK(refused("{") == "json.malformed");
  CHECK(refused(R"({"id":"x","words":{"en":"x","zh":"x"},"classes":[{"code":"1","words":{"en":"a","zh":"b"}},{"code":"1","words":{"en":"a","zh":"b"}}]})") == "pack.twice");
  CHECK(refused(R"({"id":"x","words":{"en":"x","zh":"x"},"classes":[{"code":"1","parent":"2","words":{"en":"a","zh":"b"}}]})") == "pack.unknown_id");
}

TEST_CASE("a class is called by its scheme's words; five digits also where only the stem is known (PN-30)") {
  REQUIRE(class_wording("cn-18521", "21600") != nullptr);
  CHECK(class_wording("cn-18521", "21600")->zh == "群众自治组织");
  CHECK(class_scheme("cn-18521")->is_within("21600", "21"));
  CHECK(class_wording("cn-18521", "populatedPlace") == nullptr);
  CHECK(class_wording("none", "21600") == nullptr);
  REQUIRE(class_wording({}, "populatedPlace") != nullptr);
  CHECK(class_wording({}, "populatedPlace")->en == "populated place");
  for (const char* code : {"12000", "13000", "21600", "24000"}) CHECK(check_class(*class_scheme("cn-18521"), code, {}).empty());  // what the sample has
}

TEST_CASE("a place is called by the first of its classes that has words, else by its type") {
  const std::vector<std::string> known{"nobody:1", "cn-18521:21620"}, unknown{"nobody:1"};
  REQUIRE(place_wording(known, "") != nullptr);
  CHECK(place_wording(known, "")->zh == class_wording("cn-18521", "21620")->zh);
  CHECK(place_wording(unknown, "21620") == class_wording({}, "21620"));
  CHECK(place_wording(unknown, "no such type") == nullptr);
  CHECK(class_parts("cn-18521:22200") == std::pair<std::string_view, std::string_view>{"cn-18521", "22200"});
}
