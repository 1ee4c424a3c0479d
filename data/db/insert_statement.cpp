// SPDX-License-Identifier: Apache-2.0
#include "data/db/insert_statement.hpp"

#include <cctype>
#include <stdexcept>

namespace merestone {
namespace {

/// Words and single signs; comments and white space are skipped.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_{text} {}

  std::string_view next() {
    skip();
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    if (at_ == begin && at_ < text_.size()) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  void expect(std::string_view wanted) {
    if (next() != wanted) throw std::logic_error{"not a plain insert: " + std::string{text_}};
  }

 private:
  static bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$'; }
  void skip() {
    for (;;) {
      while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
      if (text_.substr(at_, 2) != "--") return;
      at_ = text_.find('\n', at_);
      if (at_ == std::string_view::npos) at_ = text_.size();
    }
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

InsertStatement parse_insert(std::string_view sql) {
  Tokens tokens{sql};
  tokens.expect("INSERT");
  tokens.expect("INTO");
  InsertStatement insert{std::string{tokens.next()}, {}};
  tokens.expect("(");
  do insert.columns.emplace_back(tokens.next());
  while (tokens.next() == ",");
  tokens.expect("VALUES");
  for (std::size_t i = 1; i <= insert.columns.size(); ++i) {
    tokens.expect(i == 1 ? "(" : ",");
    tokens.expect("$" + std::to_string(i));
  }
  tokens.expect(")");
  tokens.expect(";");
  tokens.expect("");
  return insert;
}

}  // namespace merestone
