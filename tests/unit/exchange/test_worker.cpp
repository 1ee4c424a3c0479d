// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading.hpp"
#include "data/exchange/wire.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

using namespace merestone;
using namespace merestone::test;

namespace {

using Failure = std::pair<Fault, std::set<std::string>>;

/// Reads a good file with a worker that is a shell script.
Failure with_worker(const std::string& script) {
  const Folder folder;
  const std::string worker = folder.write("worker", "#!/bin/sh\n" + script + "\n");
  REQUIRE(::chmod(worker.c_str(), 0700) == 0);
  const std::string path = folder.write("c.geojson", two_communes());
  return failure_of([&] { read_divisions(path, {.level = 4, .limits = {.seconds = 1}, .worker = worker}); });
}

}  // namespace

TEST_CASE("a worker that is missing, dies, babbles or hangs is a failure, never a hang") {
  const Failure failed{Fault::unavailable, {"import.reader_failed"}};
  const Folder folder;
  const std::string path = folder.write("c.geojson", two_communes());
  CHECK(failure_of([&] { read_divisions(path, {.worker = folder.path("absent")}); }) == Failure{Fault::unavailable, {"exchange.no_worker"}});
  CHECK(with_worker("exit 0") == failed);
  CHECK(with_worker("kill -SEGV $$") == failed);
  CHECK(with_worker("kill -KILL $$") == failed);
  CHECK(with_worker("printf 'hello, I am no worker at all' >&0") == failed);
  CHECK(with_worker("printf 'R\\377\\377\\377\\377' >&0") == failed);                         // a frame of 4 GB
  CHECK(with_worker("printf 'L\\004\\000\\000\\000\\377\\377\\377\\177' >&0; sleep 1") == failed);  // a text longer than its frame
  CHECK(with_worker("printf 'Z\\010\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000' >&0") == failed);  // an end without beginning
  CHECK(with_worker("sleep 60") == Failure{Fault::unavailable, {"import.reader_timeout"}});
}

TEST_CASE("a file that needs more than it may is stopped") {
  const Folder folder;
  std::vector<std::pair<std::string, std::string>> many;
  for (int i = 0; i < 60'000; ++i) many.emplace_back(commune(std::to_string(i), "A"), square(i % 300 * 0.1, i / 300 * 0.1));
  const std::string path = folder.write("many.topojson", "{\"type\":\"Topology\",\"objects\":{\"a\":" + geojson(many) + "},\"arcs\":[]}");
  CHECK_FALSE(failure_of([&] { read_divisions(path, {.level = 4, .limits = {.memory_mb = 450}}); }).second.empty());
}

TEST_CASE("frames survive any cutting of the stream, and nothing else does") {
  int ends[2];
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
  std::thread sender{[&] {
    wire::Writer out{ends[0]};
    for (int i = 0; i < 3; ++i) {
      out.begin(wire::Kind::records);
      out.number(7);
      out.text("Écouflant");
      out.null();
      out.wide(1ULL << 40);
      out.text(std::string(300'000, 'x'));
      out.send();
    }
    ::shutdown(ends[0], SHUT_WR);
  }};
  wire::Reader in{ends[1]};
  for (int i = 0; i < 3; ++i) {
    wire::Frame frame = in.next(5);
    CHECK(frame.kind == wire::Kind::records);
    CHECK(frame.payload.number() == 7);
    CHECK(frame.payload.text() == "Écouflant");
    bool is_null = false;
    CHECK(frame.payload.text(&is_null).empty());
    CHECK(is_null);
    CHECK(frame.payload.wide() == 1ULL << 40);
    CHECK(frame.payload.text().size() == 300'000);
    CHECK(frame.payload.done());
    CHECK_THROWS_AS(frame.payload.number(), wire::Broken);
  }
  CHECK_THROWS_AS(in.next(5), wire::Broken);
  sender.join();
  ::close(ends[0]);
  ::close(ends[1]);
}
