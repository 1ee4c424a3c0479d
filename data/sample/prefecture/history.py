# SPDX-License-Identifier: Apache-2.0
"""What became of the divisions between 2001 and today: dated states for the register, and the documents that say so."""
from .names import COUNTIES, KIND_CODES, PREFECTURE, kind_of

BEGIN = "1984-01-01"
COVERAGE = "2001-01-01"
DOCUMENT = {  # day in force → document
    "2003-05-01": ("示例民函〔2003〕12号", "rename"), "2006-03-20": ("示例政函〔2006〕8号", "merge"),
    "2011-09-01": ("示例政函〔2011〕31号", "merge"), "2012-06-01": ("示例政函〔2012〕17号", "superior"),
    "2016-01-01": ("示例国函〔2015〕203号", "establish")}
REASON = {"2003-05-01": "更名", "2006-03-20": "撤销合并", "2011-09-01": "撤销并入", "2012-06-01": "变更隶属", "2016-01-01": "撤县设区"}
OLD_NAMES = {"双榆镇": "石榆镇"}              # renamed on 2003-05-01
MERGED_INTO_NEW = (("紫藤坡乡", "梅箐乡"), "梅坡镇", "2006-03-20")
JOINED = (("麂子坪乡", "木姜坪镇", "2006-03-20"), ("磨盘山乡", "鹤汀镇", "2011-09-01"))  # the first goes into the second
MOVED = ("药箐镇", "C", "A", "2012-06-01")
SUBDISTRICTS = ("岚浦镇", "荷埠镇")
DISTRICT = ("990102", "临岚区", "2016-01-01")


class State:
    def __init__(self, code, name, since):
        self.code, self.name, self.since = code, name, since


