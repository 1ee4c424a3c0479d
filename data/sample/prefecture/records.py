# SPDX-License-Identifier: Apache-2.0
"""The record of the lines: agreements, segments, monuments, what was seen of them, inspections, patrols and risks.
Columns as data/sample/FORMATS.md has them."""
from .course import CountyLine, EAST_M, LINES, NORTH_M, heading, left_county, metres, offset, side_of
from .dice import Dice
from .files import feature
from .history import DOCUMENT, MOVED

AGREED = "2001-09-10"
APPROVED = "2001-11-26"
SPACING = 4200.0
OBJECTS = [("高压线塔", "塔基中心"), ("独立柏树", "树干中心"), ("石拱桥", "桥面中心"), ("民房", "东北墙角"), ("水井", "井口中心"), ("变压器", "杆基"),
           ("碑亭", "亭顶"), ("公路里程碑", "碑顶中心"), ("大青石", "石顶最高点"), ("水渠涵洞", "涵口中点"), ("通信塔", "塔基中心"), ("土地庙", "门槛中点")]
DISPLACED_M = 3.2
FOOT = "坡脚、田埂和沟谷"
SETTLEMENT = ("临棠线泠河滩地段界线协议", "示例争协〔2009〕1号", "2009-11-08")  # of the case that was settled
SETTLED_PLACE = "泠河滩地"


