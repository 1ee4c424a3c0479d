// SPDX-License-Identifier: Apache-2.0
/// A map on paper: what it shows, as values, and the pictures made of it. One drawing code for PNG, SVG and PDF;
/// the same sheet gives the same bytes.
#pragma once

#include "gis/geometry/area.hpp"
#include "tiles/sheet/text.hpp"

#include <optional>
#include <string>
#include <vector>

struct _cairo;

namespace merestone {

struct SheetGround {
  enum class Role {
    subject,    ///< what the sheet is about
    disputed,   ///< ground that others hold too, hatched
    unclaimed,  ///< ground in dispute that each party leaves to another, hatched paler
    neighbour,
    member,     ///< a part of the subject; gives its label only
  };
  Role role = Role::neighbour;
  std::string label;  ///< empty: none
  MultiPolygon shape;
  std::optional<Colour> tint{};  ///< of its class on a thematic map
  bool without_data = false;     ///< on a thematic map: hatched, so that it is no class
};

struct SheetLine {
  Polyline path;
  int rank = 0;        ///< 0 for the highest level that the country has, 1 for the next, …
  bool outline = false;   ///< bounds the subject: emphasised
  bool disputed = false;
  int party = 0;          ///< 1, 2, …: what that party claims, a full line 0.3 mm wide over everything; the same for all
  int proposal = 0;       ///< 1, 2, …: a line that is proposed, broken, under the claims; told apart by colour and dashes
};

struct SheetZone {
  std::string kind;
  int severity = 1;
  MultiPolygon shape;
};

struct SheetSite {
  Position position;
  bool flagged = false;  ///< lies in a hazard zone
};

struct SheetPlace {
  Position position;
  std::string label;
};

/// A number that a table explains.
struct SheetMarker {
  Position position;
  std::string label;
  bool may_be_led = false;  ///< where others stand in its place, it stands beside it with a line there; else it is left out
};

struct LegendEntry {
  enum class Symbol { subject, disputed, unclaimed, neighbour, line, zone, site, flagged_site, place, marker, tint, without_data };
  Symbol symbol = Symbol::subject;
  std::string text;
  int rank = 0;         ///< of a line
  bool outline = false;
  bool disputed = false;
  int party = 0;
  std::string kind;     ///< of a zone
  std::vector<int> severities;  ///< of a zone, ascending
  int proposal = 0;
  Colour tint{};
};

struct Sheet {
  std::vector<SheetGround> grounds;
  std::vector<SheetLine> lines;
  std::vector<SheetZone> zones;  ///< shown on the subject's ground only
  std::vector<SheetSite> sites;
  std::vector<SheetPlace> places;
  std::vector<SheetMarker> markers;
  std::vector<LegendEntry> legend;
  std::string title{};           ///< above the map, for a sheet that stands alone; empty: none
  std::vector<Position> frame{};  ///< what the sheet is to show; empty: the ground of its subject
  std::string north = "N";       ///< at the arrow
  std::string letters[4] = {"N", "S", "E", "W"};  ///< of angles at the frame
  std::string language = "en";   ///< BCP 47, chooses the shapes of Han characters
  bool neutral = false;         ///< what is in dispute is grey, so that no party's colour is on it
  double width = 482;            ///< points (1/72 inch), legend included
  double height = 440;
};

/// 250000 of "1 : 250 000": the round scale at which the subject, or what frames it, fills the sheet. 0 when there is neither.
double scale_of(const Sheet& sheet);

/// Draws with the upper left corner at (0, 0) of the context, one unit being one point.
void draw(_cairo* context, const Sheet& sheet);

/// Whole files. Text is drawn as outlines in SVG, so that it looks the same where the fonts are not installed.
std::string to_svg(const Sheet& sheet);
std::string to_png(const Sheet& sheet, double pixels_per_point = 2);
std::string to_pdf(const Sheet& sheet);

}  // namespace merestone
