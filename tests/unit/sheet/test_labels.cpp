// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/labels.hpp"

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
