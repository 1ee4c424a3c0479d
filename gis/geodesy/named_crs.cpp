// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/named_crs.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/proj_handle.hpp"

namespace merestone {

std::optional<Crs> crs_said(std::string_view text) {
  try {
    return Crs::parse(text);
  } catch (const Error& error) {
    if (error.fault() != Fault::invalid) throw;
  }
  const std::string name{trimmed(text).substr(0, 200)};
  if (name.empty()) return {};
  const auto context = proj::make_context();
  const PJ_TYPE types[] = {PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_PROJECTED_CRS};
  const proj::List found{proj_create_from_name(context.get(), nullptr, name.c_str(), types, 2, 0, 1, nullptr)};
  if (!found || proj_list_get_count(found.get()) == 0) return {};
  const proj::Object one{proj_list_get(context.get(), found.get(), 0)};
  const std::string code = proj::code_of(one.get());
  if (code.empty()) return {};
  return Crs::parse(code);
}

}  // namespace merestone
