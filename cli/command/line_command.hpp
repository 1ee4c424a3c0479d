// SPDX-License-Identifier: Apache-2.0
/// What the commands on lines, monuments and inspections share.
#pragma once

#include "cli/command/command.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "data/exchange/reading_lines.hpp"
#include "data/office/attempt.hpp"

#include <memory>

namespace merestone {

/// A table that is taken in: checked whole, then written or not at all.
struct TableOptions {
  std::string file;
  std::string reason;
  bool dry_run = false;
  ReadOptions reading;
};
void add_table_options(Command& command, TableOptions& options, bool positions);

ActInfo act_of(const TableOptions& options, const Shared& shared, Document source);
void refuse_wrong(const Delivery& delivery, const TableOptions& options);
/// What became of it: "Recorded 3 monuments as revision 7."
void tell_outcome(const Delivery& delivery, const ActOutcome& outcome, const TableOptions& options, ToldNoun what,
                  std::size_t count, const Shared& shared);

/// Reads a table on today's desk, refuses what is wrong in it, acts, and tells. A table that is refused unread is in the log
/// of attempts under the name of the act.
template <class Read, class Act, class Count>
void take_table(TableOptions& options, const Shared& shared, const char* act_name, ToldNoun what, const Read& read, const Act& act,
                const Count& count) {
  auto project = Project::open(shared.project, Access::write);
  if (options.dry_run) project.connection().only_try();
  const LineDesk desk = line_desk(project, {today()});
  if (options.reading.extent.empty()) options.reading.extent = project.extent({today()});
  const ActInfo reading{shared.author, options.reason.empty() ? options.file : options.reason, {}, {}};
  auto delivery = attempted(project, act_name, reading, [&] {
    auto found = read(options.file, options.reading, desk);
    refuse_wrong(found, options);
    return found;
  });
  ActOutcome outcome = act(project, act_of(options, shared, delivery.source), delivery);
  if (options.dry_run) outcome.revision = 0;
  tell_outcome(delivery, outcome, options, what, count(delivery), shared);
}

/// Lines of a file for an act; one that is refused unread is in the log of attempts. @throws Error invalid with the findings.
FeatureDelivery read_path_file(Project& project, const char* act_name, const Shared& shared, const std::string& file, const ReadOptions& reading);

/// What is wrong in an option of `command`, such as "line".
Error wrong_option(const std::string& command, const std::string& what);

/// What the packs of the project say of the numbers of monuments, else what the office gives with --template.
NumberForms number_forms(const Project& project, const std::string& given);

/// Options of sheets on paper.
struct SheetOptions {
  std::string on, out = ".", language = "en";
  std::vector<std::string> formats{"html", "pdf"};
};
void add_sheet_options(Command& command, SheetOptions& options);
/// "line-5253" in the folder of `options`, which is made; what is no letter or digit does not become a path.
std::string sheet_stem(const SheetOptions& options, const std::string& name);
void tell_files(const std::vector<std::string>& paths, const Shared& shared);

}  // namespace merestone
