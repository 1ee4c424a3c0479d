#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the sets that recall of search is measured on, from invented names; run in this folder. Deterministic.

  names.tsv    name, importance
  typo.tsv     text with one character wrong, missing, too many, or two neighbours exchanged; name
  pinyin.tsv   full pinyin, or all of it but the end; name
  letters.tsv  first letters of all syllables; name
"""
import random

READ = dict(pair.split() for pair in """
东 dong|西 xi|南 nan|北 bei|上 shang|下 xia|前 qian|后 hou|中 zhong|左 zuo|右 you|新 xin|老 lao|古 gu|小 xiao|高 gao|平 ping|明 ming|清 qing
安 an|永 yong|福 fu|兴 xing|和 he|顺 shun|宁 ning|康 kang|泰 tai|昌 chang|华 hua|富 fu|贵 gui|金 jin|银 yin|玉 yu|石 shi|土 tu|水 shui
火 huo|木 mu|松 song|柏 bai|柳 liu|杨 yang|桃 tao|李 li|杏 xing|梅 mei|兰 lan|竹 zhu|菊 ju|荷 he|莲 lian|花 hua|草 cao|叶 ye|根 gen
龙 long|虎 hu|马 ma|牛 niu|羊 yang|鸡 ji|凤 feng|鹤 he|燕 yan|雁 yan|鱼 yu|龟 gui|王 wang|张 zhang|刘 liu|陈 chen|赵 zhao|黄 huang|周 zhou
吴 wu|徐 xu|孙 sun|胡 hu|朱 zhu|郭 guo|何 he|林 lin|罗 luo|郑 zheng|梁 liang|谢 xie|宋 song|唐 tang|许 xu|邓 deng|冯 feng|韩 han|曹 cao
曾 zeng|彭 peng|肖 xiao|田 tian|董 dong|潘 pan|袁 yuan|蔡 cai|蒋 jiang|余 yu|于 yu|杜 du|魏 wei|苏 su|卢 lu|丁 ding|沈 shen|姜 jiang|范 fan
红 hong|青 qing|白 bai|黑 hei|蓝 lan|紫 zi|一 yi|二 er|三 san|四 si|五 wu|六 liu|七 qi|八 ba|九 jiu|十 shi|春 chun|夏 xia|秋 qiu|冬 dong
""".replace("\n", "|").strip("|").split("|"))
GENERIC = {"村": ["cun"], "庄": ["zhuang"], "山": ["shan"], "河": ["he"], "桥": ["qiao"], "家庄": ["jia", "zhuang"], "湖": ["hu"],
           "沟": ["gou"], "岭": ["ling"], "水库": ["shui", "ku"], "镇": ["zhen"], "店": ["dian"], "坪": ["ping"], "湾": ["wan"], "寨": ["zhai"]}
PARTS = [["Saint", "Sainte", "Le", "La", "Mont", "Val", "Haut", "Bas"],
         ["Aubin", "Briac", "Corvin", "Dorval", "Elmont", "Fargue", "Gervais", "Hélier", "Jarnac", "Lormel", "Marçon", "Nérac", "Orgival",
          "Pléchat", "Quercy", "Rovère", "Sébran", "Tourval", "Urçay", "Vézelin"],
         ["", "sur Loire", "des Bois", "en Val", "le Vieux", "la Forêt"]]


def names(rng):
    made = {}
    characters = sorted(READ)
    while len(made) < 2000:
        specific = rng.sample(characters, rng.choice([1, 2, 2, 2, 3]))
        generic = rng.choice(sorted(GENERIC))
        made["".join(specific) + generic] = [READ[c] for c in specific] + GENERIC[generic]
    for first in PARTS[0]:
        for second in PARTS[1]:
            made[" ".join(filter(None, [first, second, rng.choice(PARTS[2])]))] = []
    return made


def mistaken(rng, text, letters):
    at, kind = rng.randrange(len(text)), rng.randrange(4)
    if kind == 0:
        return text[:at] + rng.choice(letters) + text[at + 1:]
    if kind == 1:
        return text[:at] + text[at + 1:]
    if kind == 2:
        return text[:at] + rng.choice(letters) + text[at:]
    at = rng.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]


def write(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines("\t".join(map(str, row)) + "\n" for row in rows)


def main():
    rng = random.Random(1984)
    made = names(rng)
    listed = sorted(made)
    write("names.tsv", [(name, rng.randrange(100)) for name in listed])
    han, abc = sorted(READ), "abcdefghijklmnopqrstuvwxyz"
    typos = []
    while len(typos) < 600:
        name = rng.choice(listed)
        if made[name] and len(name) < 3:
            continue
        spelled = rng.choice([name, "".join(made[name])]) if made[name] else name
        wrong = mistaken(rng, spelled, han if spelled in made and made[name] else abc)
        if wrong.strip() not in made and wrong != spelled:
            typos.append((wrong, name))
    write("typo.tsv", typos)
    read = [name for name in listed if made[name]]
    pinyin = []
    for name in rng.sample(read, 400):
        full = "".join(made[name])
        pinyin.append((rng.choice([full, full, " ".join(made[name]), full[:-1]]), name))
    write("pinyin.tsv", pinyin)
    write("letters.tsv", [("".join(s[0] for s in made[name]), name) for name in rng.sample([n for n in read if len(n) > 3], 300)])


main()
