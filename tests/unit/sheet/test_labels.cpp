// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/labels.hpp"
#include "tiles/sheet/markers.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

Polygon cell(double x, double y, double size) {
  return {{from_degrees(x, y), from_degrees(x + size, y), from_degrees(x + size, y + size), from_degrees(x, y + size)}, {}};
}

}  // namespace

TEST_CASE("labels keep off each other and inside the frame, however many wish to stand there") {
  Sheet sheet;
  sheet.grounds.push_back({SheetGround::Role::subject, "", {cell(0, 0, 1)}});
  for (int i = 0; i < 20; ++i) {
    for (int k = 0; k < 20; ++k) {
      sheet.grounds.push_back({SheetGround::Role::member, "Member " + std::to_string(i * 20 + k), {cell(i * 0.05, k * 0.05, 0.05)}});
      sheet.places.push_back({from_degrees(i * 0.05, k * 0.05), "Place " + std::to_string(k)});
    }
  }
  const TypeCase type{"en"};
  const PaperBox paper{0, 0, 400, 300};
  const SheetFrame frame{sheet.grounds.front().shape.front().outer, paper};
  const PaperBox furniture{300, 0, 100, 60};
  const std::vector<PlacedLabel> labels = place_labels(sheet, frame, type, {furniture}, {}, {});
  REQUIRE(labels.size() > 10);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto box = [&](const PlacedLabel& label) {
      return PaperBox{label.corner.x, label.corner.y, label.text.width(), label.text.height()};
    };
    CHECK_FALSE(meet(box(labels[i]), furniture));
    CHECK(box(labels[i]).x >= paper.x);
    CHECK(box(labels[i]).x + box(labels[i]).width <= paper.x + paper.width);
    for (std::size_t k = i + 1; k < labels.size(); ++k) CHECK_FALSE(meet(box(labels[i]), box(labels[k])));
  }
}

TEST_CASE("a line is as high as the text is large, in Latin and in Han") {
  const TypeCase type{"zh-Hans"};
  TextStyle style;
  style.size = 10;
  style.line_height = 1.5;
  CHECK(type.set("Angers", style).height() == Approx(15));
  CHECK(type.set("昂热", style).height() == Approx(15));
  CHECK(type.set("昂热 Angers\nzwei", style, 200).lines() == 2);
  CHECK(type.set("one two three four", style, 30).lines() > 2);
  CHECK(type.set("昂热", style).width() == Approx(20).epsilon(0.2));
}

TEST_CASE("numbers that would stand upon each other stand beside their places, or not at all") {
  const Ring ground = cell(0, 0, 1).outer;
  const PaperBox paper{0, 0, 400, 400};
  const SheetFrame frame{ground, paper};
  std::vector<SheetMarker> markers;
  for (int i = 0; i < 12; ++i) markers.push_back({from_degrees(0.5 + 0.001 * i, 0.5), std::to_string(i + 1), true});
  std::vector<PaperBox> taken{{0, 0, 60, 20}};
  const auto placed = place_markers(markers, frame, taken);
  REQUIRE(placed.size() == markers.size());
  REQUIRE(taken.size() == 1 + markers.size());
  for (std::size_t i = 0; i < taken.size(); ++i) {
    CHECK(taken[i].x >= 0);
    CHECK(taken[i].y + taken[i].height <= 400);
    for (std::size_t k = i + 1; k < taken.size(); ++k) CHECK_FALSE(meet(taken[i], taken[k]));
  }
  CHECK(placed[0].marker == 0);
  CHECK(placed[0].at.x == placed[0].place.x);
  CHECK(placed[1].at.x != placed[1].place.x);

  for (SheetMarker& marker : markers) marker.may_be_led = false;
  taken.clear();
  CHECK(place_markers(markers, frame, taken).size() < markers.size());
  markers[0].position = from_degrees(9, 9);
  taken.clear();
  for (const PlacedMarker& marker : place_markers(markers, frame, taken)) CHECK(marker.marker != 0);  // off the map
}
