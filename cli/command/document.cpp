// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/number_of.hpp"
#include "cli/command/shared.hpp"
#include "cli/report/report_files.hpp"
#include "data/office/kept_file.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct ListOptions {
  std::string text;
  bool kept = false;
};

bool has_text(const Document& document, const std::string& text) {
  return std::ranges::any_of(std::array{&document.title, &document.number, &document.issuer, &document.sha256},
                             [&](const std::string* field) { return field->find(text) != std::string::npos; });
}

void list_documents(const ListOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  auto list = Json::array();
  for (const Document& d : project.documents()) {
    if (!has_text(d, options.text)) continue;
    const bool kept = !d.sha256.empty() && project.content(d.sha256).has_value();
    if (options.kept && !kept) continue;
    const std::string issued = d.issued ? to_string(*d.issued) : "";
    list.push_back({{"document", d.id.value}, {"kind", d.kind}, {"title", d.title}, {"number", d.number}, {"issuer", d.issuer},
                    {"issued", issued}, {"sha256", d.sha256}, {"kept", kept}});
    if (shared.json) continue;
    fmt::print("{:>5}  {:<10}  {:<11} {}{}{}\n", d.id.value, issued.empty() ? "–" : issued, d.kind, d.title,
               d.number.empty() || d.number == d.title ? "" : ", " + d.number, kept ? "\n       file " + d.sha256 : "");
  }
  if (shared.json) return print_json({{"documents", list}});
  fmt::print("{}\n", number_of(list.size(), "document", "documents"));
}

struct SaveOptions {
  std::string digest, path;
  bool overwrite = false;
};

void save_file(const SaveOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const KeptFile file = kept_file(project, options.digest);
  if (!options.overwrite && std::filesystem::exists(options.path)) {
    Finding found{.rule = "export.exists"};
    found.subject.file = options.path;
    throw Error{Fault::conflict, "the file exists", {found}};
  }
  write_whole(options.path, file.content.bytes);
  if (shared.json) {
    return print_json({{"file", options.path}, {"document", file.document.id.value}, {"title", file.document.title},
                       {"sha256", file.document.sha256}, {"bytes", file.content.bytes.size()}});
  }
  fmt::print("Wrote {}: {}, {}, as its digest says.\n", options.path, file.document.title, number_of(file.content.bytes.size(), "byte", "bytes"));
}

}  // namespace

void add_document(Command& program, const Shared& shared) {
  auto* command = program.add_command("document", "Documents on record, and the files that are kept of them");
  command->require_command();
  auto listing = std::make_shared<ListOptions>();
  auto* list = command->add_command("list", "Documents on record");
  list->add_option("TEXT", listing->text, "Only those with this in title, number, issuer or digest");
  list->add_flag("--kept", listing->kept, "Only those whose file is kept here");
  list->callback([=, &shared] { list_documents(*listing, shared); });

  auto saving = std::make_shared<SaveOptions>();
  auto* save = command->add_command("save", "Take a kept file out, held against its digest");
  save->add_option("SHA256", saving->digest, "Of the file, or how it begins")->required();
  save->add_option("--out", saving->path, "The file to be written")->required();
  save->add_flag("--overwrite", saving->overwrite, "Replace a file that is there");
  save->callback([=, &shared] { save_file(*saving, shared); });
  command->footer("Example:  merestone document list --kept\n"
                  "          merestone document save 3f5a09c1 --out agreement.pdf");
}

}  // namespace merestone
