// SPDX-License-Identifier: Apache-2.0
/// PROJ's C handles as owners. For the sources of this folder only.
#pragma once

#include "gis/geodesy/crs.hpp"

#include <proj.h>
#include <proj_experimental.h>  // proj_crs_demote_to_2D, proj_query_geodetic_crs_from_datum

#include <memory>
#include <string>
#include <string_view>

namespace merestone::proj {

struct Release {
  void operator()(PJ_CONTEXT* handle) const noexcept { proj_context_destroy(handle); }
  void operator()(PJ* handle) const noexcept { proj_destroy(handle); }
  void operator()(PJ_OBJ_LIST* handle) const noexcept { proj_list_destroy(handle); }
  void operator()(PJ_OPERATION_FACTORY_CONTEXT* handle) const noexcept { proj_operation_factory_context_destroy(handle); }
};
using Context = std::unique_ptr<PJ_CONTEXT, Release>;
using Object = std::unique_ptr<PJ, Release>;
using List = std::unique_ptr<PJ_OBJ_LIST, Release>;
using Factory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, Release>;

/// Silent and without network: what PROJ has to say is in our errors.
Context make_context();

/// The horizontal part of the system in two dimensions. @throws Error crs.unknown, crs.not_horizontal.
Object horizontal(PJ_CONTEXT* context, std::string_view definition);

std::string name_of(const PJ* object);
std::string code_of(const PJ* object);  ///< "EPSG:1043"; empty when it has none
std::optional<Box> area_of(PJ_CONTEXT* context, const PJ* object);

/// Whether PROJ text could open a file: grids and init files are allowed by name only.
bool names_a_file(std::string_view text);

[[noreturn]] void refuse(const char* rule, const std::string& what,
                         std::vector<std::pair<std::string, std::string>> facts);

}  // namespace merestone::proj
