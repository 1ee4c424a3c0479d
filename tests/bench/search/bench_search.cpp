// SPDX-License-Identifier: Apache-2.0
/// Times the search index beside SQLite's FTS5 with trigrams, on a list of names with columns code,name,lang,lon,lat,parent:
///   bench_search names.csv[.gz] index.file [copies]   builds the index of so many slightly changed copies, then asks it
///   bench_search --ask names.csv[.gz] index.file      asks an index that is there: for memory in use
/// 10,000 mixed queries of 1 to 8 characters, the best 20 of each.
#include "gis/search/builder.hpp"
#include "gis/search/characters.hpp"
#include "gis/search/find.hpp"
#include "gis/search/likeness.hpp"
#include "gis/search/writing.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <ctime>

using namespace merestone;

namespace {

/// Processor time of this thread: other programs on the machine do not count.
struct Clock {
  static double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  }
};
double seconds_since(double start) { return Clock::now() - start; }
double process_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Line {
  std::string code, name, parent;
  bool han = false;
  std::optional<Position> position;
};

std::vector<Line> read_lines(const char* path) {
  std::vector<Line> lines;
  gzFile file = gzopen(path, "rb");
  std::array<char, 4096> buffer{};
  gzgets(file, buffer.data(), buffer.size());
  while (gzgets(file, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
    std::vector<std::string> fields{""};
    bool quoted = false;
    for (const char* c = buffer.data(); *c != 0 && *c != '\n' && *c != '\r'; ++c) {
      if (*c == '"') quoted = !quoted;
      else if (*c == ',' && !quoted) fields.emplace_back();
      else fields.back() += *c;
    }
    fields.resize(6);
    Line line{fields[0], fields[1], fields[5], fields[2] == "zh", {}};
    if (!fields[3].empty()) line.position = from_degrees(std::stod(fields[3]), std::stod(fields[4]));
    lines.push_back(std::move(line));
  }
  gzclose(file);
  return lines;
}

/// Divisions of the parents, by their codes: each prefix up to a dash, or two, four, six and nine digits.
class Divisions {
 public:
  explicit Divisions(const std::vector<Line>& lines) {
    for (const Line& line : lines)
      for (const auto& code : chain(line.parent)) numbers_.emplace(code, 0);
    std::uint32_t next = 0;
    for (auto& [code, number] : numbers_) number = ++next;  // a map's order visits superiors first
    tree.last.resize(next + 1);
    for (const auto& [code, number] : numbers_) {
      const auto behind = numbers_.lower_bound(code + "\x7F");
      tree.last[number] = behind == numbers_.end() ? next : behind->second - 1;
    }
  }
  std::uint32_t number(const std::string& parent) const { return parent.empty() ? 0 : numbers_.at(parent); }
  search::DivisionTree tree;

 private:
  static std::vector<std::string> chain(const std::string& parent) {
    std::vector<std::string> codes;
    if (parent.empty()) return codes;
    if (parent.find('-') == std::string::npos)
      for (const std::size_t length : {2U, 4U, 6U}) if (length < parent.size()) codes.push_back(parent.substr(0, length));
    for (auto dash = parent.find('-'); dash != std::string::npos; dash = parent.find('-', dash + 1)) codes.push_back(parent.substr(0, dash));
    codes.push_back(parent);
    return codes;
  }
  std::map<std::string, std::uint32_t> numbers_;
};

/// The same name with another character somewhere in its first half.
std::string changed(const std::string& name, const std::vector<Line>& lines, std::mt19937& random) {
  auto text = search::characters_of(name);
  const auto other = search::characters_of(lines[random() % lines.size()].name);
  if (text.empty() || other.empty()) return name;
  const auto at = random() % std::max<std::size_t>(1, (text.size() + 1) / 2);
  if (search::is_han(text[at]) == search::is_han(other[0])) text[at] = other[0];
  else text[at] = text[random() % text.size()];
  return search::text_of(text);
}

std::vector<std::byte> build(const std::vector<Line>& lines, int copies) {
  const Divisions divisions{lines};
  const double start = process_seconds();
  double writing = 0;
  search::Builder builder;
  std::mt19937 random{5};
  std::int64_t id = 0;
  for (int copy = 0; copy < copies; ++copy) {
    for (const Line& line : lines) {
      const auto before = Clock::now();
      search::Entry entry;
      entry.id = entry.subject = ++id;
      entry.text = copy == 0 ? line.name : changed(line.name, lines, random);
      search::write_keys(entry);
      writing += seconds_since(before);
      entry.type = line.han ? "village" : "city";
      entry.importance = line.han ? 0 : 1 + random() % 50;
      entry.within = divisions.number(line.parent);
      entry.position = line.position;
      if (copy == 0) entry.code = line.code;
      builder.add(entry);
    }
  }
  const double adding = process_seconds() - start;
  const auto names = builder.size();
  auto bytes = builder.finish(divisions.tree, "bench");
  const double all = process_seconds() - start;
  std::printf("build: %zu names in %.2f s of processor time, all threads together (of it %.2f s folding and reading, %.2f s adding): %.0f names/s; %.1f MB, %.1f bytes a name\n", names, all,
              writing, adding - writing, static_cast<double>(names) / all, static_cast<double>(bytes.size()) / 1e6,
              static_cast<double>(bytes.size()) / static_cast<double>(names));
  const search::Layout layout{bytes};
  for (std::size_t i = 0; i < search::section_count; ++i)
    std::printf("  section %2zu %6.1f bytes a name\n", i, static_cast<double>(layout.bytes(static_cast<search::Section>(i)).size()) / static_cast<double>(names));
  return bytes;
}

void print_times(const char* what, std::vector<double> times) {
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) { return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))]; };
  std::printf("  %-22s %6zu  p50 %7.3f  p99 %7.3f  max %7.3f ms\n", what, times.size(), at(.5), at(.99), times.back());
}

