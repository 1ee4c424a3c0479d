// SPDX-License-Identifier: Apache-2.0
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/changes.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/change_store.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/overlay/pairs.hpp"
#include "gis/territory/territory.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr Wide square_metre = 1'000'000'000'000;

/// Of the ground of `use`, what the holder does not hold on its first day.
Wide beyond_holder_um2(const Project& project, const GroundUse& use, Revision known) {
  const AsOf then{use.valid.from, known};
  const Territory ground = derive(project.snapshot(then), StatusQuo{});
  const DivisionRegister divisions = project.divisions(then);
  const auto is_held = [&](UnitIndex unit) {
    if (unit == nobody) return false;
    return std::ranges::any_of(ground.holders[unit], [&](DivisionId finest) {
      const auto chain = divisions.chain(finest);
      return std::ranges::any_of(chain, [&](const DivisionState* state) { return state->id == use.holder; });
    });
  };
  Wide beyond = 0;
  const MultiPolygon* zones[] = {&use.shape};
  for (const PairGround& pair : zone_unit_ground(CoverageIndex{ground.mesh}, zones)) {
    if (!is_held(pair.unit)) beyond += pair.area_um2;
  }
  return beyond;
}

}  // namespace

Revision record_ground_uses(Project& project, const ActInfo& info, std::vector<GroundUse> uses) {
  return attempted(project, "ground.use", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "ground.use", info.author, info.reason};
    std::vector<Finding> findings;
    for (const GroundUse& use : uses) {
      append(findings, check_use(use, !info.document.title.empty()));
      const Wide beyond = use.shape.empty() ? 0 : beyond_holder_um2(project, use, act.before());
      if (beyond <= square_metre) continue;  // borders are known to less than that
      findings.push_back({"use.foreign_ground", Severity::error, {{}, use.title, "shape"}, {},
                          {{"title", use.title}, {"area_m2", fixed(square_metres(beyond), 1)}, {"day", to_string(use.valid.from)}}});
    }
    refuse_errors(findings, "the use of ground was not recorded");
    const DocumentId document = act.add(info.document);
    for (GroundUse& use : uses) {
      use.document = document;
      add_ground_use(act.writer(), use);
    }
    const Revision revision = act.close();
    transaction.commit();
    return revision;
  });
}

}  // namespace merestone
