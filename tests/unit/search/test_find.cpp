// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/search/writing.hpp"
#include "tests/support/names.hpp"

using namespace merestone;
using search::Kind;
using test::SmallIndex;
using test::SmallName;
using Told = std::vector<std::string>;

namespace {

/// 1 广东省 {2 广州市 {3 天河区}, 4 深圳市}, 5 河北省 {6 石家庄市 {7 长安区}}, 8 Wellington
SmallIndex land() {
  return SmallIndex{{{"广东省", "guang dong sheng", 900, Kind::division, 1, "440000"},
                     {"广州市", "guang zhou shi", 800, Kind::division, 2, "440100"},
                     {"天河区", "tian he qu", 500, Kind::division, 3, "440106"},
                     {"深圳市", "shen zhen shi", 790, Kind::division, 4, "440300"},
                     {"河北省", "he bei sheng", 880, Kind::division, 5, "130000"},
                     {"石家庄市", "shi jia zhuang shi", 700, Kind::division, 6, "130100"},
                     {"长安区", "chang an qu", 400, Kind::division, 7, "130102"},
                     {"Wellington", "", 600, Kind::division, 8, "NZ-WGN"},
                     {"Kelburn", "", 20, Kind::place, 8},
                     {"Kelburn", "", 10, Kind::place, 0},
                     {"石岭村", "shi ling cun", 5, Kind::place, 7},
                     {"新石家庄村", "xin shi jia zhuang cun", 4, Kind::place, 4},
                     {"昼村", "zhou cun", 1, Kind::place, 1},
                     {"王庄村委会", "wang zhuang cun wei hui", 0, Kind::place, 3},
                     {"王庄村委会", "wang zhuang cun wei hui", 0, Kind::place, 7},
                     {"西安", "xi an", 300, Kind::place, 0},
                     {"县", "xian", 0, Kind::place, 0},
                     {"吕梁", "lv liang", 200, Kind::place, 0},
                     {"Saint-Léger-des-Bois", "", 7, Kind::place, 0}},
                    {{0, 4, 3, 3, 4, 7, 7, 7, 8}}};
}

}  // namespace

TEST_CASE("a name is found by itself, its beginning, its words and its parts") {
  const auto index = land();
  CHECK(index.told("石家庄市") == Told{"exact 石家庄市"});
  CHECK(index.told("石家庄") == Told{"beginning 石家庄市", "part 新石家庄村"});
  CHECK(index.told("庄").front() == "part 石家庄市");
  CHECK(index.told("庄").size() == 4);
  CHECK(index.told("leger") == Told{"word Saint-Léger-des-Bois"});
  CHECK(index.told("éger") == Told{"part Saint-Léger-des-Bois"});
  CHECK(index.told("SAINT LEGER") == Told{"beginning Saint-Léger-des-Bois"});
}

TEST_CASE("homonyms are all listed, never merged") {
  const auto index = land();
  CHECK(index.told("王庄村委会") == Told{"exact 王庄村委会", "exact 王庄村委会"});
  const auto hits = index.find("kelburn").hits;
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].importance == 20);
}

TEST_CASE("pinyin in full, begun, by first letters and mixed with characters") {
  const auto index = land();
  CHECK(index.told("shijiazhuangshi").front() == "sound 石家庄市");
  CHECK(index.told("shijiaz").front() == "sound_beginning 石家庄市");
  CHECK(index.told("shi jia zhuang").front() == "sound_beginning 石家庄市");
  CHECK(index.told("sjzs").front() == "letters 石家庄市");
  CHECK(index.told("sjz").front() == "letters_beginning 石家庄市");
  CHECK(index.told("石jz").front() == "mixed 石家庄市");
  CHECK(index.told("shij庄").front() == "mixed 石家庄市");
  CHECK(index.told("shjz").front() == "letters_beginning 石家庄市");
  CHECK(index.told("lvliang").front() == "sound 吕梁");
  CHECK(index.told("luliang").front() == "sound 吕梁");
}

