// SPDX-License-Identifier: Apache-2.0
/// Boundaries as the law knows them: stretches of line on the ground, and documents that say whose land
/// lies on each side of them (Regulations on Administrative Boundaries 2002; ISO 19152 LA_BoundaryFaceString).
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/divisions/division.hpp"
#include "gis/geometry/edge_kind.hpp"
#include "gis/geometry/position.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// What a document is, enough to cite it.
struct Document {
  DocumentId id;
  std::string kind;    ///< "coverage", "agreement", "decree", "register"
  std::string title;
  std::string number;  ///< 国函〔2018〕185号; empty when it has none
  std::string issuer;
  std::optional<Date> issued;
  std::string licence;
  std::string sha256;  ///< of the file delivered, hexadecimal; empty when there is none
};

/// Boundary between two nodes. It owns the geometry, alone: every polygon is a face of the stretches' mesh.
struct Stretch {
  StretchId id;
  Polyline path;  ///< at least two positions; a closed one repeats its first
  EdgeKind edges = EdgeKind::lonlat;
  std::string carrier;    ///< what it follows: "river", "ridge", "road"; empty when not known
  double accuracy_m = 0;  ///< standard deviation of its position; 0 when not known
};

/// What one document says of one stretch, walking it from first to last position.
/// A side without id lies outside all divisions on record (sea, another country).
struct Delimitation {
  DelimitationId id;
  StretchId stretch;
  DivisionId left;
  DivisionId right;
  std::optional<ClaimId> claim;  ///< empty where nobody disputes it
  DocumentId document{};
  Period valid{};
};

/// One party's version of the lines in a dispute. The one without claimant is the situation on the ground.
struct Claim {
  ClaimId id;
  DisputeId dispute;
  std::optional<DivisionId> claimant;
  std::string title;
};

/// A viewer accepts a claim: what it draws in that dispute (a worldview).
struct Acceptance {
  std::string viewer;  ///< ISO 3166 code or the viewer's own word
  DisputeId dispute;
  ClaimId claim;
};

/// What the law names: the line between two divisions of one level, along stretches in order.
struct BoundaryLine {
  BoundaryLineId id;
  std::string name;  ///< "鄂湘线"; empty when it has none
  DivisionId left;
  DivisionId right;
  Level level = 0;   ///< highest level that it divides
  struct Part {
    StretchId stretch;
    bool forward = true;
  };
  std::vector<Part> parts;  ///< from its start to its end; may be several pieces
  Period valid{};
};

/// Everything about ground that held on one day, as recorded up to one revision.
struct Snapshot {
  std::vector<Stretch> stretches;
  std::vector<Delimitation> delimitations;
  std::vector<Claim> claims;
  std::vector<Acceptance> acceptances;
};

}  // namespace merestone
