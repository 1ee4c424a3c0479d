# SPDX-License-Identifier: Apache-2.0
"""What a planner works with: buildings, cemeteries, graves, shelters, depots, an event, indicators by year."""
from .course import metres, offset
from .dice import Dice
from .files import SOURCE

BASELINE = "2024-12-31"
APPROVAL = ["ownership", "approval_number", "approved_on", "approval_body", "approval_level", "area_approved_m2", "area_built_m2", "term_years",
            "green_cover_percent", "green_area_percent"]


def approved(facilities):
    """The facilities with who approved them. One was approved by a county that may not, one has no approval, one is built too large."""
    dice, rows = Dice("approvals"), []
    for number, row in enumerate(facilities):
        kind, capacity, opened = row[1], row[3], row[8]
        level = {"cemetery": 1, "welfare_plot": 3}.get(kind, 2 if row[2].startswith("岚泽市") else 3)
        body = {1: "示例省民政厅", 2: "岚泽市民政局", 3: "示例县级民政局"}[level]
        ground = capacity * 4 if kind in ("cemetery", "welfare_plot") else dice.whole(20, 90) * 100
        built = ground - dice.whole(0, 9) * ground // 100
        day = f"{int(opened[:4]) - 1}-{dice.whole(1, 12):02d}-{dice.whole(1, 28):02d}"
        made = ["commercial" if kind == "cemetery" and capacity > 4000 else "welfare", f"示例民发〔{day[:4]}〕{dice.whole(3, 90)}号", day, body, level, ground, built]
        if number == 11:
            made[3], made[4] = "示例县级民政局", 3
        if number == 17:
            made[1], made[2], made[3], made[4] = "", "", "", ""
        if number == 21:
            made[6] = ground + ground // 4
        rows.append(row + made + kept_to(number, kind))
    return rows