void print_memory() {
  std::ifstream status{"/proc/self/status"};
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS") || line.starts_with("RssAnon") || line.starts_with("RssFile")) std::printf("  %s\n", line.c_str());
}

struct Asked {
  const char* kind;
  std::string text;
};

/// 1 to 8 characters of names, in every way that people type them.
std::vector<Asked> questions(const std::vector<Line>& lines, std::size_t count) {
  std::mt19937 random{3};
  std::vector<Asked> asked;
  while (asked.size() < count) {
    const Line& line = lines[random() % lines.size()];
    search::Entry entry;
    entry.text = line.name;
    search::write_keys(entry);
    const auto key = search::characters_of(entry.key);
    const std::size_t length = 1 + random() % 8;
    const auto part = [&](std::size_t from) { return search::text_of(std::u32string_view{key}.substr(from, length)); };
    std::string letters, sound, inner_letters, inner_sound;
    const std::size_t inside = entry.syllables.empty() ? 0 : 1 + random() % entry.syllables.size();
    for (std::size_t i = 0; i < entry.syllables.size(); ++i) {
      const auto& syllable = entry.syllables[i];
      letters += syllable[0];
      sound += syllable;
      if (i < inside) continue;
      inner_letters += syllable[0];
      inner_sound += syllable;
    }
    const auto cut = [&](const std::string& text) { return text.substr(0, length); };
    auto wrong = key.substr(0, length);
    switch (random() % 12) {
      case 0: asked.push_back({"whole", line.name}); break;
      case 1: asked.push_back({"beginning", part(0)}); break;
      case 2: case 3: asked.push_back({"part", part(random() % key.size())}); break;
      case 4: if (!sound.empty()) asked.push_back({"pinyin", cut(sound)}); break;
      case 5: if (!letters.empty()) asked.push_back({"first letters", cut(letters)}); break;
      case 6: if (entry.syllables.size() > 2) asked.push_back({"mixed", search::text_of(key.substr(0, 1)) + letters.substr(1, length - 1)}); break;
      case 7:
        if (wrong.size() < 3) break;
        std::swap(wrong[wrong.size() / 2], wrong[wrong.size() / 2 - 1]);
        asked.push_back({"exchanged", search::text_of(wrong)});
        break;
      case 8:
        if (wrong.size() < 3) break;
        wrong[random() % wrong.size()] = search::characters_of(lines[random() % lines.size()].name)[0];
        asked.push_back({"wrong character", search::text_of(wrong)});
        break;
      case 9: if (!inner_sound.empty()) asked.push_back({"pinyin inside", cut(inner_sound)}); break;
      case 10: if (inner_letters.size() > 1) asked.push_back({"letters inside", cut(inner_letters)}); break;
      default: asked.push_back({"code", cut(line.code)}); break;
    }
  }
  return asked;
}