class History:
    """Township states by their key of 2001; `rows` for the register, `now` for today."""

    def __init__(self, names):
        self.names = names
        self.key = {name: key for key, name in names.items()}
        self.rows, self.state, self.next = [], {}, {}
        for county in sorted(COUNTIES):
            for key in sorted((k for k in names if k[0] == county), key=lambda k: int(k[1:])):
                name = OLD_NAMES.get(names[key], names[key])
                self.state[key] = State(self.fresh(COUNTIES[county][0], kind_of(name)), name, BEGIN)
        self.in_2001 = {key: (s.code, s.name) for key, s in self.state.items()}
        self.heir = {}
        self.county_of = {key: key[0] for key in names}
        self._play()

    def fresh(self, county_code, kind):
        base = KIND_CODES[kind]
        serial = self.next.get((county_code, base), base)
        self.next[county_code, base] = serial + 1
        return f"{county_code}{serial:03d}"

    def end(self, key, day, successor):
        s = self.state[key]
        self.rows.append((s.code, s.name, kind_of(s.name), 4, s.since, day, REASON[day], successor))

    def go_on(self, key, day, code, name):
        self.end(key, day, code)
        self.state[key] = State(code, name, day)

    def _play(self):
        for name, old in OLD_NAMES.items():
            self.go_on(self.key[name], "2003-05-01", self.state[self.key[name]].code, name)
        givers, name, day = MERGED_INTO_NEW
        first, second = (self.key[g] for g in givers)
        code = self.fresh(COUNTIES[first[0]][0], kind_of(name))
        for key in (first, second):
            self.end(key, day, code)
            del self.state[key]
        self.merged = first
        self.state[first] = State(code, name, day)
        self.heir[second] = first
        for giver, taker, day in sorted(JOINED, key=lambda j: j[2]):
            self.end(self.key[giver], day, self.state[self.key[taker]].code)
            del self.state[self.key[giver]]
            self.heir[self.key[giver]] = self.key[taker]
        name, _, county, day = MOVED
        self.go_on(self.key[name], day, self.fresh(COUNTIES[county][0], kind_of(name)), name)
        self.county_of[self.key[name]] = county
        code, _, day = DISTRICT
        for key in sorted((k for k in self.state if self.county_of[k] == "A"), key=lambda k: self.state[k].code):
            name = self.state[key].name
            new = name[:-1] + "街道" if name in SUBDISTRICTS else name
            self.go_on(key, day, self.fresh(code, kind_of(new)), new)
        for s in self.state.values():
            self.rows.append((s.code, s.name, kind_of(s.name), 4, s.since, "", "", ""))
        old = COUNTIES["A"]
        self.rows.append((old[0], old[1] + old[2], "county", 3, BEGIN, day, REASON[day], code))
        self.rows.append((code, DISTRICT[1], "district", 3, day, "", "", ""))
        self.rows.sort(key=lambda r: (r[0], r[4]))

    def documents(self, ground):
        """{day in force: the change as an office writes it down}, for `merestone division change`."""
        acts = {day: [] for day in DOCUMENT}
        titles = {"2003-05-01": "石榆镇更名为双榆镇", "2006-03-20": "撤并部分乡镇", "2011-09-01": "撤销磨盘山乡并入鹤汀镇",
                  "2012-06-01": "药箐镇划归临岚县", "2016-01-01": "撤销临岚县设立临岚区"}
        seats = {self.state[key].code: self._seat(ground, key) for key in self.state}
        day = DISTRICT[2]
        acts[day].append({"act": "establish", "code": DISTRICT[0], "name": DISTRICT[1], "language": "zh", "kind": "district", "superior": PREFECTURE[0],
                          "seat": self._seat(ground, "A0")})
        began = {}
        for code, name, kind, level, since, until, _, successor in self.rows:
            if since != BEGIN:
                began[code, since] = (name, kind)
        for code, name, kind, level, since, until, _, successor in self.rows:
            if not until:
                continue
            heir, heir_kind = began.get((successor, until), (None, None))
            if level == 3:
                acts[until].append({"act": "abolish", "code": code, "territory": [{"to": successor}]})
            elif successor == code:
                acts[until].append({"act": "rename", "code": code, "name": heir, "language": "zh"})
            elif heir == name:
                acts[until].append({"act": "superior", "code": code, "new_code": successor, "superior": successor[:6]})
            else:
                if heir and not any(a["act"] == "establish" and a["code"] == successor for a in acts[until]):
                    made = {"act": "establish", "code": successor, "name": heir, "language": "zh", "kind": heir_kind, "superior": successor[:6]}
                    if successor in seats:
                        made["seat"] = seats[successor]
                    acts[until].append(made)
                acts[until].append({"act": "abolish", "code": code, "territory": [{"to": successor}]})
        out = {}
        for day, (number, _) in sorted(DOCUMENT.items()):
            year, month = int(day[:4]), int(day[5:7])
            approved = f"{year - (month < 4)}-{(month + 8) % 12 + 1:02d}-06"
            out[day] = {"title": titles[day] + "（示例）", "number": number, "authority": "示例省人民政府" if day != DISTRICT[2] else "示例国务院",
                        "approved": approved, "announced": approved[:8] + "18", "effective": day, "completed": day[:8] + "28",
                        "code_published": day[:8] + "20", "code_system": "gb2260", "note": "虚构示例", "acts": acts[day]}
        return out

    def _seat(self, ground, key):
        village = ground.villages[key][0]
        return {"name": village.name, "lon": village.position[0], "lat": village.position[1]}

    def now(self, key):
        """(code, name) today of the township that holds the ground of `key`."""
        while key in self.heir:
            key = self.heir[key]
        return self.state[key].code, self.state[key].name

    def county_now(self, letter):
        return DISTRICT[:2] if letter == "A" else (COUNTIES[letter][0], COUNTIES[letter][1] + COUNTIES[letter][2])

    def units(self):
        code, name, generic = PREFECTURE
        rows = [(code, name + generic, "", 2, "prefecture_city", "zh")]
        rows += [(c, n + g, code, 3, "county", "zh") for c, n, g, _ in COUNTIES.values()]
        return rows


def adjacent(ground, one, other):
    """Whether two townships share a border."""
    key = {name: k for k, name in ground.names.items()}
    a, b = key[one], key[other]
    return any(ground.township[c] == a and any(ground.township[o] == b for o, _, _ in ground.country.cells.near(c))
               for c in range(len(ground.township)))
