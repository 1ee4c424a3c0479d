// SPDX-License-Identifier: Apache-2.0
/// Times folding, reading and sound keys of names beside ICU's Han-Latin:
///   bench_script NAMES      one name a line, UTF-8
/// With a second file of "name <tab> toned reading" lines, counts how many both read as it says.
#include "gis/script/fold.hpp"
#include "gis/script/reading.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

using namespace merestone;

namespace {

std::vector<std::string> lines_of(const char* path) {
  std::vector<std::string> lines;
  std::ifstream in{path};
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

template <class Work>
void report(const char* what, std::size_t names, const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::size_t proof = work();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%-22s %12.0f names/s   (%zu)\n", what, static_cast<double>(names) / seconds, proof);
}

std::string by_icu(const icu::Transliterator& transliterator, const std::string& name) {
  auto text = icu::UnicodeString::fromUTF8(name);
  transliterator.transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string by_us(const std::string& name) {
  std::string out;
  for (const ReadCharacter& each : read_name(name)) out += (out.empty() ? "" : " ") + toned(each.syllable);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto names = lines_of(argv[1]);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> icu_peer{icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status)};
  if (names.empty() || U_FAILURE(status) != 0) return 2;

  report("tables", 1, [] { return readings_of(U'长').size(); });
  std::string key;
  report("fold", names.size(), [&] {
    std::size_t bytes = 0;
    for (const auto& name : names) key.clear(), fold_into(name, key), bytes += key.size();
    return bytes;
  });
  std::vector<ReadCharacter> reading;
  std::size_t unsure = 0;
  std::size_t tones = 0;
  report("read", names.size(), [&] {
    for (const auto& name : names) {
      read_name(name, {}, reading);
      const Surety surety = surety_of(reading);
      unsure += surety < Surety::letters ? 1 : 0;
      tones += surety == Surety::letters ? 1 : 0;
    }
    return unsure;
  });
  SoundKeys keys;
  report("read and sound keys", names.size(), [&] {
    std::size_t bytes = 0;
    for (const auto& name : names) read_name(name, {}, reading), sound_keys(reading, keys), bytes += keys.letters.size();
    return bytes;
  });
  const std::size_t few = std::min<std::size_t>(names.size(), 20'000);
  report("ICU Han-Latin", few, [&] {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < few; ++i) bytes += by_icu(*icu_peer, names[i]).size();
    return bytes;
  });
  std::printf("unsure letters: %zu, unsure tones only: %zu, of %zu\n", unsure, tones, names.size());
  if (argc < 3) return 0;
  std::size_t ours = 0;
  std::size_t icus = 0;
  const auto standard = lines_of(argv[2]);
  for (const auto& line : standard) {
    const std::string name = line.substr(0, line.find('\t'));
    const std::string right = line.substr(line.find('\t') + 1);
    ours += by_us(name) == right ? 1 : 0;
    icus += by_icu(*icu_peer, name) == right ? 1 : 0;
  }
  std::printf("read as the standard says: ours %zu, ICU %zu, of %zu\n", ours, icus, standard.size());
  return 0;
}
