// SPDX-License-Identifier: Apache-2.0
#include "cli/service/http_session.hpp"

#include "cli/service/finish.hpp"
#include "cli/service/problem.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <ctime>
#include <optional>

namespace merestone {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

std::string text_of(beast::string_view text) { return {text.data(), text.size()}; }

/// A coding named with q=0 is refused; "*" is not asked for by any browser and not honoured.
bool names_gzip(beast::string_view header) {
  for (const auto& coding : http::ext_list{header}) {
    if (!beast::iequals(coding.first, "gzip")) continue;
    for (const auto& parameter : coding.second)
      if (parameter.first == "q" && (parameter.second == "0" || parameter.second.starts_with("0.0"))) return false;
    return true;
  }
  return false;
}

/// Whether a Content-Type names the form that a page sends (WHATWG URL standard), with any parameters.
bool is_form(std::string_view type) {
  const auto name = type.substr(0, type.find_first_of("; "));
  return beast::iequals({name.data(), name.size()}, "application/x-www-form-urlencoded");
}

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[40];
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return text;
}

}  // namespace

bool is_our_host(std::string_view host, const std::vector<std::string>& hosts) {
  const auto colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) host = host.substr(0, colon);
  return std::any_of(hosts.begin(), hosts.end(),
                     [&](const std::string& ours) { return beast::iequals(ours, {host.data(), host.size()}); });
}

class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(boost::asio::ip::tcp::socket socket, HttpShared& shared) : stream_{std::move(socket)}, shared_{shared} {
    boost::system::error_code ignored;
    stream_.socket().set_option(boost::asio::ip::tcp::no_delay{true}, ignored);
    shared_.join(this);
  }
  ~HttpSession() { shared_.leave(this); }
  HttpSession(const HttpSession&) = delete;
  HttpSession& operator=(const HttpSession&) = delete;

  void start(bool refused) {
    boost::asio::dispatch(stream_.get_executor(), [self = shared_from_this(), refused] {
      if (refused) self->give_up(503, "too many connections; try again");
      else self->read();
    });
  }

  /// A connection that only waits is closed; one at work closes by itself after its answer.
  void wake() {
    boost::asio::dispatch(stream_.get_executor(), [self = shared_from_this()] {
      if (self->idle_) self->stream_.cancel();
    });
  }

 private:
  void read() {
    if (shared_.stopping) return close();
    idle_ = true;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(shared_.limits.header_bytes));
    parser_->body_limit(shared_.limits.form_bytes);
    stream_.expires_after(shared_.limits.idle);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](beast::error_code error, std::size_t) { self->answer(error); });
  }

  void answer(beast::error_code error) {
    idle_ = false;
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
      return give_up(431, "the request header is too large");
    if (error == http::error::body_limit || error == http::error::unexpected_body)
      return give_up(413, "the request body is too large");
    if (error.category() == make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message)
      return give_up(400, "not a well-formed HTTP request");
    if (error) return close();  // closed by the client, timed out, or cancelled by wake()

    const auto& message = parser_->get();
    request_ = {.method = text_of(message.method_string()),
                .target = text_of(message.target()),
                .host = text_of(message[http::field::host]),
                .if_none_match = text_of(message[http::field::if_none_match]),
                .accepts_gzip = names_gzip(message[http::field::accept_encoding]),
                .form = message.body()};
    const auto hosts = message.equal_range(http::field::host);
    const auto host_count = std::distance(hosts.first, hosts.second);
    if (host_count > 1 || (host_count == 0 && message.version() >= 11))
      return give_up(400, "the request must name one host");
    if (host_count == 1 && !is_our_host(text_of(hosts.first->value()), shared_.hosts))
      return give_up(421, "this host name is not served here");
    keep_alive_ = message.keep_alive() && !shared_.stopping;
    const bool asks = message.method() == http::verb::get || message.method() == http::verb::head;
    if (asks && !request_.form.empty()) return give_up(413, "this request takes no body");
    if (message.method() == http::verb::post && !request_.form.empty() && !is_form(text_of(message[http::field::content_type])))
      return give_up(415, "only forms are taken: application/x-www-form-urlencoded");
    send(shared_.handler(request_));
  }

  void give_up(unsigned status, const char* why) {
    keep_alive_ = false;
    request_ = {};
    send(finish(request_, problem(status, why)));
  }

  void send(Response answer) {
    answer_ = std::move(answer);
    auto& message = message_.emplace();
    message.version(11);
    message.result(answer_.status);
    message.set(http::field::date, http_date());
    for (const auto& [name, value] : answer_.headers) message.set(name, value);
    if (!answer_.media_type.empty()) message.set(http::field::content_type, answer_.media_type);
    if (answer_.gzip) message.set(http::field::content_encoding, "gzip");
    if (answer_.status != 204 && answer_.status != 304) message.content_length(answer_.body.size());
    message.keep_alive(keep_alive_);
    if (request_.method != "HEAD") message.body() = {answer_.body.data(), answer_.body.size()};
    stream_.expires_after(shared_.limits.write);
    http::async_write(stream_, message, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (error) self->close();
      else if (self->keep_alive_) self->read();
      else self->part();
    });
  }

  /// Closing on unread bytes resets the connection, and the client may never see its answer (RFC 9112 §9.6):
  /// read what it still sends first, but not for long and not without end.
  void part() {
    boost::system::error_code ignored;
    stream_.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(std::chrono::seconds{5});
    idle_ = true;
    drain(16 * static_cast<int>(1 + shared_.limits.form_bytes / drained_at_once));
  }

  void drain(int reads) {
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(drained_at_once),
                            [self = shared_from_this(), reads](beast::error_code error, std::size_t) {
                              if (error || reads == 0) self->close();
                              else self->drain(reads - 1);
                            });
  }

  void close() { stream_.close(); }

  static constexpr std::size_t drained_at_once = std::size_t{32} << 10;

  beast::tcp_stream stream_;
  HttpShared& shared_;
  beast::flat_buffer buffer_{std::size_t{64} << 10};
  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<http::response<http::span_body<const char>>> message_;
  Request request_;
  Response answer_;
  bool keep_alive_ = false;
  bool idle_ = false;
};

void HttpShared::join(HttpSession* session) {
  const std::lock_guard lock{mutex_};
  open_.insert(session);
}

void HttpShared::leave(HttpSession* session) {
  const std::lock_guard lock{mutex_};
  open_.erase(session);
  if (open_.empty() && stopping && last_closed) last_closed();
}

std::size_t HttpShared::count() {
  const std::lock_guard lock{mutex_};
  return open_.size();
}

void HttpShared::wake_all() {
  std::vector<std::shared_ptr<HttpSession>> alive;  // let go outside the lock: the last one to do so calls leave()
  {
    const std::lock_guard lock{mutex_};
    for (auto* session : open_)
      if (auto held = session->weak_from_this().lock()) alive.push_back(std::move(held));
    if (open_.empty() && last_closed) last_closed();
  }
  for (const auto& session : alive) session->wake();
}

void start_session(boost::asio::ip::tcp::socket socket, HttpShared& shared, bool refused) {
  std::make_shared<HttpSession>(std::move(socket), shared)->start(refused);
}

}  // namespace merestone
