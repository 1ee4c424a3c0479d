# SPDX-License-Identifier: Apache-2.0
"""Readings, written down sign by sign: what a reader of places would confirm, never guessed from a general table."""

READINGS = dict(pair.split(":") for pair in """
一:yī 七:qī 三:sān 上:shàng 下:xià 东:dōng 中:zhōng 临:lín 乌:wū 乡:xiāng 二:èr 五:wǔ 井:jǐng 交:jiāo 任:rén 伍:wǔ 佘:shé 何:hé
余:yú 依:yī 倪:ní 傅:fù 党:dǎng 全:quán 八:bā 关:guān 冉:rǎn 冯:féng 冲:chōng 冷:lěng 凉:liáng 凤:fèng 凰:huáng 刘:liú 前:qián
包:bāo 化:huà 北:běi 区:qū 十:shí 千:qiān 华:huá 南:nán 卢:lú 卫:wèi 厂:chǎng 双:shuāng 口:kǒu 叶:yè 司:sī 吊:diào 后:hòu 向:xiàng
吕:lǚ 吴:wú 周:zhōu 响:xiǎng 唐:táng 四:sì 园:yuán 国:guó 土:tǔ 地:dì 坎:kǎn 坑:kēng 坝:bà 坡:pō 坪:píng 坳:ào 坞:wù 垭:yā 埠:bù
堰:yàn 堡:pù 塘:táng 墩:dūn 夏:xià 夹:jiā 大:dà 太:tài 头:tóu 姚:yáo 姜:jiāng 孔:kǒng 孙:sūn 学:xué 宋:sòng 官:guān 家:jiā 寒:hán
寨:zhài 小:xiǎo 尖:jiān 尹:yǐn 屋:wū 山:shān 岑:cén 岔:chà 岗:gǎng 岚:lán 岩:yán 岭:lǐng 岸:àn 崔:cuī 嶂:zhàng 川:chuān 州:zhōu
巴:bā 市:shì 帽:mào 平:píng 广:guǎng 庄:zhuāng 庙:miào 店:diàn 廖:liào 张:zhāng 彝:yí 彭:péng 徐:xú 戴:dài 戏:xì 房:fáng 打:dǎ
扁:biǎn 担:dan 文:wén 断:duàn 新:xīn 方:fāng 旗:qí 日:rì 易:yì 星:xīng 景:jǐng 曲:qū 曹:cáo 曾:zēng 月:yuè 木:mù 朱:zhū 李:lǐ
杉:shān 村:cūn 杏:xìng 杜:dù 杨:yáng 松:sōng 林:lín 枣:zǎo 枫:fēng 柏:bǎi 柑:gān 柘:zhè 柚:yòu 柳:liǔ 柿:shì 栗:lì 核:hé 梁:liáng
案:àn 桂:guì 桃:táo 桐:tóng 桑:sāng 桥:qiáo 桩:zhuāng 桕:jiù 梅:méi 梨:lí 梯:tī 棕:zōng 棠:táng 椒:jiāo 椿:chūn 楠:nán 榆:yú
槐:huái 樊:fán 樟:zhāng 橘:jú 欧:ōu 殷:yīn 段:duàn 毛:máo 民:mín 水:shuǐ 永:yǒng 汀:tīng 汊:chà 江:jiāng 池:chí 汤:tāng 汪:wāng
沈:shěn 沙:shā 沟:gōu 沱:tuó 河:hé 油:yóu 泉:quán 泠:líng 泡:pào 泥:ní 泽:zé 洗:xǐ 洛:luò 洞:dòng 洪:hóng 洲:zhōu 流:liú 浅:qiǎn
浣:huàn 浦:pǔ 涂:tú 清:qīng 渔:yú 渡:dù 温:wēn 湾:wān 溪:xī 溶:róng 滕:téng 滩:tān 漆:qī 漪:yī 潘:pān 潭:tán 火:huǒ 炭:tàn 烟:yān
熊:xióng 牌:pái 牛:niú 狮:shī 猫:māo 猴:hóu 王:wáng 瓦:wǎ 瓮:wèng 田:tián 甘:gān 申:shēn 界:jiè 畈:fàn 白:bái 皂:zào 盐:yán 盖:gài
盘:pán 石:shí 砖:zhuān 磨:mò 碑:bēi 碾:niǎn 碓:duì 社:shè 祠:cí 祝:zhù 秦:qín 程:chéng 稻:dào 穆:mù 窑:yáo 童:tóng 竹:zhú 笋:sǔn
管:guǎn 箐:qìng 箬:ruò 米:mǐ 粉:fěn 紫:zǐ 红:hóng 纸:zhǐ 线:xiàn 羊:yáng 羚:líng 羡:xiàn 老:lǎo 肖:xiāo 胡:hú 腰:yāo 膛:táng
舒:shū 艾:ài 芦:lú 花:huā 苏:sū 苗:miáo 范:fàn 茅:máo 茭:jiāo 茶:chá 荒:huāng 荡:dàng 荷:hé 荻:dí 莫:mò 葛:gě 董:dǒng 蒋:jiǎng
蒲:pú 蓝:lán 蔡:cài 藤:téng 虎:hǔ 蚂:mǎ 蛇:shé 蜂:fēng 袁:yuán 街:jiē 西:xī 观:guān 角:jiǎo 解:xiè 覃:qín 詹:zhān 谢:xiè 谭:tán
谷:gǔ 贺:hè 赖:lài 赵:zhào 路:lù 踏:tà 车:chē 轿:jiào 道:dào 邓:dèng 邱:qiū 邵:shào 邹:zōu 郑:zhèng 郭:guō 酒:jiǔ 里:lǐ 野:yě
金:jīn 钟:zhōng 钱:qián 铁:tiě 铺:pù 铜:tóng 银:yín 锣:luó 锅:guō 镇:zhèn 长:cháng 门:mén 闵:mǐn 阎:yán 阳:yáng 阴:yīn 陆:lù
陈:chén 陶:táo 陡:dǒu 院:yuàn 险:xiǎn 雁:yàn 集:jí 雪:xuě 雷:léi 青:qīng 鞍:ān 音:yīn 韩:hán 顾:gù 风:fēng 香:xiāng 马:mǎ 骆:luò
高:gāo 魏:wèi 鱼:yú 鲁:lǔ 鲤:lǐ 鸡:jī 鸭:yā 鹅:é 鹤:hè 鹭:lù 鹰:yīng 麂:jǐ 麦:mài 黄:huáng 黎:lí 黑:hēi 黔:qián 龙:lóng 龚:gōng
龟:guī 云:yún 库:kù 峡:xiá 坟:fén 祖:zǔ 崖:yá 峰:fēng 嘴:zuǐ 子:zi 公:gōng 药:yào 姑:gū 鼓:gǔ 楼:lóu 单:shàn 仇:qiú 朴:piáo 查:zhā
隗:wěi 万:wàn 尚:shàng 盆:pén 县:xiàn 省:shěng 示:shì 例:lì 族:zú 办:bàn 丁:dīng 丘:qiū 仙:xiān 伏:fú 光:guāng 六:liù 九:jiǔ
同:tóng 和:hé 善:shàn 堂:táng 安:ān 宝:bǎo 岳:yuè 庆:qìng 德:dé 心:xīn 明:míng 朝:cháo 爱:ài 祥:xiáng 福:fú 秀:xiù 义:yì 农:nóng
幸:xìng 建:jiàn 兴:xīng 丰:fēng 古:gǔ 瓢:piáo 滴:dī 转:zhuàn 许:xǔ 罗:luó 于:yú 孟:mèng 薛:xuē 史:shǐ 郝:hǎo 严:yán 武:wǔ 戚:qī
康:kāng 施:shī 邢:xíng 齐:qí 乔:qiáo 庞:páng 颜:yán 聂:niè 章:zhāng 翟:zhái 耿:gěng 兰:lán 焦:jiāo 俞:yú 左:zuǒ 宁:níng 符:fú
阮:ruǎn 柯:kē 纪:jǐ 凌:líng 毕:bì 季:jì 裴:péi 霍:huò 成:chéng 盛:shèng 翁:wēng 游:yóu 辛:xīn 靳:jìn 柴:chái 蒙:méng 鲍:bào 喻:yù
祁:qí 屈:qū 饶:ráo 牟:móu 尤:yóu 时:shí 贾:jiǎ 韦:wéi 侯:hóu 亮:liang 桶:tǒng 树:shù 底:dǐ 槽:cáo 板:bǎn 场:chǎng 歇:xiē 饮:yìn
甸:diàn 委:wěi 会:huì 拉:lā 达:dá 觉:jué 尼:ní 哈:hā 阿:ā 吉:jí 普:pǔ 队:duì 胜:shèng 利:lì 跃:yuè 进:jìn 猪:zhū
""".split())

