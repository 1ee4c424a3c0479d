// SPDX-License-Identifier: Apache-2.0
/// The same suite on both engines: `GENERATE(engines())`, then a Site for each test case.
#pragma once

#include "data/office/acts.hpp"
#include "gis/base/error.hpp"
#include "gis/mesh/build.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

namespace merestone::test {

/// An empty place for a project; what was made there is taken away again.
class Site {
 public:
  explicit Site(Engine engine);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  Engine engine() const { return engine_; }
  /// Of a file that is not there yet, or of a database of its own.
  const std::string& location() const;
  const std::filesystem::path& folder() const { return folder_; }
  /// A new project of Ada's. Making one takes most of a second, so one is made for each set of packs and copied here.
  Project create(const std::vector<std::string>& packs = {}) const;
  /// The same made here.
  Project make(const std::vector<std::string>& packs = {}) const { return Project::create(location(), "Twin counties", "Ada", packs); }

 private:
  void make_database(const std::string& like) const;
  Engine engine_;
  int number_;
  std::string location_;
  std::filesystem::path folder_;
  mutable bool has_database_ = false;
};

/// Lets a test do as the owner of a database may, past the program's own restraint.
void act_as_owner(Connection& connection);

/// Runs `action`, which must throw an Error, and returns it.
template <class Action>
Error refusal(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was refused");
  throw std::logic_error{"not reached"};
}
inline std::string rule_of(const Error& error) {
  return error.findings().empty() ? "" : error.findings().front().rule;
}

/// Two counties of two communes each, one degree square:
///     A B   county N
///     C D   county S
struct Counties {
  Counties();
  std::vector<DeliveredDivision> divisions;
  Mesh mesh;
  Period valid{parse_date("2010-01-01"), open_end};
};

inline ActInfo by(const std::string& author, const std::string& reason = "test") {
  return {author, reason, {{}, "coverage", "Two counties", "1/2010", "Survey", parse_date("2009-12-01"), "CC0", "ab12"}, {}};
}
inline Revision adopt(Project& project, const Counties& counties, const std::string& author = "Ada") {
  return adopt_divisions(project, by(author), {counties.divisions, counties.mesh, "test", counties.valid});
}
inline AsOf on(const char* day, Revision revision = latest_revision) { return {parse_date(day), revision}; }

}  // namespace merestone::test
