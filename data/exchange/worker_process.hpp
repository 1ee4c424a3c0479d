// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/wire.hpp"

#include <sys/types.h>

#include <string>
#include <utility>
#include <vector>

namespace merestone::exchange {

using Request = std::vector<std::pair<std::string, std::string>>;

/// A running merestone-gdal, killed and waited for when it goes out of scope.
class WorkerProcess {
 public:
  /// `program` empty: looked for beside this program. `about`: the file to name in errors.
  /// @throws Error unavailable exchange.no_worker when it is not there or cannot be started.
  WorkerProcess(const std::string& program, const Request& request, std::string about, int patience_s);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  /// @throws Error for a failure frame, with its rule; and import.reader_timeout, import.reader_failed
  /// (unavailable) when the worker is out of time, crashed, was killed or talks nonsense.
  wire::Frame next();
  wire::Writer& out() { return out_; }
  /// Sends what is in `out()`. @throws like next()
  void send();
  /// Turns what a broken conversation was into an Error that says why.
  [[noreturn]] void explain(const wire::Broken& broken);

 private:
  int socket_ = -1;
  pid_t process_ = -1;
  int patience_s_;
  std::string about_;
  wire::Reader in_{-1};
  wire::Writer out_{-1};
};

}  // namespace merestone::exchange
