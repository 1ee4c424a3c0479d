// SPDX-License-Identifier: Apache-2.0
/// The same suite on both engines: `GENERATE(engines())`, then a Site for each test case.
#pragma once

#include "data/office/acts.hpp"
#include "gis/base/error.hpp"
#include "gis/mesh/build.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace merestone::test {

/// Conninfo of the server that with_postgis.py started. Its absence fails the test: nothing is skipped.
inline std::string postgis_place() {
  const char* place = std::getenv("MERESTONE_TEST_POSTGIS");
  if (!place) FAIL("run this by tests/contract/with_postgis.py: MERESTONE_TEST_POSTGIS is not set");
  return place;
}

/// An empty place for a project; what was made there is taken away again.
class Site {
 public:
  explicit Site(Engine engine) : engine_{engine} {
    static int number = 0;
    if (engine == Engine::postgis) {
      location_ = postgis_place();
      clear_database();
    } else {
      folder_ = std::filesystem::temp_directory_path() /
                ("merestone-contract-" + std::to_string(getpid()) + "-" + std::to_string(++number));
      std::filesystem::create_directories(folder_);
      location_ = (folder_ / "project.merestone").string();
    }
  }
  ~Site() {
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  Engine engine() const { return engine_; }
  const std::string& location() const { return location_; }
  const std::filesystem::path& folder() const { return folder_; }
  Project create(const std::vector<std::string>& packs = {}) const { return Project::create(location_, "Twin counties", "Ada", packs); }

 private:
  void clear_database() const;
  Engine engine_;
  std::string location_;
  std::filesystem::path folder_;
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