TEST_CASE("pinyin and first letters inside a name, by whole syllables, behind names that begin so") {
  SmallIndex index{{{"石家庄市", "shi jia zhuang shi", 9},
                    {"庄河市", "zhuang he shi", 1},
                    {"专家镇", "zhuan jia zhen", 2},
                    {"张砖桥", "zhang zhuan qiao", 3},
                    {"九江", "jiu jiang", 1},
                    {"宁安", "ning an", 5},
                    {"B庄", "b zhuang", 4},
                    {"bz", "", 0}}};
  auto zhuang = index.told("zhuang");
  zhuang.resize(3);  // what merely sounds like it follows
  CHECK(zhuang == Told{"sound_beginning 庄河市", "sound_part 石家庄市", "sound_part B庄"});
  CHECK(index.told("jiazhuang").front() == "sound_part 石家庄市");
  CHECK(index.told("jiazhua").front() == "sound_part 石家庄市");  // not yet typed to its end
  CHECK(index.told("zhuangshi").front() == "sound_part 石家庄市");
  CHECK(index.told("家zhuang").front() == "sound_part 石家庄市");
  CHECK(index.told("jiaz") == Told{"sound_part 石家庄市", "sound_part 专家镇"});
  CHECK(index.told("jzs").front() == "letters_part 石家庄市");
  CHECK(index.told("jz") == Told{"letters_part 石家庄市", "letters_part 专家镇"});
  // A syllable matches whole: neither the end of one nor across the border of two.
  for (const char* text : {"huang", "gan"})
    for (const auto& hit : index.find(text).hits) CHECK(hit.layer == search::Layer::sound_typo);
  // What is inside is marked.
  const auto hit = index.find("zhuang").hits.at(1);
  REQUIRE(hit.spans.size() == 1);
  CHECK(hit.text.substr(hit.spans[0].begin, hit.spans[0].end - hit.spans[0].begin) == "庄");
  // A filter that leaves few names.
  search::Query query{.text = "zhuang", .day = parse_date("2020-01-01")};
  query.filter.divisions = {{1, 1}};
  CHECK(index.find(query).hits.empty());
}

