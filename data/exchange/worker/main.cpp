// SPDX-License-Identifier: Apache-2.0
/// merestone-gdal: reads and writes geodata files with GDAL on behalf of `merestone`, in a process of its own that
/// gave up everything but that file. It is started by the program, never by hand: socket 0 is its only door.
#include "data/exchange/worker/gdal.hpp"
#include "data/exchange/worker/geojson.hpp"
#include "data/exchange/worker/grid.hpp"
#include "data/exchange/worker/photo.hpp"
#include "data/exchange/worker/read.hpp"
#include "data/exchange/worker/request.hpp"
#include "data/exchange/worker/sandbox.hpp"
#include "data/exchange/worker/write.hpp"

#include <sys/socket.h>

#include <cstdio>
#include <new>

namespace {

using namespace merestone;

void send_failure(const worker::Failure& failure, wire::Writer& out) {
  out.begin(wire::Kind::failure);
  out.text(failure.what());
  for (const auto& [key, value] : failure.facts) {
    out.text(key);
    out.text(value);
  }
  out.send();
}

void serve(int socket) {
  constexpr int patience_s = 60;
  wire::Reader in{socket};
  wire::Writer out{socket};
  wire::Frame frame = in.next(patience_s);
  if (frame.kind != wire::Kind::request) throw wire::Broken{"no request"};
  const worker::Request request{frame.payload};
  const std::string mode = request["mode"];
  std::vector<std::string> files;
  for (int i = 0; !request["file" + std::to_string(i)].empty(); ++i) files.push_back(request["file" + std::to_string(i)]);
  const worker::Limits limits{request.number("memory"), request.number("seconds"), request.number("written")};
  worker::enter_sandbox(limits, files, request["folder"]);
  worker::listen();
  try {
    worker::know_only(request["format"]);
    const bool geojson = request["format"] == "GeoJSON";
    if (mode == "read") geojson ? worker::send_geojson(request, true, out) : worker::read(request, out);
    if (mode == "describe") geojson ? worker::send_geojson(request, false, out) : worker::describe(request, out);
    if (mode == "grid") worker::send_grid(request, out);
    if (mode == "photo") worker::send_tags(request, out);
    if (mode == "write") worker::write(request, in, out);
  } catch (const worker::Failure& failure) {
    send_failure(failure, out);
  } catch (const std::bad_alloc&) {
    send_failure({"import.too_large", {{"limit_mb", std::to_string(limits.memory >> 20)}}}, out);
  }
}

}  // namespace

int main() {
  int type = 0;
  socklen_t size = sizeof type;
  if (::getsockopt(0, SOL_SOCKET, SO_TYPE, &type, &size) != 0) {
    std::fputs("merestone-gdal is started by merestone; it has no use of its own.\n", stderr);
    return 2;
  }
  try {
    serve(0);
    return 0;
  } catch (const std::exception&) {
    return 5;
  }
}
