// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/demo_sample.hpp"
#include "cli/command/draw_tiles.hpp"
#include "cli/command/hand_out.hpp"
#include "cli/command/intake.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/write_reports.hpp"
#include "cli/service/service.hpp"
#include "data/office/changes.hpp"
#include "data/office/project.hpp"
#include "data/packs/change_document.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <thread>
#include <vector>

namespace merestone {

void DemoStep::done(const std::string& result) const {
  end_progress();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start_;
  fmt::print("  {:<30} {:>6} s   {}\n", words_, fixed(took.count(), 2), result);
  std::fflush(stdout);
}

std::string counted(std::size_t count, Noun what, const std::vector<Finding>& findings) {
  const auto warnings = std::ranges::count(findings, Severity::warning, &Finding::severity);
  return fmt::format("{}{}", number_of(count, what), warnings == 0 ? "" : ", " + number_of(static_cast<std::size_t>(warnings), "warning", "warnings"));
}

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
  const char* vertical_datum = "";  ///< of heights
};

constexpr const char* invented = "Merestone sample, invented for demonstration";
constexpr const char* generated = "Merestone sample, generated for demonstration";

constexpr SampleFile anjou_files[] = {
    {"units.csv", IntakeKind::divisions, "INSEE, Code officiel géographique", "Licence Ouverte 2.0"},
    {"communes.geojson", IntakeKind::divisions, "IGN, Admin Express COG 2018", "Licence Ouverte 2.0"},
    {"history.csv", IntakeKind::history, "INSEE, Code officiel géographique", "Licence Ouverte 2.0"},
    {"places.csv", IntakeKind::places, "GeoNames", "CC BY 4.0"},
    {"hazards.geojson", IntakeKind::hazards, generated, "Apache-2.0"},
    {"cemeteries.csv", IntakeKind::cemeteries, generated, "Apache-2.0"},
};
constexpr SampleFile lanze_files[] = {
    {"units.csv", IntakeKind::divisions, invented, "CC0-1.0"},
    {"townships-2001.geojson", IntakeKind::divisions, invented, "CC0-1.0"},
    {"places.csv", IntakeKind::places, invented, "CC0-1.0"},
    {"villages.csv", IntakeKind::population, invented, "CC0-1.0"},
    {"dem.tif", IntakeKind::elevation, invented, "CC0-1.0", "1985 National Height Datum"},
    {"hazards.geojson", IntakeKind::hazards, invented, "CC0-1.0"},
    {"cemeteries.csv", IntakeKind::cemeteries, invented, "CC0-1.0"},
};

/// One of the shipped samples and what the demo does with it.
struct Sample {
  const char* name;  ///< of its folder and its project
  const char* title;
  std::span<const SampleFile> files;
  const char* valid_from;  ///< of its coverage
  const char* code_system;
  const char* language;
  std::vector<const char*> packs;  ///< of the program, or folders beside the sample
  std::vector<const char*> reported;  ///< codes of divisions
  std::vector<const char*> report_languages;
  bool has_records = false;  ///< of lines, monuments, inspections and disputes
};

const Sample anjou{"maine-et-loire", "Maine-et-Loire (demonstration)", anjou_files, "2018-01-01", "insee", "fr", {}, {"49", "49007"}, {"en", "zh"}};
const Sample lanze{"lanze", "岚泽市（示例，虚构）", lanze_files, "2001-01-01", "gb2260", "zh", {"cn", "lanze-law"}, {"990102"}, {"zh"}, true};

/// What the demo makes in its folder, and all it ever replaces there.
struct Paths {
  std::string project, tiles, reports, divisions, everything;
  Paths(const std::string& folder, const Sample& sample)
      : project{folder + "/" + sample.name + ".sqlite"}, tiles{folder + "/" + sample.name + ".pmtiles"}, reports{folder + "/reports"},
        divisions{folder + "/communes.geojson"}, everything{folder + "/" + sample.name + ".gpkg"} {}
};

