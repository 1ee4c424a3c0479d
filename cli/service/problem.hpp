// SPDX-License-Identifier: Apache-2.0
/// What a client is told when something went wrong (RFC 9457): a status, a title, the detail, and the findings
/// with rule, facts and sentences in English and Chinese.
#pragma once

#include "cli/service/message.hpp"
#include "gis/base/error.hpp"

namespace merestone {

/// invalid 400, missing 404, conflict 409, unavailable 503.
unsigned status_of(Fault fault) noexcept;

Response problem(unsigned status, const std::string& detail, const std::vector<Finding>& findings = {});
Response problem(const Error& error);
/// 405, with the methods that there are.
Response not_allowed(const std::string& methods);

}  // namespace merestone
