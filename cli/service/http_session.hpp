// SPDX-License-Identifier: Apache-2.0
/// One connection of the server: reads a request, has it answered, writes the answer, and again.
#pragma once

#include "cli/service/http_server.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_set>

namespace merestone {

class HttpSession;

/// What the connections share. `open` holds those alive, so that a stopping server can wake the idle ones.
struct HttpShared {
  HttpLimits limits;
  Handler handler;
  std::vector<std::string> hosts;  ///< lower case, without port
  std::atomic<bool> stopping = false;
  std::function<void()> last_closed;  ///< called when stopping and no connection is left

  void join(HttpSession* session);
  void leave(HttpSession* session);
  std::size_t count();
  void wake_all();

 private:
  std::mutex mutex_;
  std::unordered_set<HttpSession*> open_;
};

/// Serves `socket` until either side closes it; `refused` answers 503 and closes.
void start_session(boost::asio::ip::tcp::socket socket, HttpShared& shared, bool refused);

/// Whether a Host header names one of `hosts`, with any port.
bool is_our_host(std::string_view host, const std::vector<std::string>& hosts);

}  // namespace merestone