class Record:
    def __init__(self, ground, history):
        self.ground, self.history = ground, history
        self.lines = {pair: CountyLine(ground, pair) for pair in LINES}
        self.code = {letter: history.county_now(letter)[0] for letter in "ABC"}
        self.monuments, self.numbers, self.segments = [], {}, []
        ab = self.lines["A", "B"]
        self.junction_serial = f"{ab.code}{len(ab.stones(SPACING, False)) + 1:03d}"  # the last on its line
        self.dice = Dice("monuments")
        self._junction()
        for pair in sorted(self.lines):
            self._stones(pair)
            self._segments(pair)
        self._points(ab)

    def pair_code(self, pair):
        return "/".join(sorted(self.code[c] for c in pair))

    def height(self, position):
        from .layers import post_near
        return self.ground.waters.height[post_near(position)] + round(self.dice.share(), 2)

    def _witnesses(self):
        out = []
        for name, part in self.dice.shuffled(OBJECTS)[:3]:
            out += [name, part, round(self.dice.between(0, 360), 1), round(self.dice.between(9, 160), 2)]
        return out

    def _add(self, number, lines, kind, side, position, agreement, place, keeper, until=""):
        self.monuments.append([number, lines, kind, side, f"{position[0]:.8f}", f"{position[1]:.8f}", f"{self.height(position):.2f}",
                               0.1, "2001-06-18", "GNSS", "花岗岩" if kind != "single" else "混凝土", place, keeper, *agreement,
                               *self._witnesses(), APPROVED, until])
        self.numbers[number] = position

    def _agreed_ends(self, line):
        """Where the line of the settlement leaves the old course and comes back to it; no stone stands there."""
        way = self.ground.claims.lines["settled-final"]
        ends = sorted(line.positions.index(self.ground.position_of(post)) for post in (way[0], way[-1]))
        line.agreed = [(index, f"{line.code}泠滩{k}") for k, index in enumerate(ends, 1)]

    def _points(self, line):
        for index, number in line.agreed:
            x, y = line.positions[index]
            self.monuments.append([number, self.pair_code(line.pair), "point", "", f"{x:.8f}", f"{y:.8f}", f"{self.height((x, y)):.2f}", 0.1,
                                   "2010-04-12", "GNSS", "", f"{SETTLED_PLACE}商定线端点", "", *SETTLEMENT, *[""] * 12, "2010-04-18", ""])

    def _junction(self):
        """Three stones round the point where the three counties meet, one on the ground of each."""
        at = self.lines["A", "B"].positions[-1]
        self.junction = at
        lines = ";".join(self.pair_code(p) for p in sorted(self.lines))
        agreement = ("临岚棠川云岑三县行政区域界线交会点协议书", "示例勘协〔2001〕4号", AGREED)
        for letter, county, (east, north) in (("C", "A", (-14.0, 2.0)), ("D", "B", (5.0, -15.0)), ("E", "C", (9.0, 12.0))):
            self._add(self.junction_serial + letter, lines, "triple", self.code[county], offset(at, east, north), agreement,
                      "三县交会点旁", self.history.county_now(county)[1] + "界线管理员")

    def agreement(self, pair):
        number = {("A", "B"): 1, ("A", "C"): 2, ("B", "C"): 3}[pair]
        names = {"A": "临岚县", "B": "棠川县", "C": "云岑县"}
        return (f"{names[pair[0]]}与{names[pair[1]]}行政区域界线协议书", f"示例勘协〔2001〕{number}号", AGREED)

    def _stones(self, pair):
        line = self.lines[pair]
        line.left = left_county(self.ground, line)
        line.stones_there = line.stones(SPACING, pair == ("B", "C"))
        line.agreed = []
        if pair == ("A", "B"):
            self._agreed_ends(line)
        if pair == ("B", "C"):  # no stone stands where the line is in dispute
            last = self.ground.claims.lines["valley-B"][-1]
            east = self.ground.position_of(last)[0]
            line.stones_there = [s for s in line.stones_there if s.at[0] >= east]
        for serial, stone in enumerate(line.stones_there, 1):
            stone.serial, stone.until = serial, self._until(line, stone)
            base = f"{line.code}{serial:03d}"
            place = f"{line.name}上，{self._near(stone.at)}附近"
            if stone.kind == "single":
                keeper = self.history.county_now(pair[serial % 2])[1] + "界线管理员"
                stone.number = base + "Q"
                self._add(stone.number, self.pair_code(pair), "single", "", stone.at, self.agreement(pair), place, keeper, stone.until)
                continue
            x, y = side_of(self.ground, line, stone)
            first = pair[0] if self.code[pair[0]] < self.code[pair[1]] else pair[1]
            for letter, county in (("A", first), ("B", next(c for c in pair if c != first))):
                sign = 1 if county == line.left else -1
                bank = offset(stone.at, sign * x * 48, sign * y * 48)
                self._add(base + letter, self.pair_code(pair), "double", self.code[county], bank, self.agreement(pair), place + "岸上",
                          self.history.county_now(county)[1] + "界线管理员", stone.until)
            stone.number = base + "A"

    def _until(self, line, stone):
        """When a stone was given up: the line left it with the township that changed its county, or by the settlement."""
        if line.agreed and line.agreed[0][0] < stone.index < line.agreed[1][0]:
            return SETTLEMENT[2]
        town, day = self.history.key[MOVED[0]], MOVED[3]
        return day if town in line.towns[stone.index] else ""

    def _near(self, position):
        villages = [v for home in sorted(self.ground.villages) for v in self.ground.villages[home]]
        return min(villages, key=lambda v: ((v.position[0] - position[0]) ** 2 + (v.position[1] - position[1]) ** 2, v.id)).name

    def _segments(self, pair):
        """From stone to stone; what most of the way follows is the carrier."""
        line = self.lines[pair]
        stand = sorted([(s.index, s.number) for s in line.stones_there if not s.until] + line.agreed)
        bounds = [0] + [index for index, _ in stand] + [len(line.positions) - 1]
        numbers = [""] + [number for _, number in stand] + [""]
        line.bounds = bounds
        junction = self.junction_serial + "C"
        if pair == ("B", "C"):
            numbers[0] = junction
        else:
            numbers[-1] = junction
        for ordinal, (a, b) in enumerate(zip(bounds, bounds[1:]), 1):
            wet = [r for r in line.water[a:b] if r is not None]
            river = max(sorted(set(wet)), key=wet.count) if wet else None
            carrier, feature, side, down, movement = "other", FOOT, "", "", "fixed"
            if len(wet) * 2 > b - a:
                carrier, feature, side = "watercourse", self.ground.river_name(river), "centre"
                down = "yes" if self._downstream(line, a, b) else "no"
                movement = "fixed"
            elif sum(line.crest[a:b]) / max(1, b - a) > 4:
                carrier, feature = "ridge", "分水岭"
            way = heading(line.positions[a], line.positions[b])
            words = {"watercourse": f"沿{feature}中心线{'顺流' if down == 'yes' else '逆流'}", "ridge": "沿分水岭", "other": f"沿{FOOT}"}[carrier]
            start, end = self._called(numbers[ordinal - 1], "界线起点"), self._called(numbers[ordinal], "界线止点")
            text = f"从{start}起，界线{words}总体向{way}延伸，至{end}。"
            if [a, b] == [index for index, _ in line.agreed]:
                carrier, feature, side, down = "other", f"{SETTLED_PLACE}商定线", "", ""
                text = f"从{start}起，界线依{SETTLEMENT[1]}协议附图所绘商定线，总体向{way}延伸，至{end}。"
            elif any(a < s.index < b for s in line.stones_there if s.until):
                carrier, feature, side, down = "other", f"{MOVED[0]}原界线", "", ""
                text = (f"{MOVED[0]}划归后（{DOCUMENT[MOVED[3]][0]}），从{numbers[ordinal - 1]}号界桩起，界线沿{MOVED[0]}与云岑县各乡镇的原界线延伸，"
                        f"至{numbers[ordinal]}号界桩。")
            if pair == ("B", "C") and ordinal == 1:
                text = "本段界线未定，双方主张不一，维持现状。"
            self.segments.append([self.pair_code(pair), ordinal, numbers[ordinal - 1], numbers[ordinal], carrier, feature, side, down, movement, text, 10])

    @staticmethod
    def _called(number, otherwise):
        return f"{number}号{'边界点' if '滩' in number else '界桩'}" if number else otherwise

    @staticmethod
    def _downstream(line, a, b):
        wet = [line.down[k] for k in range(a, b) if line.water[k] is not None]
        return wet.count(True) * 2 > len(wet)

    def write(self, folder):
        rows = []
        status = {("A", "B"): "settled_demarcated", ("A", "C"): "settled_demarcated", ("B", "C"): "disputed"}
        for number, pair in enumerate(sorted(self.lines), 1):
            settled = status[pair].startswith("settled")
            line = self.lines[pair]
            rows.append([self.pair_code(pair), line.code, line.name, line.name[1] + line.name[0] + "线", status[pair],
                         "示例省人民政府" if settled else "", f"示例政函〔2001〕{44 + number}号" if settled else "", APPROVED if settled else "",
                         *(self.agreement(pair) if settled else ("", "", "")), "示例省民政厅" if settled else "", "2002-01-15" if settled else "",
                         "单号界桩由代码小的一方管理，双号界桩由另一方管理", 50000, 10, APPROVED if settled else "2001-01-01"])
        folder.table("lines.csv", ["line", "code", "name", "other_name", "status", "approving_body", "approval_number", "approval_date",
                                   "agreement_title", "agreement_number", "agreement_date", "published_by", "published_on", "managing",
                                   "annex_scale", "accuracy_m", "from"], rows)
        witnesses = [f"witness{k}{part}" for k in (1, 2, 3) for part in ("", "_part", "_azimuth", "_distance")]
        folder.table("monuments.csv", ["number", "line", "kind", "side", "lon", "lat", "height_m", "accuracy_m", "surveyed_on", "method",
                                       "material", "location", "keeper", "agreement_title", "agreement_number", "agreement_date",
                                       *witnesses, "from", "until"], self.monuments)
        folder.table("segments.csv", ["line", "ordinal", "from_monument", "to_monument", "carrier", "feature", "side", "downstream",
                                      "movement", "text", "accuracy_m"], self.segments)
        self._seen(folder)

    def _seen(self, folder):
        ab, ac, bc = (self.pair_code(p) for p in (("A", "B"), ("A", "C"), ("B", "C")))
        steps = []
        for inspection, line, lead, left, right, days, number in (
                ("2016-临棠", ab, self.code["A"], "临岚区民政局", "棠川县民政局", ("2016-03-10", "2016-04-12", "2016-05-20", "2016-06-15",
                 "2016-08-30", "2016-10-11", "2016-10-28", "2016-11-18", "2016-11-30"), "示例联检〔2016〕1号"),
                ("2021-临棠", ab, self.code["B"], "临岚区民政局", "棠川县民政局", ("2021-03-08", "2021-04-06", "2021-05-18", "2021-06-10",
                 "2021-09-14", "2021-10-12", "2021-10-29", "2021-11-16", "2021-11-25"), "示例联检〔2021〕1号"),
                ("2019-临云", ac, self.code["C"], "临岚区民政局", "云岑县民政局", ("2018-09-03", "2018-10-09", "2018-11-06", "2018-12-11",
                 "2019-03-19", "2019-04-16", "2019-05-10", "2019-05-30", "2019-06-18"), "示例联检〔2019〕2号")):
            words = ["planned", "lead_named", "joint_meeting_1", "desk_check", "field_check", "issues", "joint_meeting_2", "report_signed", "filed"]
            for step, day in zip(words, days):
                meets = step in ("joint_meeting_1", "joint_meeting_2", "report_signed")
                steps.append([inspection, line, "regular", "", step, day, lead if step == "lead_named" else "", left if meets else "",
                              right if meets else "", number if step == "filed" else "", days[-1] if step == "planned" else "", "示例"])
        steps.append(["2026-临云", ac, "regular", "", "planned", "2026-02-26", "", "", "", "", "2026-10-31", "上轮备案已逾五年，补检（示例）"])
        head = ["inspection", "line", "kind", "reason", "step", "on", "lead", "left_by", "right_by", "document", "due_on", "note"]
        steps.sort(key=lambda s: (s[5], s[0]))
        for name, after in (("inspection_steps.csv", False), ("inspection_reports.csv", True)):  # before and after what was seen is on record
            folder.table(name, head, [s for s in steps if (s[4] in ("issues", "joint_meeting_2", "report_signed", "filed")) == after])
        checked = []
        for inspection, line, day in (("2016-临棠", ab, "2016-08-24"), ("2021-临棠", ab, "2021-09-08"), ("2019-临云", ac, "2019-03-14")):
            for segment in self.segments:
                if segment[0] == line:
                    checked.append([inspection, line, segment[1], day, "as_agreed", "", "示例"])
        folder.table("inspection_segments.csv", ["inspection", "line", "ordinal", "checked_on", "state", "issue", "note"], checked)
        self._observations(folder, ab, ac)
        self._projects(folder)
        folder.table("patrols.csv", ["line", "day", "by", "from_monument", "to_monument", "occasion", "corridor_m", "note"],
                     [[ab, f"2025-{month:02d}-{day:02d}", "棠川县界线管理员", *self._ends(("A", "B")), "monthly", 10, "示例"]
                      for month, day in ((7, 8), (8, 6), (9, 12), (10, 10), (11, 7))] +
                     [[ab, "2022-07-21", "临岚区界线管理员", *self._ends(("A", "B")), "after_disaster", 10, "洪水后巡查，河道改移（示例）"]])
        folder.table("peace.csv", ["line", "activity", "on", "left_by", "right_by", "incidents", "next_on", "document", "note"],
                     [[ab, "agreement", "2023-05-16", "棠川县人民政府", "临岚区人民政府", 0, "2026-05-16", "示例平安〔2023〕1号", "三年一签（示例）"]] +
                     [[ab, "meeting", f"{year}-11-20", "棠川县民政局", "临岚区民政局", 0, f"{year + 1}-11-20", "", "年度联席会议（示例）"]
                      for year in (2023, 2024, 2025)] +
                     [[ac, "screening", "2025-09-18", "云岑县民政局", "", 1, "2026-09-18", "", "查出隐患一处（示例）"],
                      [ac, "mediation", "2025-10-09", "云岑县民政局", "临岚区民政局", 1, "", "", "林木采伐纠纷，当场调解（示例）"],
                      [ab, "appraisal", "2025-12-26", "岚泽市民政局", "", 0, "2026-12-26", "示例平安〔2025〕6号", "示例"]])
        line = self.lines["A", "B"]
        reach = min(range(len(line.positions)), key=lambda k: metres(line.positions[k], self.ground.reach_middle))
        moved = sum(bound <= reach for bound in line.bounds)
        folder.table("risks.csv", ["id", "line", "ordinal", "type", "severity", "found_on", "found_by", "parties", "measures", "due_on", "closed_on",
                                   "lon", "lat", "note"],
                     [["示例险-01", ab, moved, "terrain", 2, "2022-07-21", "临岚区界线管理员", ";".join(sorted((self.code["A"], self.code["B"]))),
                       "设置警示，建议专项联检", "2026-06-30", "", *self.ground.reach_middle, "河道偏离原界约60米（示例）"],
                      ["示例险-02", bc, 1, "grazing", 3, "2020-05-11", "云岑县界线管理员", ";".join(sorted((self.code["B"], self.code["C"]))),
                       "双方约定维持现状", "2020-12-31", "2020-11-20", *self.junction, "争议区越界放牧（示例）"]])

    def _projects(self, folder):
        """What is built across lines (BL-08): a bridge that both sides agreed to, a road that one side has not yet."""
        rows = []
        for pair, share, file, title, builder, begins, consents in (
                (("A", "B"), 0.5, "project-bridge.geojson", "跨河公路桥工程（示例）", "示例省交通投资公司", "2024-04-01",
                 {"A": ("2024-01-18", 3), "B": ("2024-02-26", 7)}),
                (("A", "C"), 0.6, "project-road.geojson", "林区道路工程（示例）", "云岑县示例林场", "2027-03-01", {"C": ("2026-01-15", 1)})):
            line = self.lines[pair]
            wanted = share * (len(line.positions) - 1)
            wet = [water is not None for water in line.water]
            middle = min((k for k in range(1, len(line.positions) - 1) if wet[k - 1] == wet[k] == (pair == ("A", "B"))), key=lambda k: abs(k - wanted))
            a, b = line.positions[middle], line.positions[middle + 1]
            x, y = (b[0] - a[0]) / 2 + a[0], (b[1] - a[1]) / 2 + a[1]
            size = metres(a, b)
            east, north = -(b[1] - a[1]) * NORTH_M / size, (b[0] - a[0]) * EAST_M / size  # to the left of the line
            way = [offset((x, y), east * m, north * m, 7) for m in (-180, -40, 60, 210)]
            folder.features(file, [feature({"type": "LineString", "coordinates": [list(p) for p in way]}, name=title)])
            rows.append([title, builder, begins, ";".join(f"{self.code[c]}={day}=示例跨界函〔{day[:4]}〕{n}号" for c, (day, n) in consents.items()), file])
        folder.table("projects.csv", ["title", "builder", "begins_on", "consents", "file"], rows)

    def _ends(self, pair):
        stones = self.lines[pair].stones_there
        return stones[0].number, stones[-1].number

    def _observations(self, folder, ab, ac):
        dice, rows = Dice("observations"), []
        for inspection, line, day in (("2016-临棠", ab, "2016-08-24"), ("2021-临棠", ab, "2021-09-08"), ("2019-临云", ac, "2019-03-14")):
            for m in self.monuments:
                if line in m[1].split(";") and m[2] != "point" and not m[-1]:
                    seen = offset(self.numbers[m[0]], dice.between(-0.06, 0.06), dice.between(-0.06, 0.06))
                    rows.append([m[0], line, day, "found", f"{seen[0]:.8f}", f"{seen[1]:.8f}", 0.1, "GNSS", "联检组", dice.one_of(["legible", "repainted"]),
                                 3, "", inspection, "", "示例"])
        stones = [m for m in self.monuments if m[1] == ab and m[2] == "single"] or [m for m in self.monuments if m[1] == ab]
        moved, gone = stones[0], [m for m in self.monuments if m[1] == ac and m[2] == "single" and not m[-1]][-1]
        seen = offset(self.numbers[moved[0]], 0.6 * DISPLACED_M, -0.8 * DISPLACED_M)
        rows.append([moved[0], ab, "2025-09-12", "found", f"{seen[0]:.8f}", f"{seen[1]:.8f}", 0.1, "GNSS", "棠川县界线管理员", "legible", 2, "", "",
                     "sign_removed", "桩体被挪动（示例）"])
        rows.append([gone[0], ac, "2025-10-10", "missing", "", "", "", "", "云岑县界线管理员", "", 2, "", "", "repair", "桩坑空置（示例）"])
        folder.table("observations.csv", ["number", "line", "observed_on", "state", "lon", "lat", "accuracy_m", "method", "observer", "inscription",
                                          "witnesses", "photo", "inspection", "issue", "note"], rows)