void ask(const search::Index& index, std::vector<Line> lines) {
  const search::Source sources[] = {{&index}};
  const auto& language = search::common_language();
  const auto run = [&](const std::vector<Asked>& asked, const char* title) {
    std::map<std::string, std::vector<double>> times;
    std::vector<double> all;
    std::size_t hits = 0, none = 0, cut = 0;
    double worst = 0;
    std::string slowest, given_up;  // with how many hits all the same
    for (const Asked& one : asked) {
      const auto start = Clock::now();
      const auto answer = search::find(sources, {.text = one.text, .day = parse_date("2026-01-01")}, language);
      const double ms = seconds_since(start) * 1e3;
      times[one.kind].push_back(ms);
      all.push_back(ms);
      hits += answer.hits.size();
      none += answer.hits.empty();
      if (!answer.complete) {
        ++cut;
        given_up += std::string{" "} + one.kind + " " + one.text + " (" + std::to_string(answer.hits.size()) + ")";
      }
      if (ms > worst) {
        worst = ms;
        slowest = std::string{one.kind} + " " + one.text;
      }
    }
    std::printf("%s: %zu hits, %zu queries without, %zu given up; slowest: %s\n", title, hits, none, cut, slowest.c_str());
    if (cut > 0) std::printf("  given up:%s\n", given_up.c_str());
    print_times("all", all);
    for (const auto& [kind, list] : times) print_times(kind.c_str(), list);
  };
  run(questions(lines, 10'000), "first round, cold");
  run(questions(lines, 10'000), "second round");
  std::vector<double> times;
  for (std::size_t i = 0; i < 2'000; ++i) {
    const auto& name = lines[i * 7919 % lines.size()].name;
    const double start = Clock::now();
    search::names_like(sources, {.text = name, .specific_characters = 2, .filter = {}, .day = parse_date("2026-01-01")});
    times.push_back(seconds_since(start) * 1e3);
  }
  lines = {};  // the questions' own source is no part of what is resident
  malloc_trim(0);
  print_times("duplicates, homophones", times);
  print_memory();
}

void peer(const std::vector<Line>& lines) {
  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  const auto start = Clock::now();
  sqlite3_exec(db, "create virtual table n using fts5(name, code unindexed, tokenize='trigram'); begin", nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(db, "insert into n(name, code) values(?, ?)", -1, &insert, nullptr);
  for (const Line& line : lines) {
    sqlite3_bind_text(insert, 1, line.name.c_str(), -1, SQLITE_STATIC);
    sqlite3_bind_text(insert, 2, line.code.c_str(), -1, SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  sqlite3_exec(db, "commit", nullptr, nullptr, nullptr);
  std::printf("peer: SQLite %s FTS5 trigram, in memory, built in %.1f s\n", sqlite3_libversion(), seconds_since(start));
  sqlite3_stmt* select = nullptr;
  sqlite3_prepare_v2(db, "select code, name from n where n match ? order by rank limit 20", -1, &select, nullptr);
  std::mt19937 random{3};
  std::vector<double> times;
  while (times.size() < 1'000) {
    const auto text = search::characters_of(lines[random() % lines.size()].name);
    if (text.size() < 3) continue;
    const std::size_t length = 3 + random() % std::min<std::size_t>(4, text.size() - 2);
    const auto part = "\"" + search::text_of(text.substr(random() % (text.size() - length + 1), length)) + "\"";
    const auto before = Clock::now();
    sqlite3_bind_text(select, 1, part.c_str(), -1, SQLITE_TRANSIENT);
    while (sqlite3_step(select) == SQLITE_ROW) {}
    sqlite3_reset(select);
    times.push_back(seconds_since(before) * 1e3);
  }
  print_times("parts of 3 to 6", times);
  sqlite3_finalize(select);
  sqlite3_close(db);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const bool only_ask = std::strcmp(argv[1], "--ask") == 0;
  auto lines = read_lines(argv[only_ask ? 2 : 1]);
  const char* path = argv[only_ask ? 3 : 2];
  const int copies = !only_ask && argc > 3 ? std::atoi(argv[3]) : 1;
  if (!only_ask) {
    const auto bytes = build(lines, copies);
    std::ofstream{path, std::ios::binary}.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  }
  const auto start = Clock::now();
  const int file = open(path, O_RDONLY);
  struct stat size {};
  fstat(file, &size);
  const auto length = static_cast<std::size_t>(size.st_size);
  const void* mapped = mmap(nullptr, length, PROT_READ, MAP_PRIVATE, file, 0);
  const search::Index index{{static_cast<const std::byte*>(mapped), length}};
  std::printf("open: %.2f ms, %zu names\n", seconds_since(start) * 1e3, index.names());
  if (!only_ask && copies == 1) peer(lines);
  ask(index, std::move(lines));
}
