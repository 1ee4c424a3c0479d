# SPDX-License-Identifier: Apache-2.0
"""Applications for names of 2025, one in each state that a queue of the names desk shows; none of these names exists."""
from .files import SOURCE

COLUMNS = ["number", "kind", "class", "name", "specific", "generic", "reading", "spelling", "division", "lon", "lat", "location", "built_up_area", "applicant", "applied", "reasons"]
STEP_COLUMNS = ["number", "state", "day", "body", "body_kind", "body_level", "receiver", "receiver_kind", "receiver_level", "papers", "document", "note"]

DISTRICT, DESK, HOUSING, PREFECTURE = (("临岚区人民政府", "government", 3), ("临岚区民政局", "names_department", 3), ("临岚区住房和城乡建设局", "department", 3),
                                       ("岚泽市人民政府", "government", 2))
TOWN, AREA = "990102001", "岚浦建成区"

APPLICATIONS = [
    ["示例地名〔2025〕1号", "building", "22100", "荷风苑", "荷风", "苑", "Héfēng Yuàn", "Hefeng Yuan", TOWN, 112.05312, 31.27204, "采莲路北侧，望泽路东侧", AREA,
     "示例房地产开发单位", "2025-03-03", "新建住宅区，需要标准地名"],
    ["示例地名〔2025〕2号", "street", "23", "望泽路", "望泽", "路", "Wàngzé Lù", "Wangze Lu", TOWN, 112.05151, 31.27118, "南起岚浦街，北至城北支渠", AREA,
     "岚浦街道办事处", "2025-08-11", "新建道路，长1150米"],
    ["示例地名〔2025〕3号", "street", "23", "采莲路", "采莲", "路", "Cǎilián Lù", "Cailian Lu", TOWN, 112.05227, 31.27163, "西起望泽路，东至荷风苑", AREA,
     "岚浦街道办事处", "2025-09-15", "新建道路，长640米"],
    ["示例地名〔2025〕4号", "building", "22100", "芦汀苑", "芦汀", "苑", "Lútīng Yuàn", "Luting Yuan", TOWN, 112.04786, 31.26751, "岚浦街南侧", AREA,
     "示例房地产开发单位", "2025-10-13", "新建住宅区"],
    ["示例地名〔2025〕5号", "street", "23", "石埠街", "石埠", "街", "Shíbù Jiē", "Shibu Jie", TOWN, 112.04902, 31.26877, "东起望泽路，西至旧码头", AREA,
     "岚浦街道办事处", "2025-11-17", "旧街改造后命名，长420米"],
]


def step(number, state, day, body=DESK, receiver=("", "", ""), papers="", document="", note=""):
    return [f"示例地名〔2025〕{number}号", state, day, *body, *receiver, papers, document, note]


STEPS = [
    step(1, "accepted", "2025-03-06"),
    step(1, "evaluated", "2025-03-20", papers="assessment=荷风苑命名综合评估报告"),
    step(1, "submitted", "2025-03-24"),
    step(1, "approved", "2025-04-02", HOUSING, papers="consultation=临岚区民政局复函", document="关于荷风苑命名的批复"),
    step(1, "filed", "2025-04-10", HOUSING, DESK, papers="filing_form=地名备案登记表;filing_report=荷风苑命名备案报告;approval=关于荷风苑命名的批复"),
    step(1, "announced", "2025-04-18", document="临岚区地名公告〔2025〕1号"),
    step(2, "accepted", "2025-08-14"),
    step(2, "evaluated", "2025-09-04", papers="assessment=望泽路命名综合评估报告"),
    step(2, "submitted", "2025-09-08"),
    step(2, "approved", "2025-09-22", DISTRICT, document="关于望泽路命名的批复", note="批准后尚未备案"),
    step(3, "accepted", "2025-09-18"),
    step(3, "evaluated", "2025-10-16", papers="assessment=采莲路命名综合评估报告"),
    step(4, "returned", "2025-10-16", note="缺少命名方案和位置图，请补正"),
]


def write(folder):
    folder.table("name_applications.csv", [*COLUMNS, "source"], [[*row, SOURCE] for row in APPLICATIONS])
    folder.table("name_steps.csv", [*STEP_COLUMNS, "source"], [[*row, SOURCE] for row in STEPS])
