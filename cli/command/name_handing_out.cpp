// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "cli/command/number_of.hpp"
#include "cli/words/json.hpp"
#include "data/exchange/inspire_names.hpp"
#include "data/exchange/linked_places.hpp"
#include "data/exchange/names_layer.hpp"
#include "data/exchange/write_text.hpp"
#include "data/exchange/writing.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

struct Exporting {
  std::string file, on, format = "by-name", base = "place/", name_space = "MERESTONE.GN";
  bool all = false, overwrite = false;
};

std::string format_of(const Exporting& options) {
  if (options.format != "by-name") return options.format;
  if (options.file.ends_with(".jsonld")) return "linked-places";
  return options.file.ends_with(".gml") || options.file.ends_with(".xml") ? "inspire" : "table";
}

std::size_t write_table(const Exporting& options, const NamesHandedOut& names, Date day, std::vector<Finding>& findings) {
  DivisionCodes codes;
  for (const auto& [id, division] : names.divisions) codes[id] = division.code;
  auto layer = names_layer(names.places, options.all ? std::nullopt : std::optional{day}, codes);
  if (options.file.ends_with(".csv")) defuse_formulas(layer);
  const auto rows = layer.rows();
  std::vector<ExportLayer> layers;
  layers.push_back(std::move(layer));
  auto written = write_layers(options.file, layers, {.overwrite = options.overwrite, .worker = {}});
  std::ranges::move(written, std::back_inserter(findings));
  return rows;
}

void hand_out_names(const Exporting& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(options.on);
  NamesHandedOut names = names_to_hand_out(project, day);
  std::vector<Finding> findings = names.findings;
  const std::string format = format_of(options);
  std::size_t count = 0;
  if (format == "table") {
    count = write_table(options, names, day, findings);
  } else {
    if (!options.all) {
      std::erase_if(names.places, [&](const PlaceRecord& place) { return place.name_on(day) == nullptr; });
    }
    for (const PlaceRecord& place : names.places) count += place.names.size();
    const std::string text = format == "inspire" ? to_inspire_names(names, {options.name_space, day}, findings) : to_linked_places(names, options.base);
    write_text(options.file, text, options.overwrite);
  }
  if (shared.json) return print_json({{"file", options.file}, {"format", format}, {"names", count}, {"findings", to_json(findings)}});
  fmt::print("Wrote {} to {}.\n", number_of(count, "name", "names"), options.file);
  std::fflush(stdout);
  print_findings(findings, shared.language);
}

}  // namespace

void add_name_handing_out(Command& name, const Shared& shared) {
  auto options = std::make_shared<Exporting>();
  auto* command = name.add_command("export", "Write names to a file, each with its place");
  command->add_option("FILE", options->file, ".csv, .gpkg, .geojson, .shp, .fgb; .jsonld for Linked Places, .gml for INSPIRE")->required();
  command->add_option("--format", options->format, "Where the file's name does not tell")->one_of({"by-name", "table", "linked-places", "inspire"})->shows_default();
  command->add_option("--on", options->on, "Names of this day; today when not given");
  command->add_flag("--all", options->all, "Names of all days");
  command->add_option("--base", options->base, "Linked Places: what stands before the number of a place, as in https://names.example/place/")->shows_default();
  command->add_option("--namespace", options->name_space, "INSPIRE: of the identifiers")->shows_default();
  command->add_flag("--overwrite", options->overwrite, "Replace a file that is there");
  command->callback([&shared, options] { hand_out_names(*options, shared); });
}

}  // namespace merestone
