// SPDX-License-Identifier: Apache-2.0
#include "gis/script/romanise.hpp"

#include <catch2/catch.hpp>

namespace merestone {
namespace {

using Class = SpellingClass;

std::string spelled(std::string_view name, Class which, std::string_view division = {}) {
  return romanise({.text = name, .which = which, .division = division}).spelling;
}

std::string tone_marked(std::string_view name, Class which, std::string_view division = {}) {
  return romanise({.text = name, .which = which, .division = division}).toned;
}

const Finding* finding(const RomanSpelling& spelling, std::string_view rule) {
  for (const Finding& each : spelling.findings) {
    if (each.rule == rule) return &each;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("PN-40: the specific and the generic term are written apart, each with a capital") {
  CHECK(spelled("太行山", Class::natural) == "Taihang Shan");
  CHECK(spelled("松花江", Class::natural) == "Songhua Jiang");
  CHECK(spelled("太湖", Class::natural) == "Tai Hu");
  CHECK(spelled("台湾海峡", Class::natural) == "Taiwan Haixia");
  CHECK(spelled("西藏自治区", Class::division) == "Xizang Zizhiqu");
  CHECK(spelled("通县", Class::division) == "Tong Xian");
  CHECK(spelled("大运河", Class::natural) == "Da Yunhe");
  CHECK(spelled("江苏省", Class::division) == "Jiangsu Sheng");
  CHECK(spelled("虹口区", Class::division) == "Hongkou Qu");
  CHECK(spelled("无锡县", Class::division) == "Wuxi Xian");
}

TEST_CASE("PN-41: modifiers of one syllable join their part, longer ones stand apart") {
  CHECK(spelled("西辽河", Class::natural) == "Xiliao He");
  CHECK(spelled("潮白新河", Class::natural) == "Chaobai Xinhe");
  CHECK(spelled("新通扬运河", Class::natural) == "Xintongyang Yunhe");
  CHECK(spelled("北雁荡山", Class::natural) == "Beiyandang Shan");
  CHECK(spelled("景山后街", Class::street) == "Jingshan Houjie");
  CHECK(spelled("朝阳门内大街", Class::street) == "Chaoyangmennei Dajie");
  CHECK(spelled("南横东街", Class::street) == "Nanheng Dongjie");
  CHECK(spelled("修文西小巷", Class::street) == "Xiuwen Xixiaoxiang");
  CHECK(spelled("广安门北滨河路", Class::street) == "Guang'anmen Beibinhe Lu");
}

TEST_CASE("PN-42: names of villages and towns of nature are one word") {
  CHECK(spelled("王村", Class::settlement) == "Wangcun");
  CHECK(spelled("周口店", Class::settlement) == "Zhoukoudian");
  CHECK(spelled("油坊桥", Class::settlement) == "Youfangqiao");
  CHECK(spelled("龙王集", Class::settlement) == "Longwangji");
  CHECK(spelled("江镇", Class::settlement) == "Jiangzhen");
  CHECK(spelled("漷县", Class::settlement) == "Huoxian");
  CHECK(spelled("李庄", Class::settlement) == "Lizhuang");
  CHECK(spelled("石家庄市", Class::division) == "Shijiazhuang Shi");
}

TEST_CASE("PN-43: a generic term that has become part of a name is no generic term") {
  CHECK(spelled("渤海湾", Class::natural) == "Bohai Wan");
  CHECK(spelled("黑龙江省", Class::division) == "Heilongjiang Sheng");
  CHECK(spelled("景德镇市", Class::division) == "Jingdezhen Shi");
  CHECK(spelled("解放路南小街", Class::street) == "Jiefanglu Nanxiaojie");
  CHECK(spelled("包头胡同东巷", Class::street) == "Baotou Hutong Dongxiang");
}

TEST_CASE("PN-44: family and given name are one word") {
  CHECK(spelled("左权县", Class::division) == "Zuoquan Xian");
  CHECK(spelled("张之洞路", Class::street) == "Zhangzhidong Lu");
  CHECK(spelled("欧阳海水库", Class::facility) == "Ouyanghai Shuiku");
}

TEST_CASE("PN-45: numerals are spelled") {
  CHECK(spelled("五指山", Class::natural) == "Wuzhi Shan");
  CHECK(spelled("九龙江", Class::natural) == "Jiulong Jiang");
  CHECK(spelled("三八路", Class::street) == "Sanba Lu");
  CHECK(spelled("五一广场", Class::street) == "Wuyi Guangchang");
  CHECK(spelled("第二松花江", Class::natural) == "Di'er Songhua Jiang");
  CHECK(spelled("二道沟", Class::natural) == "Erdao Gou");
}

TEST_CASE("PN-46: codes, and the numbers of streets, are digits") {
  CHECK(spelled("1203高地", Class::natural) == "1203 Gaodi");
  CHECK(spelled("二马路", Class::street) == "2 Malu");
  CHECK(spelled("经五路", Class::street) == "Jing 5 Lu");
  CHECK(spelled("三环路", Class::street) == "3 Huanlu");
  CHECK(spelled("大川淀一巷", Class::street) == "Dachuandian 1 Xiang");
  CHECK(spelled("东四十二条", Class::street) == "Dongsi 12 Tiao");
  CHECK(spelled("第九弄", Class::street) == "Di-9 Long");
  CHECK(spelled("第１２弄", Class::street) == "Di-12 Long");
}

TEST_CASE("PN-47: readings of Putonghua as approved, by place") {
  CHECK(spelled("十里堡", Class::settlement, "110105") == "Shilipu");
  CHECK(spelled("大黄堡", Class::settlement, "120114") == "Dahuangbao");
  CHECK(spelled("吴堡", Class::settlement, "610829") == "Wubu");
}

TEST_CASE("PN-47: the table of polyphones") {
  const auto bare = [](std::string_view name, std::string_view right) { CHECK(spelled(name, Class::division) == right); };
  bare("六安", "Lu'an");
  bare("亳州", "Bozhou");
  bare("蚌埠", "Bengbu");
  CHECK(tone_marked("台州", Class::division) == "Tāizhōu");
  CHECK(tone_marked("丽水", Class::division) == "Líshuǐ");
  bare("东阿", "Dong'e");
  bare("番禺", "Panyu");
  bare("洪洞", "Hongtong");
  bare("铅山", "Yanshan");
  bare("乐清", "Yueqing");
  bare("乐亭", "Laoting");
  bare("浚县", "Xun Xian");
  bare("尉犁", "Yuli");
  bare("单县", "Shan Xian");
  bare("莘县", "Shen Xian");
  bare("涡阳", "Guoyang");
  CHECK(spelled("大埔", Class::division, "441422") == "Dabu");
  bare("盱眙", "Xuyi");
  bare("长子", "Zhangzi");
  bare("歙县", "She Xian");
  bare("黟县", "Yi Xian");
  bare("郫都", "Pidu");
  bare("枞阳", "Zongyang");
  bare("珲春", "Hunchun");
  bare("荥阳", "Xingyang");
  bare("荥经", "Yingjing");
  bare("中牟", "Zhongmu");
  bare("牟平", "Muping");
  bare("厦门", "Xiamen");
  CHECK(tone_marked("华山", Class::natural) == "Huà Shān");
  CHECK(tone_marked("任丘", Class::division) == "Rénqiū");
  bare("召陵", "Shaoling");
}

TEST_CASE("PN-48: an apostrophe before a, o and e inside a word") {
  CHECK(spelled("西安", Class::division) == "Xi'an");
  CHECK(spelled("建瓯", Class::division) == "Jian'ou");
  CHECK(spelled("天峨", Class::division) == "Tian'e");
  CHECK(spelled("安阳", Class::division) == "Anyang");
  CHECK(tone_marked("西安", Class::division) == "Xī'ān");
}

TEST_CASE("PN-49: each part begins with a capital") {
  CHECK(spelled("珠江", Class::natural) == "Zhu Jiang");
  CHECK(spelled("天宁寺西里一巷", Class::street) == "Tianningsi Xili 1 Xiang");
}

TEST_CASE("PN-50: the ending r is written where 儿 is") {
  CHECK(spelled("盆儿胡同", Class::street) == "Penr Hutong");
  CHECK(tone_marked("盆儿胡同", Class::street) == "Pénr Hútòng");
  CHECK(spelled("台儿庄区", Class::division) == "Tai'erzhuang Qu");
  CHECK(romanise({.text = "李儿庄", .which = Class::settlement}).surety == Surety::guess);
}

TEST_CASE("PN-51: with tones and without, both") {
  const auto both = romanise({.text = "十里堡", .which = Class::settlement, .division = "11"});
  CHECK(both.toned == "Shílǐpù");
  CHECK(both.spelling == "Shilipu");
  CHECK(both.surety == Surety::sure);
}

TEST_CASE("ü is kept, and Shaanxi is told from Shanxi") {
  CHECK(spelled("吕梁市", Class::division) == "Lüliang Shi");
  CHECK(spelled("旅顺口区", Class::division) == "Lüshunkou Qu");
  CHECK(spelled("陕西省", Class::division) == "Shaanxi Sheng");
  CHECK(spelled("山西省", Class::division) == "Shanxi Sheng");
  CHECK(spelled("陕西路", Class::street) == "Shaanxi Lu");
  CHECK(spelled("内蒙古自治区", Class::division) == "Nei Mongol Zizhiqu");
  CHECK(spelled("新疆维吾尔自治区", Class::division) == "Xinjiang Uygur Zizhiqu");
}

TEST_CASE("names of minority languages are spelled from their source, which is named") {
  const auto urumqi = romanise({.text = "乌鲁木齐市", .which = Class::division});
  CHECK(urumqi.spelling == "Ürümqi Shi");
  CHECK(urumqi.scheme == "minority-1976");
  CHECK(urumqi.source_language == "ug");
  CHECK(finding(urumqi, "romanise.minority") != nullptr);
  CHECK(spelled("拉萨市", Class::division) == "Lhasa Shi");
  CHECK(spelled("呼和浩特市", Class::division) == "Hohhot Shi");
  CHECK(spelled("西双版纳傣族自治州", Class::division) == "Xishuangbanna Daizu Zizhizhou");
  CHECK(spelled("恩施土家族苗族自治州", Class::division) == "Enshi Tujiazu Miaozu Zizhizhou");
  CHECK(spelled("三都水族自治县", Class::division) == "Sandu Suizu Zizhixian");
  CHECK(spelled("鄂温克族自治旗", Class::division) == "Ewenkizu Zizhiqi");
  CHECK(spelled("大兴安岭地区", Class::division) == "Da Hinggan Ling Diqu");
  CHECK(spelled("科尔沁右翼前旗", Class::division) == "Horqin Youyi Qianqi");
  CHECK(source_spelling("乌鲁木齐")->language == "ug");
  CHECK_FALSE(source_spelling("石家庄"));

  SECTION("where other places bear the same characters, only in its province") {
    CHECK(spelled("曲水县", Class::division, "540124") == "Qüxü Xian");
    const auto elsewhere = romanise({.text = "曲水镇", .which = Class::division, .division = "420000"});
    CHECK(elsewhere.spelling == "Qushui Zhen");
    CHECK(finding(elsewhere, "romanise.minority_elsewhere") != nullptr);
  }
}

TEST_CASE("streets named after directions and gates") {
  CHECK(spelled("南京东路", Class::street) == "Nanjing Donglu");
  CHECK(spelled("江南路", Class::street) == "Jiangnan Lu");
  CHECK(spelled("海南中路", Class::street) == "Hainan Zhonglu");
  CHECK(spelled("东大街", Class::street) == "Dong Dajie");
  CHECK(spelled("光大路", Class::street) == "Guangda Lu");
  CHECK(spelled("八一路", Class::street) == "Bayi Lu");
  CHECK(spelled("十一路", Class::street) == "11 Lu");
  CHECK(spelled("人民路", Class::street) == "Renmin Lu");
}

TEST_CASE("an unsure reading is marked, and a confirmed one is used") {
  const auto unsure = romanise({.text = "王家堡", .which = Class::settlement});
  CHECK(unsure.surety == Surety::guess);
  const Finding* doubt = finding(unsure, "romanise.unsure_reading");
  REQUIRE(doubt != nullptr);
  CHECK(doubt->severity == Severity::warning);
  CHECK(doubt->facts[0].second == "堡");
  CHECK(doubt->facts[2].second == "bǔ, pù");
  const auto confirmed = romanise({.text = "王家堡", .which = Class::settlement,
                                   .confirmed = {*parse_syllable("wang2"), *parse_syllable("jia1"), *parse_syllable("bu3")}});
  CHECK(confirmed.spelling == "Wangjiabu");
  CHECK(confirmed.surety == Surety::sure);
  CHECK(finding(confirmed, "romanise.unsure_reading") == nullptr);
}

TEST_CASE("other scripts by their letters; scripts without a scheme get none") {
  const auto by_letters = [](std::string_view text, std::string_view language = "und") { return romanise({.text = text, .language = language}); };
  CHECK(by_letters("Москва").spelling == "Moskva");
  CHECK(by_letters("Angers").spelling == "Angers");
  CHECK(by_letters("Angers").surety == Surety::sure);
  CHECK_FALSE(by_letters("Αθήνα").spelling.empty());
  for (const std::string_view text : {"བོད་ལྗོངས", "ئۈرۈمچى", "ᠮᠣᠩᠭᠣᠯ", "ꆈꌠ"}) {
    const auto none = by_letters(text);
    INFO(text);
    CHECK(none.spelling.empty());
    CHECK(none.scheme.empty());
    CHECK(none.surety == Surety::none);
    CHECK(finding(none, "romanise.script_gap") != nullptr);
  }
  const auto kyoto = by_letters("京都", "ja");
  CHECK(kyoto.spelling.empty());
  CHECK(finding(kyoto, "romanise.han_of_other_language") != nullptr);
}

TEST_CASE("any text is spelled without breaking") {
  for (const std::string_view text : {"", "山", "第", "第一", "一", "路", "1", "儿", "大街", "大大大大路", "\xFF\xFE", "十百千路", "𠮷野家"}) {
    for (std::size_t which = 0; which < spelling_class_count; ++which) {
      INFO(text << " " << which);
      const auto result = romanise({.text = text, .which = static_cast<Class>(which)});
      std::size_t characters = 0;
      for (const SpelledPart& part : result.parts) characters += part.text.size();
      if (text.find('\xFF') == std::string_view::npos && !result.parts.empty()) CHECK(characters == text.size());
    }
  }
}

}  // namespace merestone
