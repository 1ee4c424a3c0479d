// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_files.hpp"
#include "gis/base/error.hpp"
#include "tests/support/text.hpp"
#include "tests/unit/report/country.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sys/resource.h>

using namespace merestone;
using namespace merestone::test;
using test::Country;

namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "merestone-report-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator{path_}, {})); }

 private:
  fs::path path_;
};

std::string content(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::string output_of(const std::string& command) {
  std::string output;
  std::FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
  char buffer[4096];
  for (std::size_t n; pipe && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, n);
  if (pipe) ::pclose(pipe);
  return output;
}

/// While it lives no file may grow beyond `bytes`: what a full disk looks like.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : handler_{std::signal(SIGXFSZ, SIG_IGN)} {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit before_{};
};

}  // namespace

TEST_CASE("the same report gives the same bytes in every format") {
  const BoundaryReport report = Country{}.report(Country::amt);
  for (const char* language : {"en", "zh", "fr"}) {
    CHECK((to_html(report, language) == to_html(report, language)));
    CHECK((to_pdf(report, language) == to_pdf(report, language)));
    CHECK((to_text(report, language) == to_text(report, language)));
  }
}

TEST_CASE("HTML refers to nothing outside itself and lets no name break out") {
  const BoundaryReport report = Country{}.report(Country::amt);
  for (const char* language : {"en", "zh", "fr"}) {
    const std::string html = to_html(report, language);
    CHECK(count_of(html, "http") == count_of(html, "http://www.w3.org/"));
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("@import") == std::string::npos);
    CHECK(html.find("url(http") == std::string::npos);
    CHECK(html.find("<Süd>") == std::string::npos);
    CHECK(html.find("<Gravel>") == std::string::npos);
    CHECK(html.find("Amt &amp; &lt;Süd&gt;") != std::string::npos);
    CHECK(html.find("<svg role=\"img\"") != std::string::npos);
    CHECK(html.find("{") != std::string::npos);
    // No fact was left unfilled outside the style sheet.
    const std::string body = html.substr(html.find("<body>"));
    CHECK(body.find('{') == std::string::npos);
    for (const char* tag : {"table", "tr", "td", "div", "p", "section", "main", "dl"}) {
      const std::string name = tag;
      CHECK(count_of(body, "<" + name + ">") + count_of(body, "<" + name + " ") == count_of(body, "</" + name + ">"));
    }
  }
}

TEST_CASE("a name cannot end the style sheet") {
  Country country;
  for (DivisionName& name : country.history.names) {
    if (name.division == Country::amt) name.text = "a\"; } </style><script>alert(1)</script>\\";
  }
  const std::string html = to_html(country.report(Country::amt), "en");
  CHECK(html.find("<script>") == std::string::npos);
  CHECK(count_of(html, "</style>") == 1);
}

TEST_CASE("a PDF says what it is, of the given time, with its fonts and real text") {
  if (output_of("pdfinfo -v 2>&1; pdftotext -v 2>&1").empty()) {
    WARN("poppler-utils is not installed: the PDF is not looked into");
    return;
  }
  const Folder folder;
  const BoundaryReport report = Country{}.report(Country::norden);
  for (const std::string language : {"en", "zh", "fr"}) {
    const std::string path = folder / (language + ".pdf");
    to_pdf(report, language, path);
    const std::string info = output_of("TZ=UTC pdfinfo -isodates " + path);
    CHECK(info.find("Author:          Survey Office") != std::string::npos);
    CHECK(info.find("Creator:         Merestone 0.1.0") != std::string::npos);
    CHECK(info.find("CreationDate:    2020-06-02T10:30:00Z") != std::string::npos);
    CHECK(info.find("ModDate") == std::string::npos);
    CHECK(info.find("A4") != std::string::npos);
    const std::string text = output_of("pdftotext -layout " + path + " -");
    CHECK(text.find("北县") != std::string::npos);
    CHECK(text.find(language == "en" ? "page 1 of" : language == "fr" ? "page 1 sur" : "第 1 页") != std::string::npos);
    const std::string fonts = output_of("pdffonts " + path);
    CHECK(count_of(fonts, "\n") > 3);
    for (std::size_t at = fonts.find("--\n") + 3; at < fonts.size(); at = fonts.find('\n', at) + 1) {
      const std::string font = fonts.substr(at, fonts.find('\n', at) - at);
      CHECK(std::regex_search(font, std::regex{" yes (yes|no ) yes +\\d+ +\\d+$"}));  // embedded, its characters named
      CHECK(font.find("CID Type 0C") == std::string::npos);  // single glyphs of such fonts came out empty
    }
    const std::string destinations = output_of("pdfinfo -dests " + path);
    CHECK(destinations.find("\"D1\"") != std::string::npos);
    CHECK(destinations.find("\"lines\"") != std::string::npos);
  }
}

TEST_CASE("nothing is left where a report cannot be written whole") {
  const Folder folder;
  const auto refusal = [](const std::string& path, const std::string& bytes) {
    try {
      write_whole(path, bytes);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::unavailable);
      REQUIRE(error.findings().size() == 1);
      CHECK(error.findings().front().rule == "report.unwritable");
      CHECK(error.findings().front().subject.file == path);
      return true;
    }
    return false;
  };
  CHECK(refusal(folder / "missing/report.pdf", "bytes"));
  fs::create_directory(folder / "taken");
  CHECK(refusal(folder / "taken", "bytes"));
  CHECK(folder.files() == 1);

  const std::string path = folder / "report.pdf";
  write_whole(path, "the old one");
  {
    const SmallDisk disk{1000};
    CHECK(refusal(path, std::string(100'000, 'x')));
  }
  CHECK(content(path) == "the old one");
  CHECK(folder.files() == 2);
  write_whole(path, "the new one");
  CHECK(content(path) == "the new one");
  CHECK(folder.files() == 2);
}
