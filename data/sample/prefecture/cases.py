# SPDX-License-Identifier: Apache-2.0
"""Cases against graves: leads, what came of them, photos, people who do not exist; two surveys of the same graves."""
import csv
import datetime

from .course import offset
from .dice import Dice
from .files import SOURCE

CASES = 96
COLUMNS = ["case", "grave", "source", "state", "day", "body", "receiver", "outcome", "due", "corrections", "document", "document_number", "class", "land_class",
           "owner_known", "zones", "note", "origin"]
PAPERS = {"transferred": "案件移送函", "owner_notice": "寻找墓主公告", "filed": "立案审批表", "notice": "责令限期改正通知书", "demand": "催告书", "court_applied": "强制执行申请书",
          "court_order": "行政裁定书"}
COMPETENT = {"farmland": "natural_resources", "forest": "forestry"}


def later(day, days):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days)).isoformat()


class Case:
    def __init__(self, number, grave, source):
        self.number, self.grave, self.source, self.acts, self.photos = number, grave, source, [], []

    def act(self, state, day, body="civil_affairs", **said):
        row = {"case": self.number, "grave": self.grave["id"], "source": self.source if state == "lead" else "", "state": state, "day": day, "body": body, "origin": SOURCE}
        if state in PAPERS:
            row["document"], row["document_number"] = PAPERS[state], f"{self.number}-{len(self.acts) + 1}"
        self.acts.append({**dict.fromkeys(COLUMNS, ""), **row, **said})

    def renumber(self, number):
        for row in self.acts:
            row["document_number"] = row["document_number"].replace(self.number, number)
            row["case"] = number
        self.photos = [[number, *photo[1:]] for photo in self.photos]
        self.number = number

    def photo(self, dice, day, phase, away=0.0, placed=True):
        east, north = dice.between(4, 18) + away, dice.between(-6, 6)
        lon, lat = offset((float(self.grave["lon"]), float(self.grave["lat"])), east, north, 7) if placed else ("", "")
        self.photos.append([self.number, day, f"{len(self.photos) + 1}", phase, "东侧", f"{day}T{dice.whole(9, 16):02d}:{dice.whole(10, 59)}:00", lon, lat,
                            round(dice.between(3, 8), 1) if placed else "", 270 if placed else "", "", SOURCE])


def class_of(grave):
    single, whole = grave["remains"] != "2", float(grave["area_m2"]) + float(grave["annex_m2"])
    if grave["remains"] == "0":
        return "living"
    return "hardened_oversize" if grave["hardened"] == "yes" and whole > (4 if single else 6) else "scattered"


def visit(case, dice, day, owner="yes", **photo):
    zones = "FU-01" if case.grave["land_class"] in COMPETENT else ""
    if case.grave["id"] == "g-0001":
        zones = "FU-01;FU-03"
    case.photo(dice, day, "before", **photo)
    case.act("verified", day, dice.one_of(["civil_affairs", "township"]), **{"class": class_of(case.grave)}, land_class=case.grave["land_class"], owner_known=owner, zones=zones,
             note="现场核实（示例）")


def play(case, dice, day, path):
    case.act("lead", day, "township" if case.source == "patrol" else "civil_affairs", note={"patrol": "巡查发现（示例）", "imagery": "影像比对发现（示例）"}.get(case.source, ""))
    if path == "lead":
        return
    day = later(day, dice.whole(3, 9))
    visit(case, dice, day, "no" if path == "unknown" else "yes", placed=path != "unplaced", away=380.0 if path == "far" else 0.0)
    if path in ("verified", "unplaced", "far"):
        return
    if path == "not_illegal":
        return case.act("not_illegal", later(day, 5))
    if path == "transferred":
        return case.act("transferred", later(day, 6), receiver=COMPETENT.get(case.grave["land_class"], "police"))
    if path == "unknown":
        case.act("owner_notice", later(day, 4), "township", due=later(day, 64))
        day = later(day, 65)
    day = later(day, dice.whole(2, 6))
    case.act("filed", day)
    move = dice.share() < 0.3
    day = later(day, dice.whole(2, 8))
    corrections = "move" if move else "demolish_hardening;shrink" if class_of(case.grave) == "hardened_oversize" else "deep_bury;plant_over"
    case.act("notice", day, due=later(day, 30 if move else 15), corrections=corrections)
    if path in ("notified", "unknown"):
        return
    if path == "corrected":
        day = later(day, dice.whole(5, 14))
        case.act("self_corrected", day, "party", due=later(day, 20))
        outcome = "moved" if move else "removed" if class_of(case.grave) == "hardened_oversize" else "greened"
    else:
        demand = later(day, 40)
        case.act("demand", demand)
        if path == "demanded":
            return
        day = later(day, 255)  # eight months and some days
        case.act("court_applied", day)
        if path == "court":
            return
        day = later(day, dice.whole(25, 45))
        case.act("court_order", day, "court")
        day = later(day, dice.whole(10, 30))
        case.act("joint_enforcement", day, "court", due=later(day, 20))
        outcome = "removed"
    day = later(day, dice.whole(8, 18))
    case.photo(dice, day, "after")
    case.act("recheck", day, "township")
    case.act("closed", later(day, 2), outcome=outcome)


