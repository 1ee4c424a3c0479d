// SPDX-License-Identifier: Apache-2.0
#include "cli/service/http_server.hpp"
#include "cli/service/http_session.hpp"
#include "gis/base/error.hpp"
#include "tests/support/text.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/write.hpp>

#include <csignal>
#include <thread>

using namespace merestone;
using namespace merestone::test;
namespace net = boost::asio;

namespace {

/// A server at work for the length of a test.
class Running {
 public:
  explicit Running(HttpLimits limits = {}, Handler handler = echo)
      : server_{0, {"maps.example"}, limits, std::move(handler)}, thread_{[this] { server_.run(false); }} {}
  ~Running() {
    server_.stop();
    thread_.join();
  }
  unsigned short port() const { return server_.port(); }

  static Response echo(const Request& request) {
    if (request.target == "/empty") return {.status = 204};
    return {.media_type = "text/plain",
            .body = request.method + " " + request.target + (request.form.empty() ? "" : " " + request.form) + (request.accepts_gzip ? " gzip" : "")};
  }

 private:
  HttpServer server_;
  std::thread thread_;
};

class Client {
 public:
  explicit Client(unsigned short port) : socket_{context_} {
    socket_.connect({net::ip::address_v4::loopback(), port});
  }
  void send(const std::string& text) { net::write(socket_, net::buffer(text)); }
  /// Everything until the server closes.
  std::string rest() {
    std::string text;
    boost::system::error_code error;
    while (!error) {
      char bytes[4096];
      const auto got = socket_.read_some(net::buffer(bytes), error);
      text.append(bytes, got);
    }
    CHECK(error == net::error::eof);
    return text;
  }
  std::string some() {
    char bytes[4096];
    return {bytes, socket_.read_some(net::buffer(bytes))};
  }

 private:
  net::io_context context_;
  net::ip::tcp::socket socket_;
};

std::string answer(unsigned short port, const std::string& request) {
  Client client{port};
  client.send(request);
  return client.rest();
}

const std::string closing = "Host: localhost\r\nConnection: close\r\n\r\n";

}  // namespace

