// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/intake.hpp"
#include "cli/command/number_of.hpp"
#include "cli/command/shared.hpp"
#include "cli/words/json.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/coverage_findings.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct Options {
  IntakeRequest request;
  std::string kind;
  std::string valid_from, counted;
  std::vector<std::string> columns;
  bool list = false;
};

const std::map<std::string, IntakeKind> kinds{{"divisions", IntakeKind::divisions},
                                              {"history", IntakeKind::history},
                                              {"places", IntakeKind::places},
                                              {"hazards", IntakeKind::hazards},
                                              {"cemeteries", IntakeKind::cemeteries},
                                              {"graves", IntakeKind::graves},
                                              {"land", IntakeKind::land},
                                              {"population", IntakeKind::population},
                                              {"elevation", IntakeKind::elevation}};

std::string counted(std::size_t count, IntakeKind kind) {
  const auto of = [&](const char* one, const char* many) { return number_of(count, one, many); };
  switch (kind) {
    case IntakeKind::divisions: return of("division", "divisions");
    case IntakeKind::history: return of("dated state", "dated states");
    case IntakeKind::places: return of("place", "places");
    case IntakeKind::hazards: return of("hazard zone", "hazard zones");
    case IntakeKind::population: return of("count of people", "counts of people");
    case IntakeKind::elevation: return of("height", "heights");
    case IntakeKind::graves: return of("grave", "graves");
    case IntakeKind::land: return of("feature of the land", "features of the land");
    case IntakeKind::cemeteries: break;
  }
  return of("burial facility", "burial facilities");
}

Error usage(const std::string& what) {
  return Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "import "}}}}};
}

nlohmann::ordered_json json_of(const IntakeResult& result, const std::string& file) {
  auto columns = nlohmann::ordered_json::object();
  for (const auto& [field, column] : result.detected.columns) columns[field] = column;
  return {{"file", file}, {"format", result.detected.format}, {"layer", result.detected.layer},
          {"encoding", result.detected.encoding}, {"crs", result.detected.crs}, {"columns", columns},
          {"records", result.records}, {"same", result.same}, {"moved", result.moved}, {"furthest_m", result.furthest_m},
          {"revision", result.revision}, {"findings", to_json(result.findings)}};
}

void tell(const IntakeResult& result, const Options& options, const Shared& shared) {
  const auto& detected = result.detected;
  fmt::print("Read {}: {}, {}{}{}\n", options.request.file, detected.format, number_of(result.records, "record", "records"),
             detected.crs.empty() ? "" : ", " + detected.crs, detected.encoding.empty() ? "" : ", " + detected.encoding);
  if (result.moved > 0) {
    fmt::print("  {} positions moved by up to {} m, as the tolerance allows\n", result.moved, fixed(result.furthest_m, 3));
  }
  std::fflush(stdout);
  print_findings(result.findings, shared.language);
  if (options.request.dry_run) {
    fmt::print("Nothing stands against adopting it; nothing was written (--dry-run).\n");
  } else if (result.revision == 0) {
    fmt::print("Nothing new: all of it was on record already.\n");
  } else {
    fmt::print("Adopted {} as revision {}{}.\n", counted(result.records - result.same, options.request.kind), result.revision,
               result.same > 0 ? fmt::format("; {} {} on record already", result.same, result.same == 1 ? "was" : "were") : "");
  }
}

void list_layers(const Options& options, const Shared& shared) {
  const auto file = describe_file(options.request.file, options.request.reading);
  auto layers = nlohmann::ordered_json::array();
  if (!shared.json) fmt::print("{}: {}\n", options.request.file, file.format);
  for (const auto& layer : file.layers) {
    if (!shared.json) {
      fmt::print("layer {} ({}{}{})\n", layer.name, number_of(layer.records, "record", "records"), layer.shape.empty() ? "" : ", " + layer.shape,
                 layer.crs.empty() ? "" : ", " + layer.crs);
      for (const auto& [name, type] : layer.columns) fmt::print("  {:<24} {}\n", name, type);
      continue;
    }
    auto columns = nlohmann::ordered_json::object();
    for (const auto& [name, type] : layer.columns) columns[name] = type;
    layers.push_back({{"name", layer.name}, {"shape", layer.shape}, {"crs", layer.crs}, {"records", layer.records},
                      {"columns", columns}});
  }
  if (shared.json) print_json({{"file", options.request.file}, {"format", file.format}, {"layers", layers}});
}

