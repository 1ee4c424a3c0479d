# SPDX-License-Identifier: Apache-2.0
"""Disputes: the cases with their steps, every line that a party claims, the evidence, and what was seen on the ground.
The three parties' own view of the line is theirs; nothing here says who is right."""
from .dice import Dice
from .files import SOURCE, feature, line
from .ground import holds
from .names import COUNTIES

CASES = [
    # id, title, parties, arose, reported, status quo since, state, line
    ("示例争-2019-01", "棠云线石笋沟谷地争议", "BC", "1993-04-02", "2019-03-11", "2019-05-20", "mediating", "棠云线"),
    ("示例争-2017-01", "三县交会点争议", "ABC", "2007-10-08", "2017-06-02", "2017-09-01", "negotiating", "三县交会点"),
    ("示例争-2004-01", "临棠线泠河滩地争议", "AB", "1988-09-15", "2004-05-06", "2004-08-01", "closed", "临棠线"),
]
SETTLED = CASES[-1][0]
# Why a line that is settled on record leaves room for a dispute.
UNDELIMITED = {SETTLED: "2001年协议书只确定到泠河旧岸，汛后出露的滩地未划"}
REFUSED = ("示例争-2021-02", "双榆镇与清漪镇林场权属纠纷", ("双榆镇", "清漪镇"), "2020-11-01", "2021-01-18", "", "not_our_procedure", "")
STEPS = {  # state, day, document, note; what is filed notes with whom, what is surveyed the title of its map
    "示例争-2019-01": [("reported", "2019-03-11", "", "云岑县报告：棠川县一侧村民越界开荒"),
                    ("accepted", "2019-04-10", "示例民争〔2019〕1号", "属边界争议，予以受理"),
                    ("status_quo_set", "2019-05-20", "示例民争〔2019〕2号", "双方承诺不迁民、不建房、不开工"),
                    ("negotiating", "2019-09-03", "", "两县三次会商，谷地归属未能一致"),
                    ("referred", "2021-06-15", "示例政报〔2021〕9号", "两县联名报请岚泽市人民政府解决"),
                    ("mediating", "2022-03-15", "示例民争〔2022〕1号", "市级调解，双方交换证据")],
    "示例争-2017-01": [("reported", "2017-06-02", "", "联合勘查时三方所指交会点不一"),
                    ("accepted", "2017-07-03", "示例民争〔2017〕1号", "属边界争议，予以受理"),
                    ("status_quo_set", "2017-09-01", "示例民争〔2017〕2号", "三方承诺维持林木和水渠现状"),
                    ("negotiating", "2018-02-12", "", "三方首次会商，同意联合测量")],
    "示例争-2004-01": [("reported", "2004-05-06", "", "汛后滩地出露，两县村民争种"),
                    ("accepted", "2004-06-01", "示例民争〔2004〕1号", "属边界争议，予以受理"),
                    ("status_quo_set", "2004-08-01", "示例民争〔2004〕2号", "滩地停耕"),
                    ("negotiating", "2005-03-20", "", "两县会商"),
                    ("agreed", "2009-11-08", "示例争协〔2009〕1号", "两县签订界线协议"),
                    ("surveyed", "2010-04-18", "示例勘图〔2010〕7号", "泠河滩地段联合勘测图（示例）"),
                    ("filed", "2010-06-20", "示例民备〔2010〕2号", "示例省人民政府"),
                    ("published", "2010-07-30", "示例民公〔2010〕2号", "向社会公布界线"),
                    ("closed", "2010-08-31", "", "案卷归档")],
    "示例争-2021-02": [("reported", "2021-01-18", "", "两镇村民争林地权属"),
                    ("not_our_procedure", "2021-02-05", "示例民函〔2021〕6号", "移送林权纠纷调处")],
}
CLAIMS = [  # case, name of the walk, party, title, method, accuracy in metres, evidence
    ("示例争-2019-01", "valley-B", "B", "棠川县主张线", "据1985年地图和1982年土地详查图描绘", 25, "E01;E05;E08"),
    ("示例争-2019-01", "valley-C", "C", "云岑县主张线", "据1962年山林证四至实地指认", 15, "E02;E03;E04"),
    ("示例争-2017-01", "junction-A", "A", "临岚区主张线", "据1974年水渠协议附图描绘", 10, "E11"),
    ("示例争-2017-01", "junction-B", "B", "棠川县主张线", "据1981年林业三定图描绘", 20, "E12"),
    ("示例争-2017-01", "junction-C", "C", "云岑县主张线", "村民指认", 30, "E13"),
    ("示例争-2004-01", "settled-A", "A", "临岚县主张线（已结案）", "据1965年滩地开垦图描绘", 20, "E21"),
    ("示例争-2004-01", "settled-B", "B", "棠川县主张线（已结案）", "据1973年河道整治图描绘", 20, "E22"),
]
# id, case, party, offered as, tier found, kind, title, issuer, day, number, original, seal, both, administration, scale, crs, rmse, proves, objection, finding
EVIDENCE = [
    ("E01", 0, "B", "A5", "", "map", "石笋沟地区五万分之一行政区划图", "示例省测绘队", "1985-06-01", "", 0, 0, 0, 0, 50000, "Xian 1980", 18.0,
     "谷地划入棠川县", "图上无双方印章", "无印章，不能作为依据（五）"),
    ("E02", 0, "C", "B1", "B", "certificate", "石笋沟南坡山林所有证", "云岑县人民委员会", "1962-11-20", "示例林证〔1962〕218号", 1, 1, 0, 1, 0, "", 0,
     "南坡山林归云岑县两个生产大队", "四至中‘大岩’所指不明", "可作参考"),
    ("E03", 0, "C", "B2", "B", "record", "石笋沟三村户籍与农业税册", "云岑县石笋沟公社", "1978-12-31", "", 1, 1, 0, 1, 0, "", 0,
     "三个自然村由云岑县征税登记", "仅涉及河西两村", "可作参考"),
    ("E04", 0, "C", "A4", "A", "agreement", "棠川云岑两县鹰嘴峰以东界线协议及附图", "棠川县、云岑县人民委员会", "1956-10-12", "示例协〔1956〕3号", 1, 1, 1, 1, 25000,
     "Beijing 1954", 12.0, "鹰嘴峰以东沿山脊划界", "不及谷地", "东段可作依据，谷地无约定"),
    ("E05", 0, "B", "B3", "B", "decision", "关于石笋沟采石场归棠川县经营的决定", "岚泽地区行政公署", "1979-08-03", "示例署发〔1979〕41号", 0, 1, 0, 0, 0, "", 0,
     "采石场由棠川县经营", "经营不等于管辖", "可作参考"),
    ("E06", 0, "B", "B2", "X", "record", "谷地放牧费收据", "棠川县月河口乡", "1997-05-30", "", 1, 1, 0, 1, 0, "", 0, "棠川县收取放牧费", "争议发生后形成", "争议发生后形成，不予采用"),
    ("E07", 0, "C", "", "X", "record", "清光绪年间族谱抄本", "民间", "1893-01-01", "", 0, 0, 0, 0, 0, "", 0, "先祖居于谷地", "年代久远，非官方文书", "不作为依据或参考"),
    ("E08", 0, "B", "B4", "B", "map", "土地详查分幅图", "棠川县土地管理局", "1992-03-15", "示例土图〔1992〕12号", 1, 1, 0, 1, 10000, "Xian 1980", 4.0,
     "谷地耕地列入棠川县台账", "单方调查", "可作参考"),
    ("E11", 1, "A", "A4", "", "agreement", "三县引水渠协议及附图", "临岚、棠川、云岑三县", "1974-02-27", "示例协〔1974〕1号", 0, 1, 1, 0, 10000, "Beijing 1954", 6.0,
     "渠首以西归临岚县", "协议只涉用水", ""),
    ("E12", 1, "B", "B1", "", "map", "林业三定图", "棠川县林业局", "1981-10-10", "", 1, 1, 0, 1, 25000, "Beijing 1954", 15.0, "山头林地归棠川县", "未经邻县签认", ""),
    ("E13", 1, "C", "B2", "", "record", "交会点护林员值守记录", "云岑县石笋沟乡", "1986-12-31", "", 1, 0, 0, 1, 0, "", 0, "云岑县派员值守", "无印章", ""),
    ("E21", 2, "A", "B3", "B", "map", "泠河滩地开垦规划图", "临岚县水利局", "1965-04-01", "示例水图〔1965〕5号", 1, 1, 0, 1, 10000, "Beijing 1954", 8.0, "滩地由临岚县开垦", "", "可作参考"),
    ("E22", 2, "B", "B3", "B", "map", "泠河河道整治竣工图", "棠川县水利局", "1973-11-11", "示例水图〔1973〕9号", 1, 1, 0, 0, 10000, "Beijing 1954", 8.0, "整治后滩地在棠川县一侧", "", "可作参考"),
]


