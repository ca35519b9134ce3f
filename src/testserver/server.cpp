// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/server.h"

#include "core/message.h"
#include "testserver/delay_scheduler.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <microhttpd.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <system_error>
#include <unistd.h>
#include <unordered_map>

namespace overlap::testserver {

namespace {

using core::Error;
using core::Message;
using core::Nanoseconds;
using Token = DelayScheduler::Token;

// In the data of the epoll set; greater numbers are tokens of suspended exchanges.
constexpr Token daemonToken = 0;
constexpr Token timerToken = 1;

/// One request and its answer. Belongs to its connection from the request line to the completion notice.
struct Exchange
{
    enum class Phase { arriving, reading, waiting, due, abandoned };
    Phase phase = Phase::arriving;
    std::string target;
    Nanoseconds arrival = 0;
    Answer answer;
    MHD_Connection* connection = nullptr;
    int socket = -1;
};

struct ResponseDeleter
{
    void operator()(MHD_Response* response) const { MHD_destroy_response(response); }
};
using ResponsePointer = std::unique_ptr<MHD_Response, ResponseDeleter>;

/// The Host header, empty unless there is exactly one.
std::string_view hostOf(MHD_Connection* connection)
{
    struct Found
    {
        std::string_view host;
        int count = 0;
    } found;
    const auto look = [](void* context, MHD_ValueKind, const char* key, const char* value) {
        auto& result = *static_cast<Found*>(context);
        if (value && strcasecmp(key, MHD_HTTP_HEADER_HOST) == 0) {
            result.host = value;
            ++result.count;
        }
        return MHD_YES;
    };
    MHD_get_connection_values(connection, MHD_HEADER_KIND, look, &found);
    return found.count == 1 ? found.host : std::string_view();
}

bool hasBody(MHD_Connection* connection)
{
    const char* const length =
        MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_LENGTH);
    return (length && std::string_view(length) != "0") ||
           MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_TRANSFER_ENCODING);
}

ssize_t readGenerated(void*, std::uint64_t position, char* buffer, std::size_t size)
{
    fillBytes(position, buffer, size);
    return static_cast<ssize_t>(size);
}

