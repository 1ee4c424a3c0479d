// SPDX-License-Identifier: Apache-2.0
/// Vector tiles of administrative ground: territory and what lies on it in, an archive out.
///
/// Layers, all with attributes as OpenMapTiles and Overture name them where they have a name:
///
/// | layer | features | attributes |
/// |---|---|---|
/// | `divisions` | one area per division and level; a POINT where the tile grid is too coarse for its area | level, code, name, kind, level_N (code of its superior at level N), disputed; THEME, THEME_class |
/// | `boundaries` | one line per stretch, or per claim on it | admin_level, left, right (codes), outer, name, line; disputed, status, claim, dispute, party, claimed_by, accepted_by, disputed_by |
/// | `disputes` | one area per piece of contested ground; a POINT where the grid is too coarse | dispute, name, status, claimed_by (codes) and claimants (names): both missing where no party claims it |
/// | `labels` | one point per division and level, in one tile of each zoom | level, name, disputed |
/// | `places` | points | type, name, name:LANGUAGE |
/// | `hazards` | areas | kind, severity, name, source |
/// | `facilities`, `graves`, `shelters`, `depots` | points | kind, name, status, count, capacity, used, source |
/// | `monuments` | points | number, kind, status |
///
/// Numbers of features are those of the record: of the division (in `labels` too, with its level), of the stretch (at
/// the last zoom), of the dispute. Divisions have all attributes from `names_from_px` on; further out, level and code
/// alone and no number; themes stay at every zoom: the value, and its class from 1, of divisions that have one. An attribute that would be 0 or empty is not there: `disputed` and `outer` are 1 or absent.
/// `outer`: one side of the line is nobody's on record. Sea, another country or a gap: tiles cannot know which.
///
/// Of a line in dispute every claim is drawn alike, one feature each: `status` is "claimed", or "de_facto" for the
/// situation on the ground, or "indefinite" where ground has several holders and claims are not known. `party` counts
/// the claimants of a dispute from 1. `accepted_by` and `disputed_by` list viewers, with commas: a worldview is a
/// filter on them.
///
/// Promised at every zoom, in every tile and its buffer, after rounding to tile units:
///
/// 1. Neighbours share every vertex: no overlap, and no gap but where nobody holds the ground. Lines run along the
///    very same vertices, and so do the levels. Water that is open to the sea in the coverage is no hole within a tile
///    though its mouth is narrower than a tile unit: it is kept open, or given to a neighbour (`Pockets`).
/// 2. Every polygon is valid.
/// 3. No division is lost: one whose area rounding has crushed is a POINT with the same attributes in `divisions`, and
///    so is contested ground in `disputes`.
/// 4. No line is off its true place by more than `tolerance` and half a tile unit each way, but for coasts at such mouths.
/// 5. The same contents give the same bytes, whatever the number of processors.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/base/progress.hpp"
#include "gis/hazards/hazard.hpp"
#include "gis/names/place.hpp"
#include "gis/territory/territory.hpp"
#include "tiles/archive/archive_writer.hpp"
#include "tiles/vector/disputes.hpp"
#include "tiles/vector/site.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace merestone {

/// Values of divisions of one level, to be drawn in classes.
struct TileTheme {
  std::string name;  ///< of its attribute: "cremation_rate"
  Level level = 0;
  struct Value {
    DivisionId division;
    double value = 0;
    int in_class = 0;  ///< from 1
  };
  std::vector<Value> values;
};

/// What is drawn. Everything is borrowed; levels are those of `views`.
struct TileContents {
  const Territory& territory;
  const DivisionRegister& divisions;
  std::span<const LevelView> views;
  std::span<const BoundaryLine> lines{};
  std::span<const NamedPlace> places{};
  std::span<const HazardZone> hazards{};
  std::span<const TileSite> sites{};
  std::span<const TileClaim> claims{};      ///< drawn where `territory` draws their stretch: all, if it is neutral
  std::span<const TileDispute> disputes{};  ///< how to call those in `claims`
  std::span<const TileMonument> monuments{};
  std::span<const TileTheme> themes{};
};

struct TileOptions {
  int min_zoom = 0;
  int max_zoom = 14;
  /// Tiles of the last zoom, which maps also enlarge, are 2^detail units wide, those of the others 2^lower_detail.
  int detail = 11;
  int lower_detail = 10;
  // Pixels: of tiles drawn 512 pixels wide.
  double buffer_px = 4;             ///< that each tile shows of its neighbours
  double tolerance_px = 0.125;      ///< that a line may be off its true place at the last zoom, before rounding
  double lower_tolerance_px = 0.75; ///< the same at the others
  /// Lines of a level come in where its middling division is this wide; those of the finest level later, since they
  /// make nearly half of a tile.
  double lines_from_px = 16;
  double finest_lines_from_px = 40;
  /// Divisions have all attributes from where the middling one of their level is this wide, below level and code.
  double names_from_px = 2.5;
  double labels_from_px = 32; ///< a label comes in where the circle around it inside its division is this wide
  unsigned threads = 0;    ///< 1: on the calling thread only; else all processors
};

struct TileReport {
  struct Zoom {
    int zoom = 0;
    std::uint64_t tiles = 0;
    std::uint64_t bytes = 0;
    std::uint64_t largest = 0;           ///< bytes of the largest tile
    std::uint64_t divisions_as_points = 0;
  };
  std::vector<Zoom> zooms;
  std::vector<Finding> findings;  ///< tiles.zone_left_out, tiles.claim_left_out
};

/// Makes all tiles that show anything and gives them to `archive` in order; `finish` is left to the caller,
/// with `facts_of`. @throws Error{Fault::invalid} for options out of range or border lines that cross.
TileReport make_tiles(const TileContents& contents, const TileOptions& options, ArchiveWriter& archive,
                      const Progress& progress = {});

struct MadeTile {
  TileAddress address;
  std::string bytes;  ///< gzipped; empty: nothing shows there
};

/// The same tiles, only those asked for: what an archive needs when a line has changed.
std::vector<MadeTile> make_tiles_at(const TileContents& contents, const TileOptions& options,
                                    std::span<const TileAddress> addresses);

/// The same tiles, one at a time as somebody asks for them: a zoom is cut when its first tile is asked for. Thread-safe.
/// What the contents borrow must live as long.
class LiveTiles {
 public:
  /// @throws as make_tiles() does.
  LiveTiles(const TileContents& contents, const TileOptions& options);
  ~LiveTiles();
  LiveTiles(const LiveTiles&) = delete;
  LiveTiles& operator=(const LiveTiles&) = delete;

  std::string tile(TileAddress address) const;  ///< gzipped; empty: nothing shows there

 private:
  class Zooms;
  std::unique_ptr<Zooms> zooms_;
};

/// Layers, fields, zooms and bounds of the archive that `make_tiles` makes.
ArchiveFacts facts_of(const TileContents& contents, const TileOptions& options);

}  // namespace merestone
