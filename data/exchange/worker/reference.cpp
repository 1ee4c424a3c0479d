// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/reference.hpp"

#include <cpl_conv.h>

#include <string_view>

namespace merestone::worker {

std::string reference_text(OGRSpatialReferenceH reference) {
  const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
  char* text = nullptr;
  std::string wkt;
  if (OSRExportToWktEx(reference, &text, options) == OGRERR_NONE && text) wkt = text;
  CPLFree(text);
  return wkt;
}

std::string reference_code(OGRSpatialReferenceH reference) {
  const char* authority = OSRGetAuthorityName(reference, nullptr);
  const char* code = OSRGetAuthorityCode(reference, nullptr);
  return authority && code ? std::string{authority} + ":" + code : std::string{};
}

bool is_said(OGRSpatialReferenceH reference) {
  const char* name = reference ? OSRGetName(reference) : nullptr;
  return name && std::string_view{name}.substr(0, 9) != "Undefined" && !OSRIsLocal(reference);
}

}  // namespace merestone::worker