TEST_CASE("GET, HEAD and a form by POST are answered, other bodies are not") {
  const Running server;
  const auto get = answer(server.port(), "GET /a?b HTTP/1.1\r\nAccept-Encoding: br, gzip;q=0.8\r\n" + closing);
  CHECK(get.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(has(get, "\r\nContent-Length: 13\r\n"));
  CHECK(has(get, "\r\nDate: "));
  CHECK(get.ends_with("\r\n\r\nGET /a?b gzip"));
  const auto head = answer(server.port(), "HEAD /a HTTP/1.1\r\n" + closing);
  CHECK(has(head, "\r\nContent-Length: 7\r\n"));
  CHECK(head.ends_with("\r\n\r\n"));
  const std::string form = "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n";
  const auto post = [&](const std::string& type, const std::string& text) {
    return answer(server.port(), "POST /a HTTP/1.1\r\n" + type + "Content-Length: " + std::to_string(text.size()) + "\r\n" + closing + text);
  };
  CHECK(post(form, "b=1").ends_with("\r\n\r\nPOST /a b=1"));
  CHECK(has(post(form, "line=" + std::string(400'000, 'x')), "Content-Length: 400013\r\n"));
  CHECK(post(form, "line=" + std::string(4'000'000, 'x')).starts_with("HTTP/1.1 413 "));
  CHECK(post("Content-Type: application/json\r\n", "{}").starts_with("HTTP/1.1 415 "));
  CHECK_FALSE(has(answer(server.port(), "GET /empty HTTP/1.1\r\n" + closing), "Content-Length"));
  CHECK_FALSE(answer(server.port(), "GET /a HTTP/1.1\r\nAccept-Encoding: gzip;q=0\r\n" + closing).ends_with("gzip"));
}

TEST_CASE("one connection serves many requests, also when they come at once") {
  const Running server;
  const auto text = answer(server.port(), "GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /2 HTTP/1.1\r\n" + closing);
  const auto first = text.find("GET /1");
  CHECK(first != std::string::npos);
  CHECK(text.find("GET /2", first) != std::string::npos);
  CHECK(answer(server.port(), "GET /1 HTTP/1.0\r\n\r\n").ends_with("GET /1"));
}

TEST_CASE("foreign host names are refused, so that no foreign page can reach us") {
  const Running server;
  const auto status = [&](const std::string& host) {
    return answer(server.port(), "GET / HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n").substr(9, 3);
  };
  CHECK(status("Host: localhost:1234\r\n") == "200");
  CHECK(status("Host: 127.0.0.1\r\n") == "200");
  CHECK(status("Host: [::1]:80\r\n") == "200");
  CHECK(status("Host: Maps.Example\r\n") == "200");
  CHECK(status("Host: evil.example\r\n") == "421");
  CHECK(status("Host: localhost.evil.example\r\n") == "421");
  CHECK(status("Host: 127.0.0.1.nip.io:80\r\n") == "421");
  CHECK(status("Host:\r\n") == "421");
  CHECK(status("") == "400");
  CHECK(status("Host: localhost\r\nHost: evil.example\r\n") == "400");
}

TEST_CASE("requests that are too large or broken are refused and the connection closed") {
  const Running server;
  CHECK(answer(server.port(), "GET / HTTP/1.1\r\nX: " + std::string(40'000, 'x') + "\r\n" + closing).starts_with("HTTP/1.1 431 "));
  CHECK(answer(server.port(), "GET /" + std::string(40'000, 'x') + " HTTP/1.1\r\n" + closing).starts_with("HTTP/1.1 431 "));
  CHECK(answer(server.port(), "GET / HTTP/1.1\r\nContent-Length: 5\r\n" + closing + "hello").starts_with("HTTP/1.1 413 "));
  CHECK(answer(server.port(), "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + closing + "5\r\nhello\r\n0\r\n\r\n")
            .starts_with("HTTP/1.1 413 "));
  CHECK(answer(server.port(), "nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
  CHECK(answer(server.port(), "GET / HTTP/1.1\r\nA : b\r\n" + closing).starts_with("HTTP/1.1 400 "));
  CHECK(answer(server.port(), "GET / HTTP/1.1\r\n" + closing).starts_with("HTTP/1.1 200 "));
}

TEST_CASE("a silent client is let go") {
  const Running server{{.idle = std::chrono::seconds{1}}};
  Client client{server.port()};
  client.send("GET / HT");
  const auto start = std::chrono::steady_clock::now();
  CHECK(client.rest().empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
}

TEST_CASE("too many connections are told so, and the others go on") {
  const Running server{{.connections = 2}};
  Client first{server.port()};
  Client second{server.port()};
  first.send("GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(has(first.some(), "GET /1"));
  second.send("GET /2 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(has(second.some(), "GET /2"));
  Client third{server.port()};
  CHECK(third.rest().starts_with("HTTP/1.1 503 "));
  first.send("GET /3 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(has(first.some(), "GET /3"));
}

TEST_CASE("a port in use is a clear error") {
  const Running server;
  try {
    const HttpServer other{server.port(), {}, {}, Running::echo};
    FAIL("the port was given twice");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::unavailable);
    REQUIRE(error.findings().size() == 1);
    CHECK(error.findings().front().rule == "service.port");
  }
}

TEST_CASE("stopping finishes the answer under way and closes idle connections") {
  std::atomic<bool> started = false;
  HttpServer server{0, {}, {}, [&](const Request& request) {
                      started = true;
                      std::this_thread::sleep_for(std::chrono::milliseconds{200});
                      return Running::echo(request);
                    }};
  std::thread thread{[&] { server.run(false); }};
  Client idle{server.port()};
  Client busy{server.port()};
  busy.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
  while (!started) std::this_thread::yield();
  server.stop();
  CHECK(has(busy.rest(), "GET /slow"));
  CHECK(idle.rest().empty());
  thread.join();
}

TEST_CASE("SIGTERM stops a server that listens to signals") {
  HttpServer server{0, {}, {}, Running::echo};
  std::thread thread{[&] { server.run(true); }};
  Client client{server.port()};
  client.send("GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(has(client.some(), "GET /1"));
  std::raise(SIGTERM);
  thread.join();
  CHECK(client.rest().empty());
}
