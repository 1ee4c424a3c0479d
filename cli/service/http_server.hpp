// SPDX-License-Identifier: Apache-2.0
/// HTTP/1.1 on the loopback interface: GET, HEAD and POST of a form, asynchronous, bounded in every direction.
#pragma once

#include "cli/service/message.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace merestone {

struct HttpLimits {
  std::size_t header_bytes = 32768;          ///< more is a 431
  std::size_t form_bytes = 512 << 10;        ///< more is a 413; a line that is tried has place for ten thousand positions
  std::size_t connections = 256;             ///< one more is told 503 and let go
  std::chrono::seconds idle{30};             ///< without a whole request the connection is closed
  std::chrono::seconds write{30};            ///< the client must take an answer in this time
  std::chrono::milliseconds farewell{2000};  ///< a stopping server waits this long for answers under way
  unsigned threads = 2;
};

/// Makes the answer; called from several threads at once, and must not throw.
using Handler = std::function<Response(const Request&)>;

class HttpServer {
 public:
  /// Takes the port at once; 0 is any free one. `hosts` are names that requests may ask for besides the
  /// loopback's own: anything else is refused, so that a foreign page cannot reach us under its own name
  /// (DNS rebinding). @throws Error{Fault::unavailable} when the port is taken or not allowed.
  HttpServer(unsigned short port, std::vector<std::string> hosts, HttpLimits limits, Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  unsigned short port() const noexcept;

  /// Serves until `stop()` or, when `until_signal`, SIGINT or SIGTERM; answers under way are finished.
  void run(bool until_signal);
  /// May be called from any thread, also before `run`.
  void stop();

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace merestone
