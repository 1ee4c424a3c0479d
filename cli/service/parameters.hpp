// SPDX-License-Identifier: Apache-2.0
/// The parameters of one request, each asked for by name; one that nobody asked for is the client's mistake.
#pragma once

#include "cli/service/message.hpp"
#include "gis/base/date.hpp"
#include "gis/geometry/position.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

class Parameters {
 public:
  explicit Parameters(const Target& target) : given_{target.parameters}, used_(given_.size(), false) {}

  /// Each throws Error{Fault::invalid}, naming the parameter, for a value it cannot take.
  std::string text(std::string_view name, std::size_t max_bytes);
  /// Nothing when it is not given.
  std::optional<std::string> optional_text(std::string_view name, std::size_t max_bytes);
  double number(std::string_view name, double least, double most);
  std::optional<long> whole(std::string_view name, long least, long most);
  Date day(std::string_view name, Date otherwise);
  /// "lon,lat".
  std::optional<Position> position(std::string_view name);
  /// "lon,lat lon,lat …", two positions at least, `most` at most.
  Polyline line(std::string_view name, std::size_t most);
  std::optional<std::string> one_of(std::string_view name, std::initializer_list<std::string_view> words);
  /// @throws Error{Fault::invalid} for the first parameter that was not asked for.
  void finish() const;

 private:
  const std::string* find(std::string_view name);
  const std::string& need(std::string_view name);

  const std::vector<std::pair<std::string, std::string>>& given_;
  std::vector<bool> used_;
};

}  // namespace merestone