class Quarrels:
    def __init__(self, ground, history, record):
        self.ground, self.history, self.record = ground, history, record
        self.code = record.code
        self.then = {**record.code, "A": COUNTIES["A"][0]}  # when the settled case ran, A was a county still
        self.course = {name: self._course(way) for name, way in ground.claims.lines.items()}
        north, south = self.course["valley-B"], self.course["valley-C"]
        self.valley = north + south[::-1][1:]
        self.inside = [v for home in sorted(ground.villages) for v in ground.villages[home] if holds(self.valley, *v.position)]
        assert sum(v.kind == "natural_village" for v in self.inside) >= 3, "no village in the valley"

    def _course(self, way):
        """The finished course of a walk: arcs put together."""
        start = {}
        for chain, course in self.ground.lines:
            start[chain[0], chain[1]] = (chain, course)
            start[chain[-1], chain[-2]] = (chain[::-1], course[::-1])
        at, out = 0, []
        while at + 1 < len(way):
            chain, course = start[way[at], way[at + 1]]
            out += course[:-1]
            at += len(chain) - 1
        return out + course[-1:]

    def sides(self, name):
        """[(left, right, course)]: the claimant on one side all along; on the other whoever the line on record puts there.

        Claims of two parties have one part; a claim at the tri-junction is cut where it meets the line of the others.
        """
        party, course, way = name[-1], self.course[name], self.ground.claims.lines[name]
        if name.startswith("junction"):
            others = tuple(c for c in "ABC" if c != party)
            meet = next(p for p in way[1:-1] if p in set(self.ground.claims.border[others]) and self._at(p) in course)
            k = course.index(self._at(meet))
            parts = [(others, course[:k + 1]), (others[::-1], course[k:])]
            first = {"A": "B", "B": "A", "C": "A"}[party]
            out = []
            for (pair, part), other in zip(parts, (first, next(o for o in others if o != first))):
                out.append((party, other, part))
        else:
            other = {"valley-B": "C", "valley-C": "B", "settled-A": "B", "settled-B": "A"}[name]
            out = [(party, other, course)]
        return [(own, other, part) if self._own_left(name) else (other, own, part) for own, other, part in out]

    def codes_of(self, case):
        return self.then if case == SETTLED else self.code

    def _at(self, post):
        return self.ground.position_of(post)

    def _own_left(self, name):
        """Whether the claimant's own ground lies on the left of its claim: its seat and the closing of the ring tell."""
        course = self.course[name]
        home = self.ground.country.seats[name[-1] + "0"]
        from .country import place_of
        from .lattice import degrees
        i, j = place_of(home)
        seat = degrees(i + 0.5, j + 0.5)
        (x0, y0), (x1, y1) = course[0], course[-1]
        return (x1 - x0) * (seat[1] - y0) - (y1 - y0) * (seat[0] - x0) > 0

    def write(self, folder):
        def codes(letters, case=""):
            return ";".join(sorted(self.codes_of(case)[c] for c in letters))

        rows = [[number, title, codes(parties, number), 3, arose, reported, quo, state, "dispute", "", UNDELIMITED.get(number, ""), line_name, "cn-1989", f"claims-{drawn}.geojson", SOURCE]
                for (number, title, parties, arose, reported, quo, state, line_name), drawn in zip(CASES, ("valley", "junction", "settled"))]
        number, title, parties, arose, reported, quo, state, line_name = REFUSED
        towns = ";".join(sorted(self.history.now(self.history.key[town])[0] for town in parties))
        rows.append([number, title, towns, 4, arose, reported, quo, state, "not_our_procedure", "只争林地权属，不争界线，移送林权纠纷调处", "", "", "cn-1989", "", SOURCE])
        folder.table("cases.csv", ["case", "title", "parties", "level", "arose", "reported", "status_quo", "state", "triage", "triage_reason", "undelimited", "line",
                                   "procedure", "claims", "source"], rows)
        folder.table("case_steps.csv", ["case", "state", "day", "document", "note", "source"],
                     [[case, *step, SOURCE] for case, steps in STEPS.items() for step in steps])
        features = {"valley": [], "junction": [], "settled": []}
        for case, name, party, title, method, accuracy, evidence in CLAIMS:
            for part, (left, right, course) in enumerate(self.sides(name), 1):
                settled, code = case == SETTLED, self.codes_of(case)
                features[name.split("-")[0]].append(feature(line(course), case=case, id=f"{name}-{part}", kind="claim", party=code[party], left=code[left],
                                        right=code[right], title=f"{title}（示例）", method=method, accuracy_m=accuracy, evidence=evidence,
                                        valid_from="2004-05-06" if settled else "2017-06-02" if "junction" in name else "2019-03-11",
                                        valid_until="2009-11-08" if settled else "", source=SOURCE))
        for name, found in features.items():
            folder.features(f"claims-{name}.geojson", found)
        folder.table("evidence.csv", ["id", "case", "party", "item", "tier", "kind", "title", "issuer", "issued", "number", "original", "sealed", "both_sides",
                                      "shows_administration", "map_scale", "crs", "rmse_m", "proves", "objection", "finding", "source"],
                     [[e[0], CASES[e[1]][0], self.codes_of(CASES[e[1]][0])[e[2]], *e[3:6], e[6] + "（示例）", *e[7:10],
                       *("yes" if flag else "no" for flag in e[10:14]), e[14] or "", e[15], e[16] or "", *e[17:], SOURCE] for e in EVIDENCE])
        self._sightings(folder)
        self._outcome(folder)

    def _sightings(self, folder):
        dice, villages = Dice("sightings"), [v for v in self.inside if v.kind == "natural_village"]
        def near(village):
            return [round(village.position[k] + dice.between(-0.0012, 0.0012), 6) for k in (0, 1)]
        case = CASES[0][0]
        folder.table("sightings.csv", ["case", "kind", "name", "by", "seen", "not_yet_there", "lon", "lat", "imagery", "note", "source"],
                     [[case, "building", "二层新建民房", self.code["C"], "2023-08-14", "2019-06-18", *near(villages[0]), "示例影像2019-06-18；示例影像2023-08-14",
                       "维持现状日之后新建", SOURCE],
                      [case, "building", "旧粮仓", self.code["B"], "2016-10-05", "", *near(villages[1]), "示例影像2016-10-05", "维持现状日之前已有", SOURCE],
                      [case, "building", "畜棚", self.code["B"], "2023-08-14", "", *near(villages[2]), "示例影像2023-08-14", "何时所建，影像未能说明", SOURCE],
                      [case, "project", "便道施工", self.code["B"], "2024-04-09", "2023-08-14", *near(villages[-1]), "示例影像2024-04-09", "维持现状日之后动工", SOURCE]])

    def _outcome(self, folder):
        course = self.course["settled-final"]
        left, right, _ = self.sides("settled-A")[0]
        folder.features("settlement.geojson", [feature(line(course), case=SETTLED, id="agreed-1", kind="final", mode="agreement",
            left=self.then[left], right=self.then[right],
            title="临棠线泠河滩地段商定线（示例）", decided="2009-11-08", effective="2009-11-08", document="示例争协〔2009〕1号", map_scale=10000,
            map_title="泠河滩地段界线附图（示例）", obligations="滩地引水口由双方共用（示例）", archive="示例档2009-W-17", source=SOURCE)])
        folder.table("signatories.csv", ["case", "party", "name", "capacity", "signed"],
                     [[SETTLED, self.then["A"], "临岚县代表（示例）", "人民政府代表", "2009-11-08"],
                      [SETTLED, self.then["B"], "棠川县代表（示例）", "人民政府代表", "2009-11-08"],
                      [SETTLED, "", "示例省民政厅代表（示例）", "见证", "2009-11-08"]])
