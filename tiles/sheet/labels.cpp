// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/labels.hpp"

#include "tiles/sheet/ink.hpp"

#include <algorithm>
#include <utility>

namespace merestone {
namespace {

using Role = SheetGround::Role;

struct Wish {
  int order = 0;      ///< smaller goes first
  double room = 0;    ///< then more room
  std::size_t index = 0;
  TextStyle style;
  const std::string* text = nullptr;
  PlanePoint at;
  bool beside = false;  ///< of a point: stands beside it
  PaperShape shape{};   ///< of ground
};

bool inside(const PaperBox& inner, const PaperBox& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

/// Names of large members are larger; so few members read from afar and many still fit.
double member_size(double room) { return std::clamp(room * 0.19, 5.6, 9.0); }

TextStyle style_of(Role role, double room, bool neutral) {
  TextStyle style;
  style.line_height = 1.15;
  style.colour = ink::text;
  if (role == Role::neighbour) {
    style.size = 7.6;
    style.spacing = 0.9;
    style.colour = ink::quiet;
  } else if (role == Role::disputed) {
    style.size = 6.4;
    style.italic = true;
    style.colour = neutral ? ink::text : ink::disputed;
  } else {
    style.size = member_size(room);
  }
  return style;
}

std::vector<Wish> wishes_of(const Sheet& sheet, const SheetFrame& frame) {
  std::vector<Wish> wishes;
  for (std::size_t i = 0; i < sheet.grounds.size(); ++i) {
    const SheetGround& ground = sheet.grounds[i];
    if (ground.label.empty() || ground.role == Role::subject) continue;
    PaperShape shape = on_paper(ground.shape, frame, -2);
    const LabelPoint point = label_point(shape);
    if (point.room <= 0) continue;
    const int order = ground.role == Role::neighbour ? 0 : ground.role == Role::disputed ? 1 : 3;
    wishes.push_back({order, point.room, i, style_of(ground.role, point.room, sheet.neutral), &ground.label, point.at, false, std::move(shape)});
  }
  for (std::size_t i = 0; i < sheet.places.size(); ++i) {
    TextStyle style = style_of(Role::member, 0, sheet.neutral);
    style.size = 6.2;
    wishes.push_back({2, 0, i, style, &sheet.places[i].label, frame.to_paper(sheet.places[i].position), true, {}});
  }
  std::sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) {
    if (a.order != b.order) return a.order < b.order;
    if (a.room != b.room) return a.room > b.room;
    return a.index < b.index;
  });
  return wishes;
}

}  // namespace

std::vector<PlacedLabel> place_labels(const Sheet& sheet, const SheetFrame& frame, const TypeCase& type,
                                      std::vector<PaperBox> taken, const std::vector<PaperBox>& symbols,
                                      const std::vector<PaperBox>& outline) {
  constexpr double large = 30;
  std::vector<PlacedLabel> placed;
  for (const Wish& wish : wishes_of(sheet, frame)) {
    SetText text = type.set(*wish.text, wish.style);
    // On narrow ground a name would read as its neighbour's.
    if (!wish.beside && wish.order != 0 && (wish.room < text.height() * 0.55 || wish.room < text.width() * 0.18)) continue;
    const double w = text.width(), h = text.height();
    std::vector<PlanePoint> corners;
    if (wish.beside) {
      corners = {{wish.at.x + 3, wish.at.y - h / 2}, {wish.at.x - 3 - w, wish.at.y - h / 2},
                 {wish.at.x - w / 2, wish.at.y - 3 - h}, {wish.at.x - w / 2, wish.at.y + 3}};
    } else {
      corners = {{wish.at.x - w / 2, wish.at.y - h / 2}};
      for (double shift = 0.5; shift * h < std::min(wish.room, 4 * h); shift += 0.5) {
        for (const double aside : {0.0, -0.3, 0.3}) {
          corners.push_back({wish.at.x - w / 2 + aside * w, wish.at.y - h / 2 - shift * h});
          corners.push_back({wish.at.x - w / 2 + aside * w, wish.at.y - h / 2 + shift * h});
        }
      }
      if (wish.order == 0) {
        // A neighbour is often a strip along the frame: look for room elsewhere on its ground, the nearest first.
        for (double ring = 1; ring <= 6; ++ring) {
          for (const auto& [dx, dy] : {std::pair{-0.25, 0.0}, {0.25, 0.0}, {0.0, -1.0}, {0.0, 1.0}, {-0.25, -1.0},
                                       {0.25, -1.0}, {-0.25, 1.0}, {0.25, 1.0}}) {
            const PlanePoint middle{wish.at.x + dx * ring * w, wish.at.y + dy * ring * h};
            if (room_at(wish.shape, middle) > 0) corners.push_back({middle.x - w / 2, middle.y - h / 2});
          }
        }
        // Cut off by the frame, its name may be pushed back into the sheet.
        const PaperBox& paper = frame.paper();
        const double x = std::clamp(corners[0].x, paper.x + 3, std::max(paper.x + 3, paper.x + paper.width - w - 3));
        corners.push_back({x, corners[0].y});
      }
    }
    const auto box_at = [&](PlanePoint corner) { return PaperBox{corner.x - 0.8, corner.y, w + 1.6, h}; };
    const auto free_of = [&](const std::vector<PaperBox>& others, PlanePoint corner) {
      return std::none_of(others.begin(), others.end(), [&](const PaperBox& other) { return meet(box_at(corner), other); });
    };
    const auto fits = [&](PlanePoint corner) { return inside(box_at(corner), frame.paper()) && free_of(taken, corner); };
    auto at = std::find_if(corners.begin(), corners.end(),
                           [&](PlanePoint corner) { return fits(corner) && free_of(symbols, corner); });
    if (wish.order == 0) {
      const auto off_outline = std::find_if(corners.begin(), corners.end(), [&](PlanePoint corner) {
        return fits(corner) && free_of(symbols, corner) && free_of(outline, corner);
      });
      if (off_outline != corners.end()) at = off_outline;
    }
    if (at == corners.end() && wish.room > large) at = std::find_if(corners.begin(), corners.end(), fits);
    if (at == corners.end()) continue;
    taken.push_back(box_at(*at));
    Colour halo = wish.order == 0 ? ink::neighbour : ink::subject;
    halo.alpha = 0.85;
    placed.push_back({std::move(text), *at, halo});
  }
  return placed;
}

}  // namespace merestone
