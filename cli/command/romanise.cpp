// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/words/json.hpp"
#include "data/packs/packs.hpp"
#include "gis/base/text.hpp"
#include "gis/script/romanise.hpp"
#include "gis/script/unfit.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct RomaniseOptions {
  std::vector<std::string> texts;
  std::string which = "other";
  std::string division;
  std::string language = "zh";
};

const char* word_of(Surety surety) {
  constexpr const char* words[] = {"none", "guess", "letters", "sure"};
  return words[static_cast<std::size_t>(surety)];
}

/// A word for what is named, or a class code of China: 22200 is a settlement.
SpellingClass class_asked(const std::string& which) {
  if (const auto known = spelling_class(which)) return *known;
  const bool code = !which.empty() && which.find_first_not_of("0123456789") == std::string::npos;
  if (code) return spelling_class(load_pack("cn").naming.spelling_of(which)).value_or(SpellingClass::other);
  const std::string what = "--class takes division, committee, settlement, natural, street, residence, facility, other, or a class code as in 22200; not " + which;
  throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "romanise "}}}}};
}

/// What no name can be is not spelled.
void refuse_unfit(const std::string& text) {
  std::vector<Finding> wrong = unfit(text, {{}, text.substr(0, 60), "TEXT"});
  std::erase_if(wrong, [](const Finding& f) { return f.severity != Severity::error; });
  if (!wrong.empty()) throw Error{Fault::invalid, "no name", wrong};
}

Json json_of(const std::string& text, const RomaniseOptions& options, const RomanSpelling& spelling) {
  Json parts = Json::array();
  for (const SpelledPart& part : spelling.parts) {
    parts.push_back({{"text", part.text}, {"spelling", part.spelling}, {"toned", part.toned}, {"role", word_of(part.role)}});
  }
  const auto terms = name_terms(text, class_asked(options.which));
  Json json{{"text", text}, {"class", options.which}, {"spelling", spelling.spelling}, {"toned", spelling.toned}};
  json["specific"] = terms.specific;
  json["generic"] = terms.generic;
  json["parts"] = parts;
  json["scheme"] = spelling.scheme;
  json["source_language"] = spelling.source_language;
  json["surety"] = word_of(spelling.surety);
  json["findings"] = to_json(spelling.findings);
  return json;
}

void run(const RomaniseOptions& options, const Shared& shared) {
  Json all = Json::array();
  for (const std::string& text : options.texts) {
    if (!is_utf8(text)) throw Error{Fault::invalid, "text", {{.rule = "romanise.not_utf8", .subject = {{}, {}, "TEXT"}}}};
    refuse_unfit(text);
    const auto spelling = romanise({.text = text, .which = class_asked(options.which), .division = options.division, .language = options.language});
    if (shared.json) {
      all.push_back(json_of(text, options, spelling));
      continue;
    }
    const bool toned = !spelling.toned.empty() && spelling.toned != spelling.spelling;
    fmt::print("{}\t{}{}\n", text, spelling.spelling.empty() ? "–" : spelling.spelling, toned ? "\t" + spelling.toned : "");
    std::fflush(stdout);
    print_findings(spelling.findings, shared.language);
  }
  if (shared.json) print_json(all);
}

}  // namespace

void add_romanise(Command& program, const Shared& shared) {
  auto* command = program.add_command("romanise", "Spell names in Latin letters, and say why so and what is unsure");
  auto options = std::make_shared<RomaniseOptions>();
  command->add_option("TEXT", options->texts, "Names")->required();
  command->add_option("--class", options->which, "What is named: division, committee, settlement, natural, street, residence, facility, other; or a class code as in 22200")
      ->shows_default();
  command->add_option("--in", options->division, "Code of a division that holds the place: some readings hold in one province");
  command->add_option("--of-language", options->language, "Language of the names, BCP 47; Han characters are read as Chinese")->shows_default();
  command->footer("Example:  merestone romanise 周口店 --class settlement");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
