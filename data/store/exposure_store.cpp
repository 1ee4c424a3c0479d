// SPDX-License-Identifier: Apache-2.0
#include "data/store/exposure_store.hpp"

#include "data/store/statement.hpp"

namespace merestone {

std::vector<ExposureRun> read_exposure_runs(Connection& connection, Revision revision) {
  std::vector<ExposureRun> runs;
  const Value parameters[] = {revision};
  connection.query(statement("exposure_run_list", connection.engine()), parameters, [&](const Row& row) {
    runs.push_back({row.integer(0), std::string{row.text(1)}, parse_date(row.text(2)), row.integer(3), std::string{row.text(4)},
                    std::string{row.text(5)}, std::string{row.text(6)}, std::string{row.text(7)}, std::string{row.text(8)},
                    std::string{row.text(9)}});
  });
  return runs;
}

std::int64_t add_exposure_run(FactWriter& writer, const ExposureRun& run) {
  const std::int64_t number = writer.next("exposure_run");
  auto rows = writer.rows("exposure_run");
  rows.add({number, writer.revision(), run.title, to_string(run.day), run.known, run.parameters, run.inputs, run.results, run.digest});
  rows.finish();
  return number;
}

}  // namespace merestone
