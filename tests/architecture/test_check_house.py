#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proves that check_house.py catches what it is there for: each case is one file that breaks one rule."""
import pathlib
import tempfile
import unittest

import check_house

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
MACHINE_PATH = "/wo" + "rk/main"


def problems(name, text, **others):
    """What is wrong in a tree of this file, and of a user.cpp elsewhere where it matters."""
    with tempfile.TemporaryDirectory() as folder:
        for each, content in {name: text, **others}.items():
            path = pathlib.Path(folder) / each
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        return check_house.check(folder)


class House(unittest.TestCase):
    def includes(self, name, target):
        return problems(name, SPDX + f'#include "{target}"\n')

    def test_the_right_way_is_quiet(self):
        self.assertEqual([], self.includes("gis/mesh/a.cpp", "gis/geometry/area.hpp"))
        self.assertEqual([], self.includes("cli/command/a.cpp", "data/office/acts.hpp"))
        self.assertEqual([], self.includes("data/office/a.cpp", "data/store/rows.hpp"))
        self.assertEqual([], self.includes("tests/unit/mesh/a.cpp", "gis/mesh/mesh.hpp"))

    def test_top_folders(self):
        for name, target in [("gis/mesh/a.cpp", "data/db/connection.hpp"), ("gis/base/a.cpp", "cli/words/words.hpp"),
                             ("data/store/a.cpp", "tiles/vector/tileset.hpp"), ("tiles/vector/a.cpp", "data/office/project.hpp"),
                             ("tiles/sheet/a.cpp", "cli/report/boundary_report.hpp"), ("data/db/a.cpp", "tests/support/sketch.hpp")]:
            self.assertRegex(" ".join(self.includes(name, target)), "may not include", name)

    def test_floors(self):
        for name, target in [("gis/geometry/a.hpp", "gis/mesh/mesh.hpp"), ("gis/mesh/a.cpp", "gis/geodesy/geodesic.hpp"),
                             ("gis/names/a.cpp", "gis/overlay/index.hpp"), ("data/db/a.cpp", "data/store/rows.hpp"),
                             ("cli/words/a.cpp", "cli/command/commands.hpp"), ("cli/report/a.cpp", "cli/service/service.hpp")]:
            text = SPDX + f'#pragma once\n#include "{target}"\n'
            self.assertRegex(" ".join(problems(name, text)), "may not include", name)

    def test_a_folder_without_floor(self):
        self.assertRegex(" ".join(self.includes("gis/novelty/a.cpp", "gis/base/error.hpp")), "has no floor")

    def test_paths_start_at_the_root(self):
        self.assertRegex(" ".join(self.includes("gis/mesh/a.cpp", "mesh.hpp")), "not a path from the root")

    def test_libraries(self):
        for name, header in [("gis/mesh/a.cpp", "gdal.h"), ("cli/command/a.cpp", "sqlite3.h"), ("data/office/a.cpp", "libpq-fe.h"),
                             ("tiles/vector/a.cpp", "cairo.h"), ("data/exchange/a.cpp", "boost/asio.hpp")]:
            self.assertRegex(" ".join(problems(name, SPDX + f"#include <{header}>\n")), "is for", name)

    def test_headers_on_persons(self):
        for name, target in [("tiles/vector/a.cpp", "data/office/personal_acts.hpp"), ("cli/report/a.cpp", "data/office/personal_acts.hpp"),
                             ("data/exchange/a.cpp", "data/store/personal_store.hpp"), ("cli/service/a.cpp", "data/office/personal_acts.hpp")]:
            self.assertRegex(" ".join(self.includes(name, target)), "restricted", name)
        self.assertEqual([], self.includes("cli/command/burial_case_persons.cpp", "data/office/personal_acts.hpp"))

    def test_sources_that_are_not_built(self):
        lists = {"gis/mesh/CMakeLists.txt": "# SPDX-License-Identifier: Apache-2.0\nmerestone_module(gis mesh SOURCES a.cpp ab.cpp)\n"}
        self.assertEqual([], problems("gis/mesh/a.cpp", SPDX, **lists))
        self.assertRegex(" ".join(problems("gis/mesh/b.cpp", SPDX, **lists)), "no CMakeLists.txt names it")
        self.assertRegex(" ".join(problems("gis/mesh/words.tsv", "a\tb\n", **lists)), "no CMakeLists.txt names it")

    def test_heavy_headers(self):
        heavy = SPDX + "#pragma once\n#include <gdal.h>\n"
        user = {"cli/command/user.cpp": SPDX + '#include "data/exchange/a.hpp"\n'}
        self.assertRegex(" ".join(problems("data/exchange/a.hpp", heavy, **user)), "heavy include")
        self.assertEqual([], problems("data/exchange/a.hpp", heavy))  # its own folder may

    def test_a_source_proves_its_header(self):
        header = {"gis/mesh/a.hpp": SPDX + "#pragma once\n"}
        late = SPDX + '#include <vector>\n#include "gis/mesh/a.hpp"\n'
        self.assertRegex(" ".join(problems("gis/mesh/a.cpp", late, **header)), "does not include gis/mesh/a.hpp first")
        self.assertEqual([], problems("gis/mesh/a.cpp", SPDX + '#include "gis/mesh/a.hpp"\n#include <vector>\n', **header))

    def test_every_file(self):
        self.assertRegex(" ".join(problems("gis/base/a.cpp", "int a;\n")), "no SPDX")
        self.assertRegex(" ".join(problems("gis/base/CMakeLists.txt", "project(a)\n")), "no SPDX")
        self.assertRegex(" ".join(problems("gis/base/a.hpp", SPDX)), "no #pragma once")
        self.assertRegex(" ".join(problems("gis/base/a.cpp", SPDX + "int a;\n" * 500)), "the budget is 500")
        self.assertRegex(" ".join(problems("docs/a.md", f"see {MACHINE_PATH}\n")), "one machine")


if __name__ == "__main__":
    unittest.main()
