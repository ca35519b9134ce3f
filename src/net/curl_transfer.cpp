// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl_transfer.h"

#include <algorithm>
#include <limits>
#include <netinet/in.h>
#include <new>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace overlap::net {

namespace {

using core::Error;
using core::FetchRequest;
using core::FetchResponse;
using core::FetchStatus;
using core::Message;
using core::Nanoseconds;

// Never 0, which libcurl takes for "no limit".
long milliseconds(Nanoseconds time)
{
    constexpr Nanoseconds most = std::numeric_limits<int>::max();
    return static_cast<long>(std::clamp<Nanoseconds>((time + 999'999) / 1'000'000, 1, most));
}

curl_socket_t openSocket(void* context, curlsocktype, curl_sockaddr* address)
{
    // libcurl 7.88 would let every child inherit it.
    const int socket = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (socket >= 0)
        static_cast<std::vector<int>*>(context)->push_back(socket);
    return socket < 0 ? CURL_SOCKET_BAD : socket;
}

int closeSocket(void* context, curl_socket_t socket)
{
    std::erase(*static_cast<std::vector<int>*>(context), socket);
    return ::close(socket);
}

using NameOfSocket = int (*)(int, sockaddr*, socklen_t*); // getsockname, getpeername

int portOf(int socket, NameOfSocket name)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (name(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return -1;
    // The port stands at the same place in both families.
    return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

} // namespace

MultiHandle makeMulti()
{
    MultiHandle multi(curl_multi_init());
    if (!multi)
        throw Error(Message(OVERLAP_TR_NOOP(
            "Messages",
            "A network connection could not be prepared: too little memory or too few descriptors.")));
    return multi;
}

CurlTransfer::CurlTransfer(std::vector<int>& sockets) : m_sockets(sockets), m_easy(curl_easy_init())
{
    if (!m_easy)
        throw std::bad_alloc();
    CURL* const easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "Overlap/" OVERLAP_VERSION);
    curl_easy_setopt(easy, CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L);
    // Signals belong to the program, not to a library on one of its threads.
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // Without it, leaving while a name is being resolved waits for the resolver's thread.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &receiveBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &receiveHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &aboutToSend);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_detail);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &openSocket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &m_sockets);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &closeSocket);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, &m_sockets);
}

CurlTransfer::~CurlTransfer()
{
    leave();
}

std::size_t CurlTransfer::receiveBody(char* bytes, std::size_t, std::size_t count, void* context)
{
    auto& self = *static_cast<CurlTransfer*>(context);
    // Our own count: CURLOPT_MAXFILESIZE stops a running transfer of unknown length only since libcurl 8.4.
    if (count > self.m_request.maximumBytes - self.m_body.size()) {
        self.m_tooManyBytes = true;
        return CURL_WRITEFUNC_ERROR;
    }
    try {
        self.m_body.append(bytes, count);
    } catch (const std::bad_alloc&) {
        self.m_outOfMemory = true;
        return CURL_WRITEFUNC_ERROR;
    }
    return count;
}

std::size_t CurlTransfer::receiveHeader(char*, std::size_t, std::size_t count, void* context)
{
    auto& self = *static_cast<CurlTransfer*>(context);
    self.m_headerBytes += count;
    if (self.m_headerBytes > maximumHeaderBytes) {
        self.m_tooManyHeaders = true;
        return CURL_WRITEFUNC_ERROR;
    }
    return count;
}

// Between two requests a server has nothing to say. What it says all the same, such as more of the last
// answer than it had announced, libcurl 7.88 takes for the answer to the next one; so that connection goes.
int CurlTransfer::aboutToSend(void* context, char*, char*, int peerPort, int localPort)
{
    auto& self = *static_cast<CurlTransfer*>(context);
    long connects = 0;
    curl_easy_getinfo(self.handle(), CURLINFO_NUM_CONNECTS, &connects);
    if (connects > 0)
        return CURL_PREREQFUNC_OK;
    // libcurl 7.88 does not tell here which socket it is.
    for (const int socket : self.m_sockets) {
        if (portOf(socket, &getsockname) != localPort || portOf(socket, &getpeername) != peerPort)
            continue;
        pollfd watched{socket, POLLIN, 0};
        if (::poll(&watched, 1, 0) > 0) {
            self.m_spokenUnasked = true;
            return CURL_PREREQFUNC_ABORT;
        }
    }
    return CURL_PREREQFUNC_OK;
}

bool CurlTransfer::prepare(const FetchRequest& request)
{
    m_begin = core::monotonicNow();
    m_request = request;
    m_refusal = {};
    m_body.clear();
    m_headerBytes = 0;
    m_tooManyBytes = m_tooManyHeaders = m_outOfMemory = m_spokenUnasked = false;
    m_detail[0] = '\0';
    try {
        m_target = parseTarget(request.url);
    } catch (const Error& error) {
        m_refusal = error.message();
        return false;
    }
    CURL* const easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_CURLU, m_target.url.get());
    curl_easy_setopt(easy, CURLOPT_NOPROXY, isLoopbackHost(m_target.host) ? "*" : nullptr);
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 0L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.connectTimeout));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds(request.totalTimeout));
    // Refuses a body that is announced as too large before it is sent; 0 would mean no limit.
    constexpr std::uint64_t most = std::numeric_limits<curl_off_t>::max();
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE,
                     static_cast<curl_off_t>(std::min(request.maximumBytes, most)));
    return true;
}

