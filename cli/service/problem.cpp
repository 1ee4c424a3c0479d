// SPDX-License-Identifier: Apache-2.0
#include "cli/service/problem.hpp"

#include "cli/words/json.hpp"

#include <nlohmann/json.hpp>

namespace merestone {
namespace {

const char* title_of(unsigned status) {
  switch (status) {
    case 400: return "Bad request";
    case 404: return "Not found";
    case 405: return "Method not allowed";
    case 409: return "Conflict";
    case 413: return "Content too large";
    case 415: return "Unsupported media type";
    case 421: return "Misdirected request";
    case 431: return "Request header fields too large";
    case 503: return "Service unavailable";
    default: return "Internal error";
  }
}

}  // namespace

unsigned status_of(Fault fault) noexcept {
  switch (fault) {
    case Fault::invalid: return 400;
    case Fault::missing: return 404;
    case Fault::conflict: return 409;
    case Fault::unavailable: return 503;
  }
  return 500;
}

Response problem(unsigned status, const std::string& detail, const std::vector<Finding>& findings) {
  nlohmann::ordered_json json{{"type", "about:blank"}, {"title", title_of(status)}, {"status", status}};
  if (!detail.empty()) json["detail"] = detail;
  if (!findings.empty()) json["findings"] = to_json(findings);
  return {.status = status, .media_type = "application/problem+json",
          .body = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
}

Response problem(const Error& error) {
  auto response = problem(status_of(error.fault()), error.what(), error.findings());
  if (response.status == 503) response.headers.emplace_back("Retry-After", "5");
  return response;
}

Response not_allowed(const std::string& methods) {
  auto response = problem(405, "only these methods are answered here: " + methods);
  response.headers.emplace_back("Allow", methods);
  return response;
}

}  // namespace merestone
