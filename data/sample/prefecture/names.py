# SPDX-License-Identifier: Apache-2.0
"""Names of an invented prefecture. None of its counties, and none of its townships, bears the name of a real one."""
from .dice import Dice
from .pinyin import joined, spelled

PREFECTURE = ("990100", "岚泽", "市")
COUNTIES = {  # code in 2001, specific and generic term, short form in names of lines
    "A": ("990121", "临岚", "县", "临"), "B": ("990122", "棠川", "县", "棠"), "C": ("990123", "云岑", "县", "云")}

# The county town first, then from the lowest seat to the highest: (specific, generic); generic tells the kind.
TOWNSHIPS = {
    "A": ["岚浦镇", "荷埠镇", "柳渡镇", "雁汊镇", "沙沱镇", "茭塘镇", "鹤汀镇", "平畈乡", "双榆镇", "清漪镇", "桑柘坪乡", "白鹭坪乡",
          "青箬乡", "浣溪乡", "杏坞乡", "磨盘山乡"],
    "B": ["棠埠镇", "鲤鱼渡镇", "芦荻镇", "月河口镇", "鹭洲乡", "长滩河镇", "乌桕镇", "橘坪乡", "古桐镇", "柿树坝乡", "竹箐乡", "梅箐乡",
          "紫藤坡乡", "南垭乡"],
    "C": ["岑口镇", "石笋沟镇", "药箐镇", "木姜坪镇", "松箐乡", "雷公垭镇", "黄柏箐乡", "麂子坪乡", "鹰嘴岩乡", "羚坪乡", "冷杉坪乡",
          "雪垭乡", "依洛彝族乡"],
}
KINDS = (("彝族乡", "ethnic_township"), ("街道", "subdistrict"), ("镇", "town"), ("乡", "township"))
KIND_CODES = {"subdistrict": 1, "town": 100, "township": 200, "ethnic_township": 200}

RIVERS = ["岚江", "泠河", "岑河", "雁河", "漪河", "桐溪", "荻河", "杉溪", "箬溪", "柘溪", "榆水", "箐河", "姜溪", "羚溪", "寒水", "茭河",
          "梅溪", "杏溪", "磨溪", "柿溪"]
RANGES = ["云岑山", "磨盘岭", "雪垭山", "鹰嘴峰", "青箬岭", "紫藤岭", "羚山", "石笋峰", "马鞍山", "尖峰岭", "寒峰", "大岩山"]

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹曾彭肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季解仇华查盖朴隗"

FEATURES = ["青龙", "白虎", "石门", "松树", "柏木", "竹园", "桃园", "梨园", "杨柳", "枫树", "槐树", "樟树", "皂角", "花椒", "老鹰", "牛角",
            "马鞍", "狮子", "凤凰", "金鸡", "黑石", "红土", "黄土", "白沙", "清水", "冷水", "响水", "三岔", "五里", "七里", "九龙", "油房",
            "瓦窑", "砖窑", "炭窑", "碾子", "磨盘", "土地", "观音", "龙王", "祠堂", "学堂", "石桥", "木桥", "凉水", "甘泉", "双泉", "柿树",
            "核桃", "板栗", "棕树", "茶园", "药园", "桑园", "蜂桶", "纸厂", "铜锣", "锅底", "扁担", "轿子", "月亮", "野鸡", "麂子", "猴子",
            "长石", "大石", "白石", "青石", "红石", "石堡", "古树", "双树", "洗马", "饮马", "歇马", "花园", "大堰", "新堰", "老堰", "荒田"]

# Second parts that fit the place: river bank, plain, valley, slope, mountain.
ENDINGS = {
    "river": ["湾", "河口", "渡", "嘴", "滩", "坝", "洲", "河", "潭", "桥"],
    "plain": ["庄", "畈", "塘", "集", "店", "院子", "老屋", "新屋", "铺", "桥", "堰", "墩"],
    "valley": ["冲", "沟", "坪", "湾", "坝", "溪", "田", "院子", "桥"],
    "slope": ["岭", "坡", "垭", "坳", "岗", "坎", "屋场", "坪", "嘴"],
    "mountain": ["箐", "垭", "岩", "坪", "寨", "梁", "坳", "岭", "老屋", "槽"],
}
BEFORE = ["上", "下", "大", "小", "新", "老", "前", "后", "东", "西"]


class VillageNames:
    """Names no two of which are the same in one county."""

    def __init__(self):
        self.dice = Dice("village names")
        self.weighted = [(s, 40 if k < 30 else 14 if k < 70 else 5) for k, s in enumerate(SURNAMES)]
        self.taken = {}

    def one(self, county, setting):
        taken = self.taken.setdefault(county, set())
        for attempt in range(200):
            ending = self.dice.one_of(ENDINGS[setting])
            if self.dice.share() < 0.62:
                name = self.dice.by_weight(self.weighted) + "家" + ending
            else:
                feature = self.dice.one_of(FEATURES)
                name = feature + ending if feature[-1] != ending[0] else feature
            if attempt > 3 or self.dice.share() < 0.05:
                name = self.dice.one_of(BEFORE) + name
            if name not in taken:
                taken.add(name)
                return name
        raise AssertionError("no name left")


def kind_of(name):
    return next(kind for ending, kind in KINDS if name.endswith(ending))


def spelling_of_division(name):
    """Line by line as the rules have it: specific and generic part apart."""
    for ending, kind in KINDS:
        if name.endswith(ending):
            specific = name[:-len(ending)]
            return spelled(specific, "彝族", "乡") if kind == "ethnic_township" else spelled(specific, ending)
    return spelled(name[:-1], name[-1])


def spelling_of_village(name, kind):
    if kind == "villagers_committee":
        return spelled(name[:-1], "村")
    if kind == "residents_committee":
        return spelled(name[:-2], "社区")
    return joined(name)
