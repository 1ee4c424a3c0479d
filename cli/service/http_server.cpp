// SPDX-License-Identifier: Apache-2.0
#include "cli/service/http_server.hpp"

#include "cli/service/http_session.hpp"
#include "gis/base/error.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <csignal>
#include <thread>

namespace merestone {

namespace net = boost::asio;

class HttpServer::Listener {
 public:
  Listener(unsigned short port, std::vector<std::string> hosts, HttpLimits limits, Handler handler)
      : acceptor_{net::make_strand(context_)}, timer_{context_}, signals_{context_} {
    shared_.limits = limits;
    shared_.handler = std::move(handler);
    shared_.hosts = std::move(hosts);
    for (const char* own : {"localhost", "127.0.0.1", "[::1]"}) shared_.hosts.emplace_back(own);
    shared_.last_closed = [this] { context_.stop(); };
    listen({net::ip::address_v4::loopback(), port});
  }

  /// Connections still open end with the context, when there is nothing left to tell.
  ~Listener() { shared_.last_closed = nullptr; }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  unsigned short port() const noexcept { return port_; }

  void run(bool until_signal) {
    if (until_signal) {
      signals_.add(SIGINT);
      signals_.add(SIGTERM);
      signals_.async_wait([this](boost::system::error_code error, int) {
        if (!error) stop();
      });
    }
    accept();
    std::vector<std::thread> others;
    for (unsigned i = 1; i < shared_.limits.threads; ++i) others.emplace_back([this] { context_.run(); });
    context_.run();
    for (auto& thread : others) thread.join();
  }

  void stop() {
    net::post(acceptor_.get_executor(), [this] {
      if (shared_.stopping.exchange(true)) return;
      boost::system::error_code ignored;
      acceptor_.close(ignored);
      signals_.cancel(ignored);
      timer_.expires_after(shared_.limits.farewell);
      timer_.async_wait([this](boost::system::error_code) { context_.stop(); });
      shared_.wake_all();
    });
  }

 private:
  void listen(const net::ip::tcp::endpoint& endpoint) {
    boost::system::error_code error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(net::socket_base::reuse_address{true}, error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
    if (error) {
      const auto port = std::to_string(endpoint.port());
      throw Error{Fault::unavailable, "cannot listen on port " + port + ": " + error.message(),
                  {{.rule = "service.port", .facts = {{"port", port}, {"reason", error.message()}}}}};
    }
    port_ = acceptor_.local_endpoint().port();
  }

  void accept() {
    acceptor_.async_accept(net::make_strand(context_), [this](boost::system::error_code error, net::ip::tcp::socket socket) {
      if (!acceptor_.is_open()) return;
      if (!error) start_session(std::move(socket), shared_, shared_.count() >= shared_.limits.connections);
      // Without free descriptors accepting fails at once and for ever: let connections end first.
      if (error) return retry_accept();
      accept();
    });
  }

  void retry_accept() {
    timer_.expires_after(std::chrono::milliseconds{100});
    timer_.async_wait([this](boost::system::error_code) {
      net::post(acceptor_.get_executor(), [this] {
        if (acceptor_.is_open()) accept();
      });
    });
  }

  HttpShared shared_;  // outlives the connections that the context holds
  net::io_context context_;
  net::ip::tcp::acceptor acceptor_;
  net::steady_timer timer_;
  net::signal_set signals_;
  unsigned short port_ = 0;
};

HttpServer::HttpServer(unsigned short port, std::vector<std::string> hosts, HttpLimits limits, Handler handler)
    : listener_{std::make_unique<Listener>(port, std::move(hosts), limits, std::move(handler))} {}

HttpServer::~HttpServer() = default;

unsigned short HttpServer::port() const noexcept { return listener_->port(); }
void HttpServer::run(bool until_signal) { listener_->run(until_signal); }
void HttpServer::stop() { listener_->stop(); }

}  // namespace merestone