void CurlTransfer::enter(CURLM* multi)
{
    if (curl_multi_add_handle(multi, m_easy.get()) != CURLM_OK)
        throw std::bad_alloc();
    m_multi = multi;
}

void CurlTransfer::leave() noexcept
{
    if (m_multi)
        curl_multi_remove_handle(m_multi, m_easy.get());
    m_multi = nullptr;
}

bool CurlTransfer::goesOn(CURLcode code)
{
    if (code != CURLE_ABORTED_BY_CALLBACK || !std::exchange(m_spokenUnasked, false))
        return false;
    CURLM* const multi = m_multi;
    leave();
    m_detail[0] = '\0';
    curl_easy_setopt(m_easy.get(), CURLOPT_FRESH_CONNECT, 1L);
    enter(multi);
    return true;
}

FetchResponse CurlTransfer::finish(FetchStatus status, FetchResponse response)
{
    leave();
    m_target = {};
    response.status = status;
    response.elapsed = core::monotonicNow() - m_begin;
    return response;
}

FetchResponse CurlTransfer::cancelled()
{
    return finish(FetchStatus::cancelled);
}

FetchResponse CurlTransfer::response(CURLcode code)
{
    FetchResponse response;
    if (!m_refusal.empty()) {
        response.error = m_refusal;
        return finish(FetchStatus::failed, std::move(response));
    }
    if (code != CURLE_OK) {
        response.error = describeFailure(failureOf(code), m_request, m_target.host, m_target.place());
        return finish(FetchStatus::failed, std::move(response));
    }
    const char* type = nullptr;
    const char* location = nullptr;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &response.code);
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_TYPE, &type);
    response.type = type ? type : "";
    curl_easy_getinfo(m_easy.get(), CURLINFO_REDIRECT_URL, &location);
    response.location = location ? location : "";
    response.body = std::move(m_body);
    return finish(FetchStatus::answered, std::move(response));
}

FetchFailure CurlTransfer::failureOf(CURLcode code) const
{
    long systemError = 0;
    curl_off_t beforeConnecting = 0;
    curl_off_t beforeTransfer = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &systemError);
    curl_easy_getinfo(m_easy.get(), CURLINFO_NAMELOOKUP_TIME_T, &beforeConnecting);
    curl_easy_getinfo(m_easy.get(), CURLINFO_PRETRANSFER_TIME_T, &beforeTransfer);

    FetchFailure failure;
    failure.code = m_outOfMemory ? CURLE_OUT_OF_MEMORY : code;
    failure.detail = m_outOfMemory ? "" : m_detail;
    failure.systemError = static_cast<int>(systemError);
    // libcurl leaves the time of a step that was not reached at 0.
    failure.resolved = beforeConnecting > 0;
    failure.connected = beforeTransfer > 0;
    failure.tooManyBytes = m_tooManyBytes;
    // libcurl has a bound of its own for one line, 100 KiB, and calls a longer one a lack of memory.
    const bool lineTooLong = code == CURLE_OUT_OF_MEMORY && !m_outOfMemory && failure.connected;
    failure.tooManyHeaders = m_tooManyHeaders || lineTooLong;
    curl_off_t announced = -1;
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    failure.announcedBytes = announced;
    failure.receivedBytes = m_body.size();
    return failure;
}

} // namespace overlap::net