void run(Options& options, const Shared& shared) {
  auto& request = options.request;
  map_columns(request.reading, options.columns, "import ");
  if (options.list) return list_layers(options, shared);
  if (options.kind.empty()) throw usage("--as says what the file holds: divisions, history, places, hazards, cemeteries, graves, land, population or elevation");
  request.kind = kinds.at(options.kind);
  if (!options.valid_from.empty()) request.valid_from = parse_date(options.valid_from);
  if (request.kind == IntakeKind::divisions && options.valid_from.empty()) {
    throw usage("--valid-from says since which day these divisions exist, as in --valid-from 2018-01-01");
  }
  if (!options.counted.empty()) request.counted = parse_date(options.counted);
  request.author = shared.author;
  const auto result = take_in(shared.project, request, progress_bar(shared));
  end_progress();
  if (shared.json) return print_json(json_of(result, request.file));
  tell(result, options, shared);
}

}  // namespace

void add_import(Command& program, const Shared& shared) {
  auto* command = program.add_command("import", "Read a file, check it, then adopt it whole or refuse it whole");
  auto options = std::make_shared<Options>();
  auto& request = options->request;
  auto& reading = request.reading;
  std::vector<std::string> words;
  for (const auto& [word, kind] : kinds) words.push_back(word);

  command->add_option("FILE", request.file, "GeoPackage, Shapefile, GeoJSON, TopoJSON, FlatGeobuf or CSV; of heights GeoTIFF or ASCII grid")->required();
  command->add_option("--as", options->kind, "What the file holds")->one_of(words);
  command->add_flag("--dry-run", request.dry_run, "Read and check, write nothing");
  command->add_flag("--list", options->list, "Say what layers and columns the file has, and stop");

  const std::string in = "How the file is read";
  command->add_option("--layer", reading.layer, "Layer, where the file has several")->group(in);
  command->add_option("--map", options->columns, "Our field = their column, as in code=insee,name=nom")->delimiter(',')->group(in);
  command->add_option("--crs", reading.crs, "Coordinate system, as in EPSG:2154, over what the file says")->group(in);
  command->add_option("--encoding", reading.encoding, "Of the text, as in GB18030, over what the file says")->group(in);
  command->add_option("--datum-operation", reading.operation, "Parameters of your office, as in \"+proj=helmert +x=… +convention=position_vector\"")->group(in);
  command->add_option("--datum-accuracy", reading.operation_accuracy_m, "Metres, that came with them")->in_range(0.001, 1000.0)->group(in);
  command->add_flag("--accept-approximate-crs", reading.accept_approximate_crs, "Take an old datum without parameters as it comes")->group(in);
  command->add_flag("--trust-axes", reading.trust_axes, "Do not suspect swapped coordinates")->group(in);

  const std::string unsaid = "For records that do not say";
  command->add_option("--level", reading.level, "Level, 1 for the highest below the state")->in_range(1, 20)->group(unsaid);
  command->add_option("--kind", reading.kind, "Kind, as in commune")->group(unsaid);
  command->add_option("--name-language", reading.language, "Language of names, as in fr")->group(unsaid);
  command->add_option("--valid-from", options->valid_from, "Day since which they hold, YYYY-MM-DD")->group(unsaid);
  command->add_option("--code-system", request.code_system, "Of the codes, as in insee")->group(unsaid);

  command->add_flag("--update", request.update, "Graves and facilities on record get a further version")->group(unsaid);
  command->add_flag("--replace", request.replace, "Features of the land of the same classes end on the new ones' first day")->group(unsaid);

  command->add_option("--counted-on", options->counted, "Day that people were counted on, YYYY-MM-DD")->group(unsaid);

  const std::string heights = "Heights";
  command->add_option("--vertical-datum", request.heights.vertical_datum, "What heights count from, as in \"1985 National Height Datum\"")->group(heights);
  command->add_option("--surveyed-on", request.heights.day, "Day of the data")->group(heights);
  command->add_option("--height-accuracy", request.height_accuracy_m, "Standard deviation of a height, metres")
      ->not_negative()->group(heights);

  const std::string borders = "Borders";
  command->add_option("--tolerance", request.tolerance_m, "Bring together what is nearer than this many metres")
      ->in_range(0.0, 1000.0)->group(borders);
  command->add_option("--accept", request.accepted, "Faults that the office accepts, as in overlap,sliver")
      ->delimiter(',')->one_of(acceptable_faults())->group(borders);

  const std::string document = "The document it comes from";
  command->add_option("--reason", request.reason, "Why, for the audit")->group(document);
  command->add_option("--title", request.title, "Title; the file's name when not given")->group(document);
  command->add_option("--number", request.number, "Number of the decree or agreement")->group(document);
  command->add_option("--issuer", request.issuer, "Who issued it")->group(document);
  command->add_option("--licence", request.licence, "Under what licence")->group(document);

  command->footer(
      "Example:  merestone import communes.gpkg --as divisions --level 4 --kind commune \\\n"
      "            --map code=insee,name=nom --valid-from 2018-01-01 --licence \"Licence Ouverte 2.0\"");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