TEST_CASE("an ending that very many names share hides no rarer syllable") {
  std::vector<test::SmallName> names{{"东村伟湖", "dong cun wei hu"}};
  for (char32_t first = U'一'; names.size() < 14'000; ++first)
    for (char32_t second = U'一'; second < U'一' + 120; ++second) names.push_back({search::text_of(std::u32string{first, second}) + "村委会", "jia yi cun wei hui"});
  const SmallIndex index{names};
  const auto answer = index.find("cunweihu");
  CHECK(answer.complete);
  CHECK(answer.hits.size() == 20);
  CHECK(answer.hits.front().text == "东村伟湖");
  CHECK(answer.hits.front().layer == search::Layer::sound_part);
}

TEST_CASE("a letter that one name is written with does not hide the names whose first letter it is") {
  SmallIndex index{{{"H区", "h qu", 1}, {"黄家庄", "huang jia zhuang", 2}, {"大黄家庄", "da huang jia zhuang", 1}}};
  CHECK(index.told("hjz") == Told{"letters 黄家庄", "letters_part 大黄家庄"});
  CHECK(index.told("hq").front() == "letters H区");
}

TEST_CASE("xian is one syllable or two, xi'an two") {
  const auto index = land();
  CHECK(index.told("xian") == Told{"sound 西安", "sound 县"});
  CHECK(index.told("xi an").front() == "sound 西安");
}

TEST_CASE("other characters with the same sound, and sounds that many do not tell apart") {
  const auto index = land();
  CHECK(index.told("王装村委会").front() == "typo 王庄村委会");  // no name has the character: nothing says how it is read
  SmallIndex more{{{"石家庄市", "shi jia zhuang shi", 9}, {"是村", "shi cun"}, {"加河", "jia he"}, {"装里", "zhuang li"}, {"四山", "si shan"}}};
  CHECK(more.told("是加装").front() == "homophone_beginning 石家庄市");
  CHECK(more.told("是加装市").front() == "homophone 石家庄市");
  CHECK(more.told("四家庄市").front() == "typo 石家庄市");
  CHECK(more.told("四加装市").front() == "sound_typo 石家庄市");
  CHECK(more.told("sijiazuangsi").front() == "sound_typo 石家庄市");
}

TEST_CASE("one mistake: wrong, missing, too many, two exchanged; in characters, letters and pinyin") {
  const auto index = land();
  for (const char* text : {"石加庄市", "石家市", "石家家庄市", "家石庄市", "石家庄是", "西家庄市", "sjijiazhuangshi", "shijaizhuangshi", "shijiazhuagshi", "shijiazhuangshii"}) {
    CAPTURE(text);
    REQUIRE(!index.find(text).hits.empty());
    CHECK(index.find(text).hits.front().text == "石家庄市");
  }
  for (const char* text : {"Kelbrn", "Kelbunr", "Kellburn", "Kolburn", "elburn", "Kelbur"}) {
    CAPTURE(text);
    REQUIRE(!index.find(text).hits.empty());
    CHECK(index.find(text).hits.front().text == "Kelburn");
  }
  CHECK(index.told("wellingtno").front() == "typo Wellington");
}

TEST_CASE("a part that names a division, and a rest that lies in it") {
  const auto index = land();
  CHECK(index.told("广东广州") == Told{"containing 广州市"});
  CHECK(index.told("廣東廣州") == Told{"containing 广州市"});
  CHECK(index.told("河北石家庄长安").front() == "containing 长安区");
  CHECK(index.told("Kelburn Wellington") == Told{"containing Kelburn"});
  CHECK(index.told("Wellington, Kelburn") == Told{"containing Kelburn"});
  CHECK(index.told("guangdong guangzhou").front() == "containing 广州市");
  const auto village = index.find("石家庄王庄").hits;
  REQUIRE(village.size() == 1);  // the other 王庄 lies in Guangzhou
  CHECK(village.front().within == 7);
  CHECK(village.front().container == "石家庄");
}

TEST_CASE("official codes, whole and begun") {
  const auto index = land();
  CHECK(index.told("440106") == Told{"code 天河区"});
  CHECK(index.told("4401") == Told{"code_beginning 广州市", "code_beginning 天河区"});
  CHECK(index.told("nz-wgn").empty());  // folded without its dash: codes are looked for as they are written
}

TEST_CASE("filters by class, status, kind, level, division, day and box") {
  std::vector<SmallName> names{{"东河", "dong he", 1, Kind::place, 2, {}, "official", "stream", from_degrees(10, 50)},
                               {"东河", "dong he", 2, Kind::place, 3, {}, "official", "village", from_degrees(11, 51)},
                               {"东河", "dong he", 3, Kind::place, 3, {}, "variant", "village", from_degrees(12, 52)},
                               {"东河", "dong he", 4, Kind::division, 2, {}, "official", "town"},
                               {"东河", "dong he", 9, Kind::place, 3, {}, "former", "village", from_degrees(12, 52)},
                               {"东河", "dong he", 8, Kind::place, 3, {}, "official", "village", {}, {parse_date("1950-01-01"), parse_date("1980-01-01")}}};
  const SmallIndex index{names, {{0, 3, 2, 3}}};
  const auto importances = [&](const auto& change) {
    search::Query query{.text = "东河", .day = parse_date("2020-01-01")};
    change(query);
    std::vector<std::uint32_t> found;
    const auto answer = index.find(query);
    for (const auto& hit : query.former ? answer.former : answer.hits) found.push_back(hit.importance);
    return found;
  };
  using Found = std::vector<std::uint32_t>;
  CHECK(importances([](auto&) {}) == Found{4, 3, 2, 1});
  CHECK(importances([](auto& q) { q.filter.types = {"stream", "town"}; }) == Found{4, 1});
  CHECK(importances([](auto& q) { q.filter.types = {"nothing"}; }).empty());
  CHECK(importances([](auto& q) { q.filter.statuses = {"variant"}; }) == Found{3});
  CHECK(importances([](auto& q) { q.filter.kind = Kind::place; }) == Found{3, 2, 1});
  CHECK(importances([](auto& q) { q.filter.highest = 1; q.filter.lowest = 2; }) == Found{4});
  CHECK(importances([](auto& q) { q.filter.lowest = 1; }).empty());
  CHECK(importances([](auto& q) { q.filter.divisions = {{3, 3}}; }) == Found{3, 2});
  CHECK(importances([](auto& q) { q.filter.box = Box{10'500'000'000, 50'500'000'000, 11'500'000'000, 51'500'000'000}; }) == Found{2});
  CHECK(importances([](auto& q) { q.day = parse_date("1960-01-01"); }) == Found{8, 4, 3, 2, 1});
  CHECK(importances([](auto& q) { q.former = true; }) == Found{9, 8});

  SECTION("without a text: what passes the filters, each place once, and how many there are") {
    const auto listed = [&](const auto& change) {
      search::Query query{.text = " ", .day = parse_date("2020-01-01")};
      change(query);
      const auto answer = index.find(query);
      Found found;
      for (const auto& hit : query.former ? answer.former : answer.hits) {
        CHECK(hit.layer == search::Layer::listed);
        found.push_back(hit.importance);
      }
      CHECK((query.former ? answer.hits : answer.former).empty());
      return std::pair{found, answer.passed};
    };
    using Listed = std::pair<Found, std::optional<std::size_t>>;
    CHECK(listed([](auto& q) { q.filter.types = {"village"}; }) == Listed{{3, 2}, 2});
    CHECK(listed([](auto& q) { q.filter.types = {"villa*"}; }) == Listed{{3, 2}, 2});
    CHECK(listed([](auto& q) { q.filter.divisions = {{3, 3}}; }) == Listed{{3, 2}, 2});
    CHECK(listed([](auto& q) { q.filter.kind = Kind::place, q.limit = 2; }) == Listed{{3, 2}, 3});
    CHECK(listed([](auto& q) { q.filter.kind = Kind::place, q.former = true; }) == Listed{{9, 8}, 2});
    CHECK(listed([](auto& q) { q.filter.types = {"nothing"}; }) == Listed{{}, 0});
    CHECK(listed([](auto& q) { q.former = true; }) == Listed{{9, 8}, 2});
    CHECK(listed([](auto&) {}) == Listed{{}, {}});  // nothing is asked for
  }
  SECTION("former names stand apart") {
    const auto answer = index.find("东河");
    CHECK(answer.hits.size() == 4);
    CHECK(answer.former.size() == 2);
  }
  SECTION("equally important ones: the nearer first") {
    std::vector<SmallName> alike;
    for (int i = 0; i < 40; ++i) alike.push_back({"新村", "xin cun", 5, Kind::place, 0, {}, "official", "village", from_degrees(100 + i, 30)});
    const SmallIndex many{alike};
    const auto hits = many.find({.text = "新村", .limit = 3, .day = parse_date("2020-01-01"), .near = from_degrees(120.2, 30)}).hits;
    REQUIRE(hits.size() == 3);
    CHECK(degrees(hits[0].position->lon) == Approx(120));
    CHECK(degrees(hits[1].position->lon) == Approx(121));
    CHECK(*hits[0].distance_m == Approx(19'297).margin(50));
  }
}

TEST_CASE("a class is asked for with its scheme or without; a type never by a part of it") {
  const SmallIndex index{{{.text = "村", .type = "populatedPlace\tcn-18521:22200\tgeonames:P.PPL"}, {.text = "村口", .type = "22200"}, {.text = "村头", .type = "a:22200"}}};
  const auto found = [&](const char* type) {
    search::Query query{.text = "村", .day = parse_date("2020-01-01")};
    query.filter.types = {type};
    std::vector<std::string> texts;
    for (const auto& hit : index.find(query).hits) texts.push_back(hit.text);
    return texts;
  };
  CHECK(found("22200") == std::vector<std::string>{"村", "村口"});
  CHECK(found("cn-18521:22200") == std::vector<std::string>{"村"});
  CHECK(found("P.PPL") == std::vector<std::string>{"村"});
  CHECK(found("populatedPlace") == std::vector<std::string>{"村"});
  CHECK(found("a:22200") == std::vector<std::string>{"村头"});
  CHECK(found("cn-18521").empty());
  const auto hit = index.find("村").hits.at(0);
  CHECK(hit.type == "populatedPlace");
  CHECK(hit.classes == std::vector<std::string>{"cn-18521:22200", "geonames:P.PPL"});
}

TEST_CASE("a reading on record is divided among the characters; one that does not fit changes nothing") {
  const auto read = [](const char* text, const char* reading) {
    search::Entry entry;
    entry.text = text;
    search::write_keys(entry);
    search::read_as(entry, reading);
    std::string told;
    for (const auto& syllable : entry.syllables) told += (told.empty() ? "" : " ") + syllable;
    return told;
  };
  CHECK(read("曾合里", "Cénghélǐ") == "ceng he li");
  CHECK(read("曾合里", "ceng2 he2 li3") == "ceng he li");
  CHECK(read("西安路", "Xī’ān Lù") == "xi an lu");
  CHECK(read("西安路", "xianlu") == "xi an lu");        // of two ways the one that the characters are read by
  CHECK(read("吕家铺", "Lǚjiāpù") == "lv jia pu");
  CHECK(read("吕家铺", "lu\u0308\u030cjia\u0304pu\u0300") == "lv jia pu");  // marks apart from their letters
  CHECK(read("第3村", "Dì 3 Cūn") == "di 3 cun");
  CHECK(read("曾合里", "Cénghé") == "zeng he li");      // too few syllables
  CHECK(read("曾合里", "曾合里") == "zeng he li");
  CHECK(read("曾合里", "qqq") == "zeng he li");
  CHECK(read("Angers", "angers").empty());
}

TEST_CASE("a search that is given up blames filters only where there are some") {
  std::vector<SmallName> many;
  for (int i = 0; i < 65'000; ++i) many.push_back({.text = "a" + std::to_string(i)});
  const SmallIndex index{many};
  search::Query query{.text = "a", .day = parse_date("2020-01-01")};
  query.filter.types = {"none"};
  const auto filtered = index.find(query);
  REQUIRE_FALSE(filtered.complete);
  REQUIRE(filtered.notes.size() == 1);
  CHECK(filtered.notes[0].rule == "search.given_up_filtered");
  query.filter = {};
  query.former = true;
  const auto former = index.find(query);
  REQUIRE_FALSE(former.complete);
  REQUIRE(former.notes.size() == 1);
  CHECK(former.notes[0].rule == "search.given_up");
}

TEST_CASE("each hit says what of the name matched") {
  const auto index = land();
  const auto marked = [&](const std::string& text) {
    const auto hit = index.find(text).hits.at(0);
    return hit.text.substr(hit.spans.at(0).begin, hit.spans.at(0).end - hit.spans.at(0).begin);
  };
  CHECK(marked("家庄") == "家庄");
  CHECK(marked("shijiaz") == "石家庄");
  CHECK(marked("leger") == "Léger");
  CHECK(marked("SAINT LEG") == "Saint-Lég");
  CHECK(marked("石jz") == "石家庄");
}

TEST_CASE("what changed lately stands in a second index; its older forms are hidden") {
  const SmallIndex old{{{"东村", "dong cun", 5}, {"西村", "xi cun", 3}}}, fresh{{{"中村", "zhong cun", 4}}, {}, 100};
  const std::unordered_set<std::int64_t> superseded{1};
  const search::Source sources[] = {{&old.index(), &superseded}, {&fresh.index()}};
  const auto answer = search::find(sources, {.text = "村", .day = parse_date("2020-01-01")}, test::small_language());
  REQUIRE(answer.hits.size() == 2);
  CHECK(answer.hits[0].text == "中村");
  CHECK(answer.hits[1].text == "西村");
}

TEST_CASE("a position is recognised, not searched for") {
  const auto answer = land().find("116.39 39.9");
  CHECK(answer.position == from_degrees(116.39, 39.9));
  CHECK(answer.hits.empty());
}

TEST_CASE("texts that are no name get a clear answer") {
  const auto index = land();
  const auto rule_of = [&](const std::string& text) {
    try {
      const auto notes = index.find(text).notes;
      return notes.empty() ? std::string{} : notes.front().rule;
    } catch (const Error& error) {
      return error.findings().front().rule;
    }
  };
  CHECK(rule_of("石\xE5\xAE") == "search.not_utf8");
  CHECK(rule_of(std::string(10'000, 'a')) == "search.too_long");
  CHECK(rule_of("石\xEE\x80\x80") == "search.no_characters");          // private use
  CHECK(rule_of("石\xCD\xB8") == "search.no_characters");              // unassigned
  CHECK(rule_of("石\xE2\x80\xAE家") == "search.unseen_characters");    // right-to-left override
  CHECK(rule_of("") == "search.nothing_to_find");
  CHECK(rule_of("石家") == "");
  CHECK(rule_of("\xF0\x9F\x8F\x94") == "");  // an emoji: looked for like any other
}
