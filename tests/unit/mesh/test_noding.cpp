// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/crossings.hpp"
#include "gis/mesh/noding.hpp"
#include "tests/support/sketch.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;

namespace {

Noding noded(const std::vector<Polyline>& old, const std::vector<Polyline>& fresh) {
  Noding result = node(std::vector<std::span<const Position>>(old.begin(), old.end()),
                       std::vector<std::span<const Position>>(fresh.begin(), fresh.end()));
  CHECK(find_crossings(result.mesh).empty());
  CHECK(result.collapsed.empty());
  return result;
}

std::vector<Polyline> paths(const Noding& noding, bool fresh) {
  std::vector<Polyline> all;
  for (std::size_t arc = 0; arc < noding.mesh.arcs.size(); ++arc) {
    const auto path = noding.mesh.path(arc);
    if ((noding.old_path[arc] == fresh_arc) == fresh) all.emplace_back(path.begin(), path.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

Polyline reversed(Polyline path) {
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

TEST_CASE("a new line across an old one cuts both at the crossing") {
  const test::Sketch map{R"(
   c
a  x  b
   d)"};
  const Noding cut = noded({map.line("ab")}, {map.line("cd")});
  CHECK(paths(cut, false) == std::vector<Polyline>{map.line("ax"), map.line("xb")});
  CHECK(paths(cut, true) == std::vector<Polyline>{map.line("dx"), map.line("xc")});
  REQUIRE(cut.cut_edges.size() == 1);
  CHECK(cut.cut_edges[0].through == map.line("x"));
  CHECK(cut.walks[0].size() == 2);
  CHECK(!cut.walks[0][0].forward);  // fresh arcs run from their smaller end
}

TEST_CASE("crossings between whole nanodegrees are rounded, and both lines are led there") {
  const Polyline old{{0, 0}, {7, 5}};
  const Polyline fresh{{0, 4}, {8, 0}};
  const Noding cut = noded({old}, {fresh});
  CHECK(cut.mesh.arcs.size() == 4);
  REQUIRE(cut.cut_edges.size() == 1);
  const Polyline through = cut.cut_edges[0].through;
  CHECK(through == Polyline{{3, 2}});  // (3.29, 2.35)
  const Noding back = noded({old}, {reversed(fresh)});
  CHECK(paths(back, true) == paths(cut, true));
  CHECK(paths(back, false) == paths(cut, false));
}

TEST_CASE("a line that comes again meets others where it met them, and bends nothing") {
  // Claims of a dispute are drawn again and again through lines that bend at rounded crossings.
  for (std::int64_t k = 1; k <= 40; ++k) {
    const Polyline old{{-1000 * k, -37 * k - 5}, {1003 * k, 41 * k + 2}};
    const std::vector<Polyline> fresh{{{-997, -301 * k - 1}, {1009, 307 * k + 3}}, {{-1013 * k, 29 * k}, {991 * k, -31 * k - 1}}};
    const Noding first = noded({old}, fresh);
    std::vector<Polyline> there = paths(first, false);
    for (const Polyline& path : paths(first, true)) there.push_back(path);
    for (const Polyline& again : fresh) {
      const Noding second = noded(there, {again});
      CHECK(second.cut_edges.empty());
      CHECK(paths(second, true).empty());
      CHECK(second.mesh.arcs.size() == there.size());
    }
  }
}

TEST_CASE("an end half a nanodegree off a border is on it") {
  const Polyline old{{0, 0}, {1001, 500}};
  const Noding cut = noded({old}, {{{400, 200}, {400, 900}}});  // the border passes at 199.8
  CHECK(cut.pieces[0].size() == 2);
  CHECK(cut.mesh.arcs.size() == 3);
}

TEST_CASE("a new line along an old one follows its arcs, and parts from it where they part") {
  const test::Sketch map{R"(
a  b  c  d
   e  f)"};
  const Noding cut = noded({map.line("abcd")}, {map.line("debf")});
  CHECK(paths(cut, false).size() == 2);  // cut at b: e and f lie south of it
  const Noding along = noded({map.line("abcd")}, {map.line("acf")});
  CHECK(paths(along, false) == std::vector<Polyline>{map.line("abc"), map.line("cd")});
  CHECK(paths(along, true).size() == 1);
  REQUIRE(along.walks[0].size() == 2);
  CHECK(along.walks[0][0] == Side{along.pieces[0][0].arc, true});
}

TEST_CASE("a closed line far from others is one arc, wherever it begins and whichever way it runs") {
  const test::Sketch map{R"(
b  c

a  d)"};
  const auto once = paths(noded({}, {map.line("abcda")}), true);
  REQUIRE(once.size() == 1);
  CHECK(paths(noded({}, {map.line("cdabc")}), true) == once);
  CHECK(paths(noded({}, {map.line("adcba")}), true) == once);
}

TEST_CASE("old lines that nothing comes near stay as they are") {
  const test::Sketch map{R"(
a  b     c  d
      e)"};
  const Noding cut = noded({map.line("ab"), map.line("cd")}, {map.line("ea")});
  CHECK(cut.pieces[1].size() == 1);
  CHECK(cut.cut_edges.empty());
}

TEST_CASE("two borders that a new line would press into one are reported") {
  // Two old lines that are half a nanodegree apart where the new one crosses them both.
  const Polyline above{{0, 0}, {1000, 1}, {2000, 0}};
  const Polyline below{{0, 0}, {2000, 0}};
  const std::vector<Polyline> old{above, below};
  const std::vector<Polyline> fresh{{{250, -5}, {250, 5}}, {{100, -5}, {100, 5}}};
  const Noding cut = node(std::vector<std::span<const Position>>(old.begin(), old.end()),
                          std::vector<std::span<const Position>>(fresh.begin(), fresh.end()));
  CHECK(!cut.collapsed.empty());
}