MHD_Result send(MHD_Connection* connection, const Answer& answer)
{
    constexpr std::size_t blockSize = 32 * 1024;
    // libmicrohttpd copies the body; its parameter lacks const for the sake of its other modes.
    const ResponsePointer response(
        answer.generatedBytes > 0
            ? MHD_create_response_from_callback(answer.generatedBytes, blockSize, readGenerated, nullptr,
                                                nullptr)
            : MHD_create_response_from_buffer(answer.body.size(), const_cast<char*>(answer.body.data()),
                                              MHD_RESPMEM_MUST_COPY));
    if (!response)
        return MHD_NO;
    if (answer.generatedBytes > 0 || !answer.body.empty())
        MHD_add_response_header(response.get(), MHD_HTTP_HEADER_CONTENT_TYPE,
                                std::string(answer.type).c_str());
    if (answer.status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(response.get(), MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
    return MHD_queue_response(connection, answer.status, response.get());
}

int socketOf(MHD_Connection* connection)
{
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}

void watch(int epoll, int descriptor, std::uint32_t events, Token token)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = token;
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

} // namespace

class Server::Private
{
public:
    explicit Private(const ServerSettings& settings);
    ~Private();
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    void turn();
    int timeoutMilliseconds() const;

    std::uint16_t port = 0;
    int epoll = -1;
    MHD_Daemon* daemon = nullptr;
    DelayScheduler scheduler;

private:
    void start(const ServerSettings& settings);
    MHD_Result proceed(Exchange& exchange);
    void suspend(Exchange& exchange);
    void wake(Token token, Exchange::Phase phase);

    // Called by the daemon from inside turn() and the destructor; no exception may pass through its C.
    static void* noteTarget(void* self, const char* target, MHD_Connection* connection);
    static MHD_Result handle(void* self, MHD_Connection* connection, const char* path, const char* method,
                             const char* version, const char* upload, std::size_t* uploadSize,
                             void** context);
    static void complete(void* self, MHD_Connection* connection, void** context,
                         MHD_RequestTerminationCode why);
    static void notifyConnection(void* self, MHD_Connection* connection, void** context,
                                 MHD_ConnectionNotificationCode code);

    RouteLimits m_limits;
    Token m_lastToken = timerToken;
    bool m_connectionClosed = false;
    std::unordered_map<Token, Exchange*> m_suspended;
};

Server::Private::Private(const ServerSettings& settings) : m_limits(settings.limits)
{
    epoll = epoll_create1(EPOLL_CLOEXEC);
    if (epoll < 0)
        throw std::system_error(errno, std::generic_category(), "epoll_create1");
    try {
        watch(epoll, scheduler.descriptor(), EPOLLIN, timerToken);
        start(settings);
    } catch (...) {
        if (daemon)
            MHD_stop_daemon(daemon);
        close(epoll);
        throw;
    }
}

Server::Private::~Private()
{
    // The daemon refuses to stop while connections are suspended.
    for (const Token token : scheduler.takeAll())
        wake(token, Exchange::Phase::abandoned);
    MHD_stop_daemon(daemon);
    close(epoll);
}

void Server::Private::start(const ServerSettings& settings)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = 0;
    // The kernel takes its own limit where this is more.
    constexpr std::intptr_t backlog = 4096;
    const auto number = [](auto value) { return static_cast<std::intptr_t>(value); };
    const MHD_OptionItem options[] = {
        // The daemon's default address is every interface.
        {MHD_OPTION_SOCK_ADDR, 0, &address},
        {MHD_OPTION_LISTEN_BACKLOG_SIZE, backlog, nullptr},
        {MHD_OPTION_CONNECTION_LIMIT, number(settings.connections), nullptr},
        {MHD_OPTION_CONNECTION_TIMEOUT, number(settings.idleSeconds), nullptr},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, number(settings.connectionMemory), nullptr},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr},
        {MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, nullptr},
        {MHD_OPTION_URI_LOG_CALLBACK, reinterpret_cast<std::intptr_t>(&Private::noteTarget), this},
        {MHD_OPTION_NOTIFY_COMPLETED, reinterpret_cast<std::intptr_t>(&Private::complete), this},
        {MHD_OPTION_NOTIFY_CONNECTION, reinterpret_cast<std::intptr_t>(&Private::notifyConnection), this},
        {MHD_OPTION_END, 0, nullptr},
    };
    // Without a thread of the daemon's own everything happens in turn(), and nothing needs a lock.
    daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr, &Private::handle,
                              this, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
    if (!daemon)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "The test server cannot listen on 127.0.0.1: %1."),
                            {std::generic_category().message(errno)}));
    port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    watch(epoll, MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd, EPOLLIN, daemonToken);
}