# Whole words whose reading is not that of their signs elsewhere: surnames, and usage in the invented province.
WORDS = {"单家": "shàn jiā", "仇家": "qiú jiā", "解家": "xiè jiā", "盖家": "gě jiā", "华家": "huà jiā", "覃家": "qín jiā",
         "查家": "zhā jiā", "朴家": "piáo jiā", "曾家": "zēng jiā", "任家": "rén jiā", "隗家": "wěi jiā", "区家": "ōu jiā",
         "长子": "zhǎng zǐ", "大堡": "dà pù", "石堡": "shí pù", "柏木": "bó mù", "狮子": "shī zi", "轿子": "jiào zi", "碾子": "niǎn zi",
         "麂子": "jǐ zi", "帽子": "mào zi", "磨盘": "mò pán", "扁担": "biǎn dan", "石磨": "shí mò", "瓮子": "wèng zi"}

PLAIN = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuüüüü")


def syllables(text):
    """The reading of each sign, tones marked."""
    out, at = [], 0
    while at < len(text):
        word = next((w for w in WORDS if text.startswith(w, at)), None)
        if word:
            out += WORDS[word].split()
            at += len(word)
        else:
            out.append(READINGS[text[at]])
            at += 1
    return out


def joined(text):
    """One word, its first letter capital, an apostrophe before a, o, e inside (PN-42, PN-48)."""
    word = ""
    for part in syllables(text):
        word += "'" + part if word and part.translate(PLAIN)[0] in "aoe" else part
    return word[0].upper() + word[1:]


def spelled(*parts):
    """Specific and generic part apart (PN-40): spelled("临岚", "县") is "Línlán Xiàn"."""
    return " ".join(joined(part) for part in parts if part)


def toneless(spelling):
    return spelling.translate(PLAIN).translate(str.maketrans("ĀÁǍÀĒÉĚÈŌÓǑÒ", "AAAAEEEEOOOO"))