/// The shipped samples: installed beside the program, or in the source tree that it was built in.
std::string find_samples(const std::string& given) {
  const auto here = fs::read_symlink("/proc/self/exe").parent_path();
  for (const auto& place : {fs::path{given}, here / "../share/merestone/sample", here / "../../../data/sample"}) {
    if (!place.empty() && fs::exists(place / anjou.name) && fs::exists(place / lanze.name)) return fs::weakly_canonical(place).string();
    if (!given.empty()) break;
  }
  const auto looked = given.empty() ? fs::weakly_canonical(here / "../../../data/sample").string() : given;
  throw Error{Fault::missing, "no sample at " + looked, {{.rule = "cli.no_sample", .facts = {{"folder", looked}}}}};
}

/// The changes of divisions that a folder has documents of, named by their days; none where there is no such folder.
std::vector<DemoAct> changes_in(const std::string& project_file, const std::string& folder, const Shared& shared) {
  if (!fs::exists(folder)) return {};
  std::vector<fs::path> files{fs::directory_iterator{folder}, {}};
  std::sort(files.begin(), files.end());
  std::vector<DemoAct> acts;
  for (const auto& file : files) {
    std::ifstream in{file, std::ios::binary};
    const auto document = read_change(file.string(), {std::istreambuf_iterator<char>{in}, {}});
    acts.push_back({file.stem().string(), [=, &shared] {
      const DemoStep step{"change " + file.stem().string()};
      auto project = Project::open(project_file, Access::write);
      const auto receipt = change_divisions(project, {shared.author, document.plan.title, document.document, {}}, document.plan, document.code_system);
      step.done(fmt::format("{}, {}", document.plan.title, counted(receipt.parts.size(), {"act", "acts"}, {})));
    }});
  }
  return acts;
}

void make_project(const Sample& sample, const Paths& paths, const std::string& samples, const Shared& shared) {
  // Made under another name: a demo that was stopped half way begins anew instead of going on with half a project.
  const auto aside = paths.project + ".part";
  for (const char* end : {"", "-journal", "-wal", "-shm"}) fs::remove(aside + end);
  std::vector<std::string> packs;
  for (const char* pack : sample.packs) {
    const std::string beside = fmt::format("{}/{}", samples, pack);
    packs.push_back(fs::is_directory(beside) ? beside : pack);
  }
  Project::create(aside, sample.title, shared.author, packs);
  for (const auto& file : sample.files) {
    const DemoStep step{std::string{"import "} + file.name};
    IntakeRequest request{.file = fmt::format("{}/{}/{}", samples, sample.name, file.name), .kind = file.kind, .reading = {},
                          .valid_from = parse_date(sample.valid_from), .code_system = sample.code_system, .author = shared.author,
                          .reason = "demonstration"};
    request.reading.language = sample.language;
    request.heights.vertical_datum = file.vertical_datum;
    request.issuer = file.issuer;
    request.licence = file.licence;
    const auto result = take_in(aside, request, progress_bar(shared));
    step.done(counted(result.records, file.kind == IntakeKind::elevation ? Noun{"height", "heights"} : Noun{"record", "records"}, result.findings));
  }
  const auto folder = fmt::format("{}/{}", samples, sample.name);
  const DemoSample at{aside, folder};
  if (sample.has_records) take_demo_classes(at, shared);
  auto acts = changes_in(aside, folder + "/changes", shared);
  if (sample.has_records) {
    acts.push_back({"2016-12-31", [&] { record_demo_lines(at, shared); }});
    for (auto& act : demo_disputes(at, shared)) acts.push_back(std::move(act));
    acts.push_back({"2025-01-01", [&] { record_demo_relief(at, shared); }});
    acts.push_back({"2026-01-15", [&] { record_demo_projects(at, shared); }});
    acts.push_back({"2025-11-17", [&] { record_demo_names(at, shared); }});
    acts.push_back({"2026-01-01", [&] { record_demo_burials(at, shared); }});
  }
  // What is done about the ground rests on what was done before it.
  std::ranges::stable_sort(acts, {}, &DemoAct::day);
  for (const auto& act : acts) act.act();
  fs::rename(aside, paths.project);
}