void Server::Private::turn()
{
    std::array<epoll_event, 64> events;
    const int count = epoll_wait(epoll, events.data(), static_cast<int>(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const Token token = events[static_cast<std::size_t>(i)].data.u64;
        if (token == timerToken) {
            for (const Token due : scheduler.takeDue(core::monotonicNow()))
                wake(due, Exchange::Phase::due);
        } else if (token != daemonToken && scheduler.remove(token)) {
            // Its client has left. Until its delay had passed it would count against the connection limit.
            wake(token, Exchange::Phase::abandoned);
        }
    }
    m_connectionClosed = false;
    MHD_run(daemon);
}

int Server::Private::timeoutMilliseconds() const
{
    // At its limit the daemon stops listening, and takes it up again only at the beginning of a run: without
    // one more, a client in the backlog would wait for somebody else's next event.
    if (m_connectionClosed)
        return 0;
    MHD_UNSIGNED_LONG_LONG milliseconds = 0;
    if (MHD_get_timeout(daemon, &milliseconds) != MHD_YES)
        return -1;
    constexpr MHD_UNSIGNED_LONG_LONG longest = 60'000;
    return static_cast<int>(std::min(milliseconds, longest));
}

MHD_Result Server::Private::proceed(Exchange& exchange)
{
    switch (exchange.phase) {
    case Exchange::Phase::arriving:
        break;
    case Exchange::Phase::reading:
        if (exchange.answer.delay == 0)
            return send(exchange.connection, exchange.answer);
        suspend(exchange);
        return MHD_YES;
    case Exchange::Phase::waiting:
    case Exchange::Phase::due:
        return send(exchange.connection, exchange.answer);
    case Exchange::Phase::abandoned:
        return MHD_NO;
    }
    return MHD_NO;
}

void Server::Private::suspend(Exchange& exchange)
{
    const Token token = ++m_lastToken;
    m_suspended.emplace(token, &exchange);
    watch(epoll, exchange.socket, EPOLLRDHUP, token);
    scheduler.add(exchange.arrival + exchange.answer.delay, token);
    // Last, because a connection that is suspended must not be closed where one of the lines above throws.
    exchange.phase = Exchange::Phase::waiting;
    MHD_suspend_connection(exchange.connection);
}

void Server::Private::wake(Token token, Exchange::Phase phase)
{
    const auto found = m_suspended.find(token);
    if (found == m_suspended.end())
        return;
    Exchange& exchange = *found->second;
    m_suspended.erase(found);
    epoll_ctl(epoll, EPOLL_CTL_DEL, exchange.socket, nullptr);
    exchange.phase = phase;
    MHD_resume_connection(exchange.connection);
}

void* Server::Private::noteTarget(void*, const char* target, MHD_Connection* connection)
try {
    auto exchange = std::make_unique<Exchange>();
    // One more byte than allowed is enough to see that it is too long.
    exchange->target.assign(target, strnlen(target, maximumTargetLength + 1));
    exchange->connection = connection;
    exchange->socket = socketOf(connection);
    return exchange.release();
} catch (...) {
    return nullptr;
}

MHD_Result Server::Private::handle(void* self, MHD_Connection* connection, const char*, const char* method,
                                   const char*, const char*, std::size_t*, void** context)
try {
    auto& server = *static_cast<Private*>(self);
    auto* const exchange = static_cast<Exchange*>(*context);
    if (!exchange)
        return MHD_NO;
    if (exchange->phase != Exchange::Phase::arriving)
        return server.proceed(*exchange);

    exchange->arrival = core::monotonicNow();
    const bool body = hasBody(connection);
    exchange->answer =
        answerTo({method, exchange->target, hostOf(connection), body}, server.port, server.m_limits);
    exchange->phase = Exchange::Phase::reading;
    // An answer given now, before the request is read to its end, closes the connection. That is right for a
    // body nobody wants; every other connection is worth keeping.
    return body ? send(connection, exchange->answer) : MHD_YES;
} catch (...) {
    return MHD_NO;
}

void Server::Private::complete(void*, MHD_Connection*, void** context, MHD_RequestTerminationCode)
{
    delete static_cast<Exchange*>(*context);
    *context = nullptr;
}

void Server::Private::notifyConnection(void* self, MHD_Connection* connection, void**,
                                       MHD_ConnectionNotificationCode code)
{
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        static_cast<Private*>(self)->m_connectionClosed = true;
        return;
    }
    const int on = 1;
    setsockopt(socketOf(connection), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Server::Server(const ServerSettings& settings) : m_private(std::make_unique<Private>(settings)) {}
Server::~Server() = default;

std::uint16_t Server::port() const noexcept
{
    return m_private->port;
}
int Server::descriptor() const noexcept
{
    return m_private->epoll;
}

int Server::timeoutMilliseconds() const
{
    return m_private->timeoutMilliseconds();
}
void Server::turn()
{
    m_private->turn();
}
std::size_t Server::pendingDelays() const noexcept
{
    return m_private->scheduler.size();
}

} // namespace overlap::testserver
