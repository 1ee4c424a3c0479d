// SPDX-License-Identifier: Apache-2.0
#include "data/store/statement.hpp"

#include "gis/base/embedded.hpp"

#include <algorithm>
#include <stdexcept>

namespace merestone {
namespace embedded {
extern const std::span<const File> statements;
}
namespace {

const embedded::File* find(const std::string& name) {
  const auto found = std::lower_bound(embedded::statements.begin(), embedded::statements.end(), name,
                                      [](const embedded::File& file, const std::string& n) { return file.name < n; });
  return found != embedded::statements.end() && found->name == name ? &*found : nullptr;
}

}  // namespace

std::string_view statement(std::string_view name, Engine engine) {
  const std::string base{name};
  const auto* file = find(base + (engine == Engine::postgis ? ".postgis.sql" : ".spatialite.sql"));
  if (!file) file = find(base + ".sql");
  if (!file) throw std::logic_error{"no statement named " + base};
  return file->text;
}

std::vector<std::string> overridden_statements() {
  std::vector<std::string> names;
  for (const embedded::File& file : embedded::statements) {
    const auto at = file.name.find(".spatialite.");
    if (at != std::string_view::npos) names.emplace_back(file.name.substr(0, at));
  }
  return names;
}

Window::Window(Revision revision, Period period)
    : revision_{revision}, from_{to_string(period.from)}, to_{to_string(period.until - std::chrono::days{1})} {}

Period period_of(const Row& row, int column) {
  return {parse_date(row.text(column)), parse_date(row.text(column + 1))};
}

}  // namespace merestone