/// A sample with records has graves and contested ground, which the office alone sees in full.
Audience audience_of(const Sample& sample) { return sample.has_records ? Audience::office : Audience::everybody; }

void draw(const Sample& sample, const Paths& paths, const AsOf& as_of, const Shared& shared) {
  const DemoStep step{"tiles z0-14"};
  const auto project = Project::open(paths.project);
  const auto drawn = draw_tiles(project, as_of, paths.tiles, "neutral", {}, audience_of(sample), progress_bar(shared));
  std::uint64_t count = 0;
  for (const auto& zoom : drawn.report.zooms) count += zoom.tiles;
  step.done(fmt::format("{}, {} KB", number_of(count, "tile", "tiles"), fs::file_size(paths.tiles) / 1000));
}

void report(const Sample& sample, const Paths& paths, const AsOf& as_of) {
  const auto project = Project::open(paths.project);
  const auto facts = project.division_facts();
  const DivisionRegister divisions{facts, as_of.day};
  make_folder(paths.reports);
  for (const char* code : sample.reported) {
    for (const char* language : sample.report_languages) {
      const DemoStep step{fmt::format("report {} ({})", code, language)};
      ReportOrder order{.division = division_with_code(divisions, facts, code, as_of.day).id, .as_of = as_of, .language = language, .stem = {}};
      order.stem = fmt::format("{}/{}-{}", paths.reports, code, language);
      write_reports(project, order);
      step.done("HTML, PDF");
    }
  }
  if (!sample.has_records) return;
  write_demo_line_sheets(paths.project, paths.reports);
  write_demo_dossiers(paths.project, paths.reports);
  write_demo_relief(paths.project, paths.reports);
  write_demo_burials(paths.project, paths.reports);
}

void export_files(const Paths& paths, const AsOf& as_of, const Shared& shared) {
  const auto project = Project::open(paths.project);
  const DemoStep all{"export GeoPackage"};
  const auto done = hand_out(project, {.path = paths.everything, .layers = {}, .as_of = as_of, .overwrite = true}, progress_bar(shared));
  all.done(number_of(done.layers.size(), "layer", "layers"));
  const DemoStep one{"export GeoJSON"};
  const auto communes = hand_out(project, {.path = paths.divisions, .layers = {"divisions"}, .level = 4, .as_of = as_of, .overwrite = true},
                                 progress_bar(shared));
  one.done(number_of(communes.layers.front().second, "commune", "communes"));
}

/// A sample's project, tiles and reports, where they are not there yet.
void make(const Sample& sample, const Paths& paths, const Options& options, const AsOf& as_of, const Shared& shared) {
  if (!options.fresh && fs::exists(paths.project)) {
    fmt::print("{} is there already (--fresh makes it anew)\n", sample.title);
    if (!fs::exists(paths.tiles)) draw(sample, paths, as_of, shared);
    return;
  }
  fmt::print("Making {}\n", sample.title);
  make_project(sample, paths, find_samples(options.sample), shared);
  draw(sample, paths, as_of, shared);
  report(sample, paths, as_of);
}