def number_by_year(cases):
    """Of each year its own numbers, in the order in which the leads came; the first two are known by theirs."""
    last = {"2025": 2}
    for case in sorted(cases[2:], key=lambda case: case.acts[0]["day"]):
        year = case.acts[0]["day"][:4]
        last[year] = last.get(year, 0) + 1
        case.renumber(f"例民殡〔{year}〕{last[year]}号")


def write(folder):
    with open(folder.path / "graves.csv", encoding="utf-8") as file:
        graves = list(csv.DictReader(file))
    dice = Dice("enforcement")
    by_id = {g["id"]: g for g in graves}
    cases, persons, kept = [], [], []

    first = Case("例民殡〔2025〕1号", by_id["g-0001"], "patrol")
    first.act("lead", "2025-03-01", "township", note="水库旁硬化双穴墓（示例）")
    visit(first, dice, "2025-03-04")
    first.act("filed", "2025-03-05")
    first.act("notice", "2025-03-10", due="2025-03-25", corrections="demolish_hardening;shrink")
    first.act("demand", "2025-04-01")
    second = Case("例民殡〔2025〕2号", by_id["g-0003"], "imagery")
    play(second, dice, "2025-04-22", "notified")
    cases += [first, second]
    for grave in [g for g in graves if g["protected"] == "yes"][:3]:
        looked = Case(f"例民殡查〔2025〕{len(kept) + 1}号", grave, "patrol")
        looked.act("lead", "2025-03-02", "township")
        kept.append(looked)

    paths = [("corrected", 34), ("notified", 9), ("demanded", 6), ("court", 4), ("enforced", 9), ("lead", 12), ("verified", 8), ("transferred", 9), ("not_illegal", 4), ("unknown", 3),
             ("unplaced", 1), ("far", 1)]
    open_to = [g for g in graves[3:] if g["protected"] == "no"]
    certain = ["unknown", "unplaced", "far", "unknown", "not_illegal"]
    for k, grave in enumerate(dice.shuffled(open_to)[:CASES]):
        path = certain[k] if k < len(certain) else dice.by_weight(paths)
        if path == "transferred" and grave["land_class"] not in COMPETENT:
            path = "verified"
        begun = max("2024-02-01", grave["first_seen"]) if path in ("enforced", "court") else max("2024-09-01", grave["first_seen"])
        if begun > "2025-09-01" or (path in ("enforced", "court") and begun > "2024-10-01"):
            path, begun = "lead", max("2025-09-01", grave["first_seen"])
        case = Case(f"例民殡{len(cases) + 1}", grave, dice.by_weight([("patrol", 5), ("complaint", 3), ("imagery", 2), ("other_department", 1)]))
        play(case, dice, later(begun, dice.whole(1, 40)), path)
        cases.append(case)
    number_by_year(cases)

    for k, case in enumerate(cases):
        if len(case.acts) > 1 and case.acts[1]["owner_known"] == "yes":
            persons.append([case.number, "owner", f"示例墓主{k + 1}", f"000-{k + 1:08d}", "不存在的地址（示例）", "", "", SOURCE])
        if case.source == "complaint":
            persons.append([case.number, "complainant", f"示例举报人{k + 1}", f"000-9{k + 1:07d}", "", "", "村后有人修坟（示例举报内容）", SOURCE])

    acts = sorted((act for case in cases + kept for act in case.acts), key=lambda act: act["day"])
    folder.table("burial_acts.csv", COLUMNS, [[act[c] for c in COLUMNS] for act in acts])
    folder.table("burial_photos.csv", ["case", "on", "label", "phase", "view", "taken_at", "lon", "lat", "accuracy_m", "direction_deg", "sha256", "source"],
                 [photo for case in cases for photo in case.photos])
    folder.table("burial_persons.csv", ["case", "role", "name", "contact", "address", "identity", "statement", "source"], persons)
    surveys(folder, graves)


def surveys(folder, graves):
    """The same graves on imagery of two years: some are new, some gone, one was moved, one enlarged."""
    dice = Dice("surveys")
    columns = ["id", "lon", "lat", "accuracy_m", "area_m2", "hardened", "source"]
    townships = sorted({g["township"] for g in graves})[:6]
    near = [g for g in graves if g["township"] in townships]
    old = [g for g in near if g["built_from"] < "2025"]
    changed, moved, gone = old[5], old[9], old[12]

    def seen(prefix, grave, k, accuracy, **other):
        shift = other.get("moved", 0.0)
        place = offset((float(grave["lon"]), float(grave["lat"])), dice.between(-0.8, 0.8) * accuracy + shift, dice.between(-0.8, 0.8) * accuracy, 7)
        return [f"{prefix}-{k + 1:03d}", *place, accuracy, other.get("area", grave["area_m2"]), other.get("hardened", grave["hardened"]), SOURCE]

    folder.table("graves_survey_2024.csv", columns, [seen("s24", g, k, 2.0) for k, g in enumerate(old)])
    folder.table("graves_survey_2025.csv", columns, [
        seen("s25", g, k, 1.5, **({"area": 11.5, "hardened": "yes"} if g is changed else {"moved": 10.0} if g is moved else {})) for k, g in enumerate(g for g in near if g is not gone)])
