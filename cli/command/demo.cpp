// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/draw_tiles.hpp"
#include "cli/command/hand_out.hpp"
#include "cli/command/intake.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/write_reports.hpp"
#include "cli/service/service.hpp"
#include "data/office/project.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/lookup.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace merestone {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string folder = "demo";
  std::string sample;
  unsigned short port = 8080;
  bool no_serve = false;
  bool fresh = false;
};

struct SampleFile {
  const char* name;
  IntakeKind kind;
  const char* issuer;
  const char* licence;
};

constexpr SampleFile sample_files[] = {
    {"units.csv", IntakeKind::divisions, "INSEE, Code officiel géographique", "Licence Ouverte 2.0"},
    {"communes.geojson", IntakeKind::divisions, "IGN, Admin Express COG 2018", "Licence Ouverte 2.0"},
    {"history.csv", IntakeKind::history, "INSEE, Code officiel géographique", "Licence Ouverte 2.0"},
    {"places.csv", IntakeKind::places, "GeoNames", "CC BY 4.0"},
    {"hazards.geojson", IntakeKind::hazards, "Merestone sample, generated for demonstration", "Apache-2.0"},
    {"cemeteries.csv", IntakeKind::cemeteries, "Merestone sample, generated for demonstration", "Apache-2.0"},
};

/// What the demo makes in its folder, and all it ever replaces there.
struct Paths {
  std::string project, tiles, reports, divisions, everything;
  explicit Paths(const std::string& folder)
      : project{folder + "/maine-et-loire.sqlite"}, tiles{folder + "/maine-et-loire.pmtiles"}, reports{folder + "/reports"},
        divisions{folder + "/communes.geojson"}, everything{folder + "/maine-et-loire.gpkg"} {}
};

/// The shipped sample: installed beside the program, or in the source tree that it was built in.
std::string find_sample(const std::string& given) {
  const auto here = fs::read_symlink("/proc/self/exe").parent_path();
  for (const auto& place : {fs::path{given}, here / "../share/merestone/sample/maine-et-loire",
                            here / "../../../data/sample/maine-et-loire"}) {
    if (!place.empty() && fs::exists(place / "communes.geojson")) return fs::weakly_canonical(place).string();
    if (!given.empty()) break;
  }
  const auto looked = given.empty() ? fs::weakly_canonical(here / "../../../data/sample/maine-et-loire").string() : given;
  throw Error{Fault::missing, "no sample at " + looked, {{.rule = "cli.no_sample", .facts = {{"folder", looked}}}}};
}

/// Times a step and says what came of it.
class Step {
 public:
  explicit Step(std::string words) : words_{std::move(words)} {}
  void done(const std::string& result) const {
    end_progress();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start_;
    fmt::print("  {:<28} {:>7} s   {}\n", words_, fixed(took.count(), 2), result);
    std::fflush(stdout);
  }