void tell_where(const Paths& real, const Paths& made_up) {
  fmt::print("\nEverything is here:\n"
             "  Maine-et-Loire, a real department; its hazard zones and cemeteries are generated for demonstration\n"
             "    project   {}   (SpatiaLite; opens in QGIS)\n"
             "    tiles     {}\n"
             "    exports   {}, {}\n"
             "  岚泽市, a prefecture that does not exist: all of it is invented\n"
             "    project   {}\n"
             "    tiles     {}\n"
             "    lines     {}/line-2122.pdf, line-2123.pdf, line-2223.pdf: legal record, course, monuments\n"
             "    stones    {}/monument-*.pdf: one moved, one missing\n"
             "    rounds    {}/inspections-due.pdf, inspection-*.pdf: joint inspections of this year, and the last ones filed\n"
             "    disputes  {}/示例争-*-dossier-zh.pdf, *-contested-en.pdf, *-comparison-zh.pdf, *-agreement-en.pdf: one open, one of three parties, one settled\n"
             "    planning  {}/cremation-rate-zh.pdf, shelters-flood-zh.pdf, flood-2022-zh.pdf, exposure-zh.pdf: figures in classes, gaps, a disaster\n"
             "    burials   {}/graves-ledger-zh.pdf, siting and cemetery sheets: graves by township, ground, capacity\n"
             "  reports of both\n"
             "              {}/*.html, *.pdf\n"
             "What is real, from whom and under what licence: data/sample/README.md.\n\n"
             "Try:  merestone -p {} at -0.552 47.4716\n"
             "      merestone -p {} info 49377 --on 2018-12-31\n"
             "      merestone -p {} at 112.12326 31.30239 --on 2014-01-01\n"
             "      merestone -p {} line show 临云线\n"
             "      merestone -p {} dispute show 示例争-2019-01\n"
             "      merestone -p {} name due\n\n",
             real.project, real.tiles, real.divisions, real.everything, made_up.project, made_up.tiles, made_up.reports,
             made_up.reports, made_up.reports, made_up.reports, made_up.reports, made_up.reports, made_up.reports, real.project, real.project, made_up.project,
             made_up.project, made_up.project, made_up.project);
  std::fflush(stdout);
}

ServiceOptions service_of(const Sample& sample, const Paths& paths, unsigned short port, const AsOf& as_of) {
  ServiceOptions service{.project = paths.project, .tiles_path = paths.tiles, .port = port, .on = as_of.day, .audience = audience_of(sample)};
  service.ready = [&sample](const std::string& url) {
    fmt::print("The map of {} is at {} (Ctrl-C ends it)\n", sample.title, url);
    std::fflush(stdout);
  };
  return service;
}

void run(const Options& options, const Shared& shared) {
  make_folder(options.folder);
  const auto folder = fs::absolute(options.folder).lexically_normal().string();
  const Paths real{folder, anjou};
  const Paths made_up{folder, lanze};
  const AsOf as_of{today()};
  const bool anew = options.fresh || !fs::exists(real.project);
  make(anjou, real, options, as_of, shared);
  if (anew) export_files(real, as_of, shared);
  make(lanze, made_up, options, as_of, shared);
  tell_where(real, made_up);
  if (options.no_serve) return;
  const auto next = static_cast<unsigned short>(options.port == 0 ? 0 : options.port + 1);
  std::thread second;
  auto first = service_of(anjou, real, options.port, as_of);
  first.ready = [&, told = first.ready](const std::string& url) {
    told(url);
    second = std::thread{[&] {
      try {
        serve(service_of(lanze, made_up, next, as_of));
      } catch (const Error& error) {
        fmt::print(stderr, "{} is not shown: {}\n", lanze.title, error.what());
      }
    }};
  };
  serve(first);
  second.join();
}

}  // namespace

void add_demo(Command& program, const Shared& shared) {
  auto* command = program.add_command("demo", "Do the whole job on the shipped samples, and show their maps");
  auto options = std::make_shared<Options>();
  command->add_option("FOLDER", options->folder, "Where everything is made")->shows_default();
  command->add_option("--sample", options->sample, "Folder of the samples, where they do not stand beside the program");
  command->add_option("--port", options->port, "Port of the first map, the second has the next one; 0 takes any free ones")->shows_default();
  command->add_flag("--no-serve", options->no_serve, "Make everything, then end");
  command->add_flag("--fresh", options->fresh, "Make everything anew");
  command->footer("Example:  merestone demo anjou --port 8080");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
