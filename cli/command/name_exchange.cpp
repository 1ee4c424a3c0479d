// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "cli/command/number_of.hpp"
#include "cli/command/review_table.hpp"
#include "cli/command/search_index.hpp"
#include "cli/report/report_files.hpp"
#include "cli/words/json.hpp"
#include "data/exchange/linked_places.hpp"
#include "data/exchange/read_gazetteer.hpp"
#include "data/office/name_import.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <map>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct Importing : NameOptions {
  std::string file, format = "table", alternates, scheme, review, decisions;
  std::vector<std::string> columns;
  ReadOptions reading;
  MatchOptions matching;
  bool commit = false;
};

GazetteerDelivery read(Importing& options, const Project& project, const Shared& shared) {
  if (options.format == "geonames") return read_geonames(options.file, options.alternates);
  if (options.format == "gnis") return read_gnis(options.file);
  if (options.format == "linked-places" || (options.format == "table" && options.file.ends_with(".jsonld"))) return read_linked_places(options.file);
  for (const auto& pair : options.columns) {
    const auto at = pair.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == pair.size()) {
      const std::string what = "--map takes our field and their column, as in name=nom; not " + pair;
      throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "name import "}}}}};
    }
    options.reading.columns[pair.substr(0, at)] = pair.substr(at + 1);
  }
  return read_gazetteer(options.file, options.scheme.empty() ? names_pack(project).names.class_scheme : options.scheme, options.reading, progress_bar(shared));
}

/// Of one rule; the review table has them all.
constexpr std::size_t most_warnings = 50;

void import(Importing& options, const Shared& shared) {
  auto project = Project::open(shared.project, options.commit ? Access::write : Access::read);
  auto delivered = read(options, project, shared);
  end_progress();
  Unread unread;  // rows that a finding of the file names are not taken
  for (const Finding& f : delivered.findings) {
    if (f.severity != Severity::error) continue;
    std::string& words = unread[std::stoul("0" + f.subject.record)];
    words += (words.empty() ? "" : "; ") + sentence(f, shared.language);
  }
  std::erase_if(delivered.places, [&](const DeliveredPlace& p) { return unread.contains(p.record); });
  const auto names = NameSearch::open(project, index_file(shared.project), today());
  const auto review = review_names(project, std::move(delivered.places), options.matching, &names);
  if (!options.review.empty()) write_whole(options.review, review_table(review, unread, shared.language));
  Committed done;
  if (options.commit) {
    ActInfo info = options.info(shared, "import of names");
    if (info.document.title.empty()) info.document = delivered.source;
    done = commit_names(project, info, review, decisions_in(options.decisions), options.carry());
  }
  auto findings = delivered.findings;
  std::map<std::string, std::size_t> warnings;
  for (const ReviewRow& row : review.rows) {
    for (const Finding& f : row.findings) {
      if (f.rule == "name.no_source") continue;  // the document of the act becomes the source
      if (f.severity == Severity::error || ++warnings[f.rule] <= most_warnings) findings.push_back(f);
    }
  }
  const auto count = [&](MatchVerdict verdict) { return review.count(verdict); };
  if (shared.json) {
    return print_json({{"file", options.file}, {"new", count(MatchVerdict::fresh)}, {"same", count(MatchVerdict::same)}, {"changed", count(MatchVerdict::changed)},
                       {"conflict", count(MatchVerdict::conflict)}, {"refused", review.refused() + unread.size()}, {"added", done.added}, {"extended", done.changed},
                       {"left", done.left}, {"revision", done.revision}, {"findings", to_json(findings)}});
  }
  const auto number = [](std::size_t n) { return std::to_string(n); };
  fmt::print("{}\n", told("told.reviewed", shared.language, {{"path", options.file}, {"new", number(count(MatchVerdict::fresh))}, {"same", number(count(MatchVerdict::same))},
                                                             {"changed", number(count(MatchVerdict::changed))}, {"conflict", number(count(MatchVerdict::conflict))},
                                                             {"refused", number(review.refused() + unread.size())}}));
  const std::string revision = revision_words(done.revision, shared.language);
  if (!options.commit) fmt::print("{}\n", told("told.only_reviewed", shared.language));
  else if (shared.language == Language::chinese) fmt::print("{}\n", told("told.imported", shared.language, {{"added", number(done.added)}, {"changed", number(done.changed)}, {"left", number(done.left)}, {"revision", revision}}));
  else fmt::print("{} added, {} extended, {} left: {}\n", number_of(done.added, "place", "places"), done.changed, number_of(done.left, "row", "rows"), revision);
  std::fflush(stdout);
  print_findings(findings, shared.language);
}

}  // namespace

void add_name_exchange(Command& name, const Shared& shared) {
  auto options = std::make_shared<Importing>();
  auto* command = name.add_command("import", "Hold a file of names against the record; write by your word alone");
  command->add_option("FILE", options->file, "CSV, GeoPackage, Shapefile, GeoJSON, FlatGeobuf; or a dump, see --format")->required();
  command->add_option("--format", options->format, "Of the file")->one_of({"table", "geonames", "gnis", "linked-places"})->shows_default();
  command->add_option("--alternate-names", options->alternates, "alternateNamesV2 of GeoNames");
  command->add_option("--scheme", options->scheme, "Of the classes in a table; that of the pack when not given");
  command->add_option("--map", options->columns, "Our field = their column, as in name=nom,id=insee")->delimiter(',');
  command->add_option("--encoding", options->reading.encoding, "Of the text, as in GB18030");
  command->add_option("--crs", options->reading.crs, "Coordinate system, as in EPSG:4490");
  command->add_option("--layer", options->reading.layer, "Layer, where the file has several");
  command->add_option("--name-language", options->reading.language, "For names that do not say, BCP 47");
  command->add_option("--near", options->matching.near_m, "Metres within which places of one name may be one")->in_range(0.0, 1e6)->shows_default();
  command->add_option("--moved", options->matching.moved_m, "Metres from which a position contradicts the record")->in_range(0.0, 1e6)->shows_default();
  command->add_option("--review", options->review, "Write the review table here, CSV");
  command->add_option("--decisions", options->decisions, "A review table with new, take or skip in its third column");
  command->add_flag("--commit", options->commit, "Your word: new and changed rows, and decided conflicts, go on record");
  add_name_options(*command, *options);
  command->callback([&shared, options] { import(*options, shared); });

  struct Undoing : NameOptions {
    Revision revision = 0;
  };
  auto undoing = std::make_shared<Undoing>();
  command = name.add_command("undo", "Take a whole batch of names off the record again");
  command->add_option("REVISION", undoing->revision, "Of the import")->required();
  add_name_options(*command, *undoing);
  command->callback([&shared, undoing] {
    auto project = Project::open(shared.project, Access::write);
    tell_recorded(shared, {"told.undid", {{"revision", std::to_string(undoing->revision)}}}, {undo_names(project, undoing->info(shared, "undo"), undoing->revision), {}});
  });
}

}  // namespace merestone