def placed(deaths, cremated, year):
    """Deaths and cremations in the cremation area, one in nine being exempt; where ashes went, and how much of it saves land."""
    placements = cremated - cremated // 7
    return (("area_deaths", deaths - deaths // 9), ("area_cremated", cremated - cremated // 40), ("placements", placements),
            ("eco_placements", placements * (20 + 3 * (year - 2016)) // 100))


def kept_to(number, kind):
    """Term of use and greenery of cemeteries; some few give plots for too long, or are too bare."""
    if kind not in ("cemetery", "welfare_plot"):
        return ["", "", ""]
    return [50 if number % 19 == 13 else 20, 62 if number % 11 == 4 else 75 + number % 9, 33 if number % 11 == 4 else 38 + number % 7]


def facility_years(facilities):
    """Placements of 2018 to 2025 and annual inspections, of facilities that hold remains. The one without an approval did not come
    to the last inspection."""
    dice, last, rows = Dice("facility years"), Dice("facility year 2025"), []
    for row in facilities:
        if row[3] == 0:
            continue
        mean = row[4] / (2025 - int(row[8][:4]))
        for year in range(max(2018, int(row[8][:4])), 2026):
            thrown = last if year == 2025 else dice
            placed = int(mean * thrown.between(0.7, 1.3))
            result = thrown.by_weight([("passed", 92), ("to_correct", 6), ("failed", 1)])
            made = [row[0], year, placed, int(placed * thrown.between(0.05, 0.35)), f"{year + 1}-{thrown.whole(1, 3):02d}-{thrown.whole(1, 28):02d}", result, SOURCE]
            if year == 2025 and row[0] == "f-018":
                made[4] = made[5] = ""
            rows.append(made)
    return rows


def write(folder, ground, history, quarrels):
    Planning(ground, history, quarrels).write(folder)


class Planning:
    def __init__(self, ground, history, quarrels):
        self.ground, self.history, self.quarrels = ground, history, quarrels
        self.villages = [v for home in sorted(ground.villages, key=lambda k: history.in_2001[k][0]) for v in ground.villages[home]]

    def township(self, village):
        return self.history.now(village.township)[0]

    def beside(self, dice, village, low, high):
        """A place between `low` and `high` metres from a village."""
        while True:
            x, y = dice.between(-high, high), dice.between(-high, high)
            if low * low < x * x + y * y < high * high:
                return offset(village.position, x, y, 6)

    def cell(self, position):
        from .layers import post_near
        from .grid import NX
        post = post_near(position)
        return min(post // NX, 311) * (NX - 1) + min(post % NX, NX - 2)

    def at_home(self, dice, village, low, high):
        """Beside a village and within its township, so away from its border by more than the grid is coarse."""
        while True:
            position = self.beside(dice, village, low, high)
            if all(self.ground.township[self.cell(offset(position, x, y, 6))] == village.township
                   for x, y in ((0, 0), (250, 0), (-250, 0), (0, 250), (0, -250))):
                return position

    def land(self, position):
        cell = self.cell(position)
        for kind in ("farmland", "forest"):
            if cell in self.ground.cover[kind]:
                return kind
        return "other"

    def write(self, folder):
        self._buildings(folder)
        self._cemeteries(folder)
        self._graves(folder)
        self._shelters(folder)
        self._event(folder)
        self._indicators(folder)

    def _buildings(self, folder):
        dice, rows = Dice("buildings"), []
        def add(kind, name, village, area, built, storeys=1):
            rows.append([f"b-{len(rows) + 1:04d}", kind, name, village.id, self.township(village), area, storeys, built,
                         *self.beside(dice, village, 20, 170), SOURCE])
        for v in self.villages:
            if v.kind == "natural_village":
                continue
            own = v.name[:-1] if v.name.endswith("村") else v.name[:-2]
            add("office", v.name + "委员会", v, dice.whole(180, 600), f"{dice.whole(1996, 2018)}-01-01", 2)
            if v.kind == "residents_committee" or dice.share() < 0.45:
                add("school", own + ("中心小学" if v.kind == "residents_committee" else "小学"), v, dice.whole(700, 5200), f"{dice.whole(1978, 2015)}-09-01", 3)
            if v.kind == "residents_committee":
                add("clinic", own + "卫生院", v, dice.whole(500, 3600), f"{dice.whole(1982, 2016)}-01-01", 3)
        for v in self.quarrels.inside:
            for k in range(6):
                add("dwelling", f"{v.name}{k + 1}号", v, dice.whole(70, 220), f"{dice.whole(1975, 2016)}-01-01", dice.whole(1, 2))
        folder.table("buildings.csv", ["id", "kind", "name", "village", "township", "floor_area_m2", "storeys", "built_on", "lon", "lat", "source"], rows)

    def _cemeteries(self, folder):
        dice, rows = Dice("cemeteries"), []
        towns = [v for v in self.villages if v.kind == "residents_committee"]
        county_towns = [self.ground.villages[c + "0"][0] for c in "ABC"]
        def add(kind, name, village, capacity, share, opened):
            rows.append([f"f-{len(rows) + 1:03d}", kind, name + "（示例）", capacity, int(capacity * share), *self.beside(dice, village, 500, 1400),
                         self.township(village), opened, SOURCE, opened])
        for v, letter in zip(county_towns, "ABC"):
            county = self.history.county_now(letter)[1]
            add("funeral_home", county + "殡仪馆", v, 0, 0, "1998-04-01")
            add("cemetery", county + "公墓", v, dice.whole(60, 120) * 100, dice.between(0.55, 0.93), "1996-04-01")
            add("columbarium", county + "骨灰堂", v, dice.whole(40, 90) * 100, dice.between(0.2, 0.6), "2009-04-01")
        add("crematorium", "岚泽市火葬场", county_towns[0], 0, 0, "1998-04-01")
        for v in towns[3:]:
            add("cemetery", v.name[:-2] + "镇公益性公墓", v, dice.whole(8, 26) * 100, dice.between(0.3, 0.97), f"{dice.whole(2004, 2019)}-04-01")
        for v in self.villages:
            if v.kind == "villagers_committee" and dice.share() < 0.32:
                add("welfare_plot", v.name + "公益性墓地", v, dice.whole(8, 40) * 10, dice.between(0.1, 0.98), f"{dice.whole(2006, 2022)}-04-01")
        folder.table("cemeteries.csv", ["id", "kind", "name", "capacity", "used", "lon", "lat", "township", "opened_on", "source", "valid_from", *APPROVAL],
                     approved(rows))
        folder.table("facility_years.csv", ["facility", "year", "placements", "ecological", "inspected_on", "inspection", "source"], facility_years(rows))

    def _graves(self, folder):
        """Graves outside facilities. The first three are the ones that rules are tried on."""
        dice, rows = Dice("graves"), []
        def add(village, position, area, annex, hardened, remains, first, last, seen, protected="no", note=""):
            rows.append([f"g-{len(rows) + 1:04d}", village.id, self.township(village), *position, dice.one_of([1, 3, 5]), dice.one_of(["GNSS", "imagery"]),
                         area, annex, hardened, remains, first, last, seen, self.land(position), protected, note, SOURCE])
        shore, village = self._by_the_lake()
        add(village, shore, 5.2, 1.8, "yes", 2, "2016-01-01", "2017-12-31", "2018-03-11", note="双穴硬化墓，距水库约480米")
        add(village, offset(shore, 35, -20, 6), 6.0, 3.5, "yes", 2, "1911-01-01", "1935-12-31", "2012-05-01", "yes", "列入保护名录的历史墓葬")
        add(self.villages[40], self.beside(dice, self.villages[40], 250, 500), 3.6, 0.0, "no", 1, "2025-03-01", "2025-03-31", "2025-04-20", note="基期后新增")
        rural = [v for v in self.villages if v.kind != "residents_committee"]
        while len(rows) < 420:
            v = dice.one_of(rural)
            double, hard = dice.share() < 0.4, dice.share() < 0.28
            area = round(dice.between(2.2, 4.4) + (2.2 if double else 0), 1)
            year = dice.whole(1985, 2024)
            living = dice.share() < 0.05
            new = dice.share() < 0.03
            first, last = ("2025-01-15", f"2025-0{dice.whole(2, 9)}-28") if new else (f"{year - 2}-01-01", f"{year}-12-31")
            add(v, self.at_home(dice, v, 150, 900), area, round(dice.between(0.5, 6), 1) if hard else 0.0, "yes" if hard else "no",
                0 if living else 2 if double else 1, first, last, "2025-11-05" if new else f"{max(2012, year)}-12-31", "yes" if dice.share() < 0.02 else "no")
        for number, row in enumerate(rows):  # every fourth stone was measured
            row.insert(11, round(0.5 + number % 10 * 0.07, 2) if number % 4 == 0 else "")
        folder.table("graves.csv", ["id", "village", "township", "lon", "lat", "accuracy_m", "method", "area_m2", "annex_m2", "hardened", "remains",
                                    "stone_height_m", "built_from", "built_until", "first_seen", "land_class", "protected", "note", "source"], rows)

    def _by_the_lake(self):
        """A position 480 m off the reservoir, eastwards of its easternmost shore."""
        rim = self.ground.shore
        shore = max(rim)
        low, high = 0.0, 2000.0
        for _ in range(40):
            middle = (low + high) / 2
            place = offset(shore, middle, 0)
            low, high = (middle, high) if min(metres(place, p) for p in rim) < 480 else (low, middle)
        place = offset(shore, high, 0, 6)
        return place, min(self.villages, key=lambda v: (metres(v.position, place), v.id))

    def _shelters(self, folder):
        dice, shelters, depots, stock = Dice("shelters"), [], [], []
        for v in self.villages:
            if v.kind == "residents_committee":
                level = "county" if v.township in ("A0", "B0", "C0") else "township"
                shelters.append([f"s-{len(shelters) + 1:03d}", v.name[:-2] + "应急避难场所（示例）", level, "outdoor", dice.whole(20, 90) * 100, 2.0, "earthquake;flood",
                                 "short", *self.beside(dice, v, 60, 700), self.township(v), SOURCE])
            elif v.kind == "villagers_committee" and dice.share() < 0.16:
                shelters.append([f"s-{len(shelters) + 1:03d}", v.name + "避难点（示例）", "village", "indoor", dice.whole(2, 9) * 100, 3.0, "flood;landslide", "emergency",
                                 *self.beside(dice, v, 20, 250), self.township(v), SOURCE])
        folder.table("shelters.csv", ["id", "name", "level", "space", "effective_area_m2", "area_per_head_m2", "hazards", "duration", "lon", "lat", "township",
                                      "source"], shelters)
        for key, name in (("A0", "岚泽市"), ("A4", "双榆"), ("B0", "棠川县"), ("B6", "鲤鱼渡"), ("C0", "云岑县"), ("C3", "木姜坪")):
            v = self.ground.villages[key][0]
            depot = f"d-{len(depots) + 1}"
            depots.append([depot, name + "救灾物资库（示例）", "city" if key == "A0" else "county" if key[1] == "0" else "township", dice.whole(4, 60) * 500,
                           *self.beside(dice, v, 100, 900), self.township(v), SOURCE])
            for item, unit in (("帐篷", "顶"), ("棉被", "床"), ("折叠床", "张"), ("方便食品", "箱"), ("饮用水", "箱")):
                stock.append([depot, item, unit, dice.whole(4, 90) * 10, f"{dice.whole(2025, 2029)}-12-31" if unit == "箱" else "", SOURCE])
        folder.table("depots.csv", ["id", "name", "level", "covers_people", "lon", "lat", "township", "source"], depots)
        folder.table("stock.csv", ["depot", "item", "unit", "quantity", "expires_on", "source"], stock)

    def _event(self, folder):
        """The flood of July 2022, reported by township: initial, update, final."""
        dice, rows = Dice("event"), []
        hit = [k for k in sorted(self.ground.villages) if self.ground.villages[k] and k[0] in "AB"][:12]
        for stage, day, share in (("initial", "2022-07-15T08:30", 0.4), ("update", "2022-07-16T18:00", 0.8), ("final", "2022-08-20T10:00", 1.0)):
            for key in hit:
                code, _ = self.history.now(key)
                people = sum(v.people for v in self.ground.villages[key])
                affected = int(people * 0.12 * share)
                for indicator, value in (("affected_people", affected), ("evacuated_people", affected // 9), ("houses_collapsed", affected // 160),
                                         ("crops_affected_ha", affected // 7), ("dead", 0)):
                    rows.append(["示例灾-2022-07", "flood", stage, day, code, indicator, value, SOURCE])
        seen, unique = set(), []
        for row in rows:
            if tuple(row[2:6]) not in seen:
                seen.add(tuple(row[2:6]))
                unique.append(row)
        folder.table("event_reports.csv", ["event", "hazard", "stage", "as_of", "township", "indicator", "value", "source"], unique)

    def _indicators(self, folder):
        dice, rows = Dice("indicators"), []
        people = {}
        for v in self.villages:
            people[self.township(v)] = people.get(self.township(v), 0) + v.people
        for code in sorted(people):
            share, old = dice.between(0.35, 0.8), dice.between(0.14, 0.27)
            for year in range(2016, 2025):
                count = int(people[code] * (1 + 0.006 * (2024 - year)))
                deaths = max(3, int(count * dice.between(0.0062, 0.0081)))
                cremated = int(deaths * min(1.08, share + 0.03 * (year - 2016)))
                for indicator, value in (("population", count), ("deaths", deaths), ("cremated", cremated),
                                         ("aged_60_and_over", int(count * (old + 0.006 * (year - 2016)))), ("relief_households", int(count * dice.between(0.004, 0.016)))):
                    rows.append([code, year, indicator, value, SOURCE])
                for indicator, value in placed(deaths, cremated, year):
                    rows.append([code, year, indicator, value, SOURCE])
        folder.table("indicators.csv", ["township", "year", "indicator", "value", "source"], rows)
