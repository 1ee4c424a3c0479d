// SPDX-License-Identifier: Apache-2.0
#include "gis/base/embedded.hpp"
#include "gis/script/reading.hpp"

#include <catch2/catch.hpp>

namespace merestone {
namespace embedded {
extern const std::span<const File> standard_readings;
}
namespace {

std::string toned_text(std::string_view name, std::string_view division = {}) {
  std::string out;
  for (const ReadCharacter& each : read_name(name, division)) {
    if (!out.empty()) out += ' ';
    out += toned(each.syllable);
  }
  return out;
}

Surety surety(std::string_view name, std::string_view division = {}) { return surety_of(read_name(name, division)); }

}  // namespace

TEST_CASE("PN-47: place names are read as the standard has it, not by the frequency of characters") {
  std::string_view rows = embedded::standard_readings.front().text;
  std::size_t names = 0;
  while (!rows.empty()) {
    const auto line = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(std::min(line.size() + 1, rows.size()));
    if (line.starts_with('#')) continue;
    const auto tab = line.find('\t');
    INFO(line);
    CHECK(toned_text(line.substr(0, tab)) == line.substr(tab + 1));
    ++names;
  }
  CHECK(names >= 100);
}

TEST_CASE("PN-47: the same characters are read differently in different provinces") {
  CHECK(toned_text("十里堡", "110105") == "shí lǐ pù");
  CHECK(toned_text("大黄堡", "120114") == "dà huáng bǎo");
  CHECK(toned_text("吴堡", "610829") == "wú bǔ");
  CHECK(toned_text("六合", "320116") == "lù hé");
  CHECK(toned_text("六合", "231100") == "liù hé");
  CHECK(toned_text("大圩", "340111") == "dà wéi");
  CHECK(toned_text("新圩", "450721") == "xīn xū");
}

TEST_CASE("short words hold at the beginning of a name only") {
  CHECK(toned_text("华县") == "huà xiàn");
  CHECK(toned_text("西华县") == "xī huá xiàn");
  CHECK(toned_text("单县") == "shàn xiàn");
  CHECK(toned_text("张掖市") == "zhāng yè shì");
  CHECK(toned_text("杨行镇", "310113") == "yáng háng zhèn");
}

TEST_CASE("an unsure reading says so") {
  CHECK(surety("石家庄") == Surety::sure);
  CHECK(surety("铅山") == Surety::sure);
  CHECK(surety("王家堡") == Surety::guess);    // bǎo, bǔ or pù
  CHECK(surety("任家") == Surety::sure);
  CHECK(surety("任堆") == Surety::letters);    // rén or rèn
  CHECK(surety("六合") == Surety::guess);      // Lùhé in Jiangsu only
  CHECK(surety("六合", "32") == Surety::sure);
  CHECK(surety("天台") == Surety::letters);    // tái outside Zhejiang
  CHECK(surety("䶮䶮") != Surety::none);
  CHECK(surety("\U000323AE") == Surety::none);  // in no table
  CHECK(surety("Angers") == Surety::sure);      // nothing to read
}

TEST_CASE("traditional text is read as the simplified word") {
  CHECK(toned_text("廈門") == "xià mén");
  CHECK(toned_text("樂清") == "yuè qīng");
  CHECK(toned_text("長樂") == "cháng lè");
  CHECK(toned_text("乾县") == "qián xiàn");
  CHECK(toned_text("瀋陽") == "shěn yáng");
}

TEST_CASE("a reading has an entry for each character, also for those that are not Han") {
  const auto reading = read_name("经5路A");
  REQUIRE(reading.size() == 4);
  CHECK(reading[1].character == U'5');
  CHECK(reading[1].surety == Surety::none);
  CHECK(letters_of(reading[1].syllable).empty());
  CHECK(letters_of(reading[2].syllable) == "lu");
}

TEST_CASE("keys of sound: letters joined, initials, ü as v") {
  SoundKeys keys;
  sound_keys(read_name("石家庄"), keys);
  CHECK(keys.letters == "shijiazhuang");
  CHECK(keys.initials == "sjz");
  sound_keys(read_name("吕梁1路B"), keys);
  CHECK(keys.letters == "lvliang1lub");
  CHECK(keys.initials == "ll1lb");
  sound_keys(read_name("Łódź"), keys);
  CHECK(keys.letters == "lodz");
}

TEST_CASE("a reading as it is written is read back, syllable by syllable (PN-51)") {
  const auto told = [](const char* reading, std::size_t count) {
    std::string all;
    for (const Syllable syllable : parse_reading_with_marks(reading, count)) all += (all.empty() ? "" : " ") + toned(syllable);
    return all;
  };
  CHECK(told("Chánglè Lù", 3) == "cháng lè lù");
  CHECK(told("Shílǐpù", 3) == "shí lǐ pù");
  CHECK(told("Xī’ān", 2) == "xī ān");
  CHECK(told("Lǚliáng", 2) == "lǚ liáng");
  CHECK(told("Xīníng", 2) == "xī níng");
  CHECK(told("Ēnshī", 2) == "ēn shī");
  CHECK(told("Shàngzhuangzi", 3) == "shàng zhuang zi");
  CHECK(told("Chánglè Lù", 2).empty());
  CHECK(told("Pénr Hútòng", 4).empty());
  CHECK(told("Qīngshuǐ", 3).empty());  // not qī-ng-shuǐ
  CHECK(told("", 0).empty());
  CHECK(told("长乐路", 3).empty());
}

}  // namespace merestone
