// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_tables.hpp"
#include "cli/command/demo_sample.hpp"
#include "data/office/project.hpp"

#include <fmt/core.h>

namespace merestone {

void record_demo_burial_cases(const DemoSample& sample, const Shared& shared) {
  const DemoStep step{"burial-case import burial_acts.csv"};
  auto project = Project::open(sample.project, Access::write);
  const BurialTables tables{sample.folder + "/burial_acts.csv", sample.folder + "/burial_photos.csv", sample.folder + "/burial_persons.csv"};
  const PlayedTables played = play_burial_tables(project, shared.author, tables, {"enforcement"});
  step.done(fmt::format("{} cases, {} acts, {} graves kept", played.cases, played.acts, played.kept));
}

}  // namespace merestone