 private:
  std::string words_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void make_project(const Paths& paths, const std::string& sample, const Shared& shared) {
  // Made under another name: a demo that was stopped half way begins anew instead of going on with half a project.
  const auto aside = paths.project + ".part";
  for (const char* end : {"", "-journal"}) fs::remove(aside + end);
  Project::create(aside, "Maine-et-Loire (demonstration)", shared.author);
  for (const auto& file : sample_files) {
    const Step step{std::string{"import "} + file.name};
    IntakeRequest request{.file = sample + "/" + file.name, .kind = file.kind, .reading = {}, .valid_from = parse_date("2018-01-01"),
                          .code_system = "insee", .author = shared.author, .reason = "demonstration"};
    request.reading.language = "fr";
    request.issuer = file.issuer;
    request.licence = file.licence;
    const auto result = take_in(aside, request, progress_bar(shared));
    const auto warnings = std::ranges::count(result.findings, Severity::warning, &Finding::severity);
    step.done(fmt::format("{} records{}", result.records, warnings == 0 ? "" : warnings == 1 ? ", 1 warning" : fmt::format(", {} warnings", warnings)));
  }
  fs::rename(aside, paths.project);
}

void draw(const Paths& paths, const AsOf& as_of, const Shared& shared) {
  const Step step{"tiles z0-14"};
  const auto project = Project::open(paths.project);
  const auto drawn = draw_tiles(project, as_of, paths.tiles, {}, progress_bar(shared));
  std::uint64_t count = 0;
  for (const auto& zoom : drawn.report.zooms) count += zoom.tiles;
  step.done(fmt::format("{} tiles, {} KB", count, fs::file_size(paths.tiles) / 1000));
}

void report(const Paths& paths, const AsOf& as_of) {
  const auto project = Project::open(paths.project);
  const auto facts = project.division_facts();
  const DivisionRegister divisions{facts, as_of.day};
  make_folder(paths.reports);
  for (const char* code : {"49", "49007"}) {
    for (const char* language : {"en", "zh"}) {
      const Step step{fmt::format("report {} ({})", code, language)};
      ReportOrder order{.division = division_with_code(divisions, facts, code, as_of.day).id, .as_of = as_of, .language = language, .stem = {}};
      order.stem = fmt::format("{}/{}-{}", paths.reports, code, language);
      write_reports(project, order);
      step.done("HTML, PDF");
    }
  }
}

void export_files(const Paths& paths, const AsOf& as_of, const Shared& shared) {
  const auto project = Project::open(paths.project);
  const Step all{"export GeoPackage"};
  const auto done = hand_out(project, {.path = paths.everything, .layers = {}, .as_of = as_of, .overwrite = true}, progress_bar(shared));
  all.done(fmt::format("{} layers", done.layers.size()));
  const Step one{"export GeoJSON"};
  const auto communes = hand_out(project, {.path = paths.divisions, .layers = {"divisions"}, .level = 4, .as_of = as_of, .overwrite = true},
                                 progress_bar(shared));
  one.done(fmt::format("{} communes", communes.layers.front().second));
}

void tell_where(const Paths& paths) {
  fmt::print("\nEverything is here:\n"
             "  project   {}   (SpatiaLite; opens in QGIS)\n"
             "  tiles     {}\n"
             "  reports   {}/*.html, *.pdf\n"
             "  exports   {}, {}\n"
             "Hazard zones and cemeteries are generated for demonstration; the rest is real (see data/sample/README.md).\n\n"
             "Try:  merestone -p {} at -0.552 47.4716\n"
             "      merestone -p {} info 49377 --on 2018-12-31\n\n",
             paths.project, paths.tiles, paths.reports, paths.divisions, paths.everything, paths.project, paths.project);
  std::fflush(stdout);
}

void run(const Options& options, const Shared& shared) {
  make_folder(options.folder);
  const Paths paths{fs::absolute(options.folder).lexically_normal().string()};
  const AsOf as_of{today()};
  if (options.fresh || !fs::exists(paths.project)) {
    fmt::print("Making the demonstration\n");
    make_project(paths, find_sample(options.sample), shared);
    draw(paths, as_of, shared);
    report(paths, as_of);
    export_files(paths, as_of, shared);
  } else {
    fmt::print("The demonstration is there already (--fresh makes it anew)\n");
    if (!fs::exists(paths.tiles)) draw(paths, as_of, shared);
  }
  tell_where(paths);
  if (options.no_serve) return;
  ServiceOptions service{.project = paths.project, .tiles_path = paths.tiles, .port = options.port, .on = as_of.day};
  service.ready = [](const std::string& url) {
    fmt::print("The map is at {} (Ctrl-C ends it)\n", url);
    std::fflush(stdout);
  };
  serve(service);
}

}  // namespace

void add_demo(CLI::App& program, const Shared& shared) {
  auto* command = program.add_subcommand("demo", "Do the whole job on the shipped sample, and show the map");
  auto options = std::make_shared<Options>();
  command->add_option("FOLDER", options->folder, "Where everything is made")->capture_default_str();
  command->add_option("--sample", options->sample, "Folder of the sample, where it does not stand beside the program");
  command->add_option("--port", options->port, "Port of the map; 0 takes any free one")->capture_default_str();
  command->add_flag("--no-serve", options->no_serve, "Make everything, then end");
  command->add_flag("--fresh", options->fresh, "Make everything anew");
  command->footer("Example:  merestone demo anjou --port 8080");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
