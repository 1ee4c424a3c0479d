// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/csv_rows.hpp"

#include "data/exchange/worker/request.hpp"

#include <cpl_vsi.h>

#include <memory>
#include <string_view>

namespace merestone::worker {
namespace {

constexpr std::size_t most_complaints = 10'000;

/// The separator as GDAL chooses it: the only one of the three outside quotes in the heading, else the comma.
char separator_of(std::string_view heading) {
  char chosen = '\0';
  bool quoted = false;
  for (const char c : heading) {
    if (c == '"') quoted = !quoted;
    if (quoted || (c != ',' && c != ';' && c != '\t')) continue;
    if (chosen != '\0' && chosen != c) return ',';
    chosen = c;
  }
  return chosen == '\0' ? ',' : chosen;
}

/// Counts the values of each row as bytes come by.
class Rows {
 public:
  void take(std::string_view bytes) {
    for (const char c : bytes) take(c);
  }

  std::vector<Complaint> finish() {
    if (quoted_) {
      ++record_;
      complain("import.unclosed_quote", "");
    } else {
      end_row();
    }
    if (width_ == 1) throw Failure{"import.no_separator", {}};  // GDAL would only say that it is no CSV
    return std::move(complaints_);
  }

 private:
  void take(char c) {
    judge_quote(c);
    if (c == '"') quoted_ = !quoted_;
    if (!quoted_ && (c == '\n' || c == '\r')) return end_row();
    if (in_heading_) heading_ += c;
    if (!quoted_ && c == separator_) ++values_;
    blank_ = false;
  }

  /// GDAL drops quotes that stand inside a value: what it reads is not what stands there (RFC 4180, 2.5).
  void judge_quote(char c) {
    const bool ends = c == separator_ || c == '\n' || c == '\r';
    if (c == '"') {
      if (!quoted_ && before_ != Before::nothing && before_ != Before::closed) stray_ = true;
      before_ = quoted_ ? Before::closed : Before::text;
    } else if (!quoted_ && ends) {
      before_ = Before::nothing;
    } else if (!quoted_ && c != ' ') {
      if (before_ == Before::closed) stray_ = true;
      before_ = Before::text;
    }
  }

  void end_row() {
    if (blank_) return;
    if (in_heading_) {
      separator_ = separator_of(heading_);
      in_heading_ = false;
      bool quoted = false;
      for (const char c : heading_) {
        if (c == '"') quoted = !quoted;
        if (!quoted && c == separator_) ++width_;
      }
    } else {
      ++record_;
      if (values_ != width_) {
        complain("import.row_width", std::to_string(values_) + " / " + std::to_string(width_));
      } else if (stray_) {
        complain("import.stray_quote", "");
      }
    }
    values_ = 1;
    blank_ = true;
    stray_ = false;
    before_ = Before::nothing;
  }

  void complain(const char* rule, std::string detail) {
    if (complaints_.size() < most_complaints) complaints_.push_back({rule, record_, std::move(detail)});
  }

  std::string heading_;
  bool in_heading_ = true;
  bool quoted_ = false;
  bool blank_ = true;
  enum class Before { nothing, text, closed } before_ = Before::nothing;  ///< in the value
  bool stray_ = false;
  char separator_ = '\0';
  std::size_t values_ = 1;
  std::size_t width_ = 1;
  std::uint64_t record_ = 0;
  std::vector<Complaint> complaints_;
};

}  // namespace

std::vector<Complaint> check_csv_rows(const std::string& path) {
  const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file{VSIFOpenL(path.c_str(), "rb"), VSIFCloseL};
  Rows rows;
  std::vector<char> chunk(1U << 20);
  while (file) {
    const std::size_t n = VSIFReadL(chunk.data(), 1, chunk.size(), file.get());
    if (n == 0) break;
    rows.take({chunk.data(), n});
  }
  return rows.finish();
}

}  // namespace merestone::worker
