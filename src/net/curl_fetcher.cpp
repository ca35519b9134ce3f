// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl_fetcher.h"

#include "net/fetch_error.h"
#include "net/fetch_target.h"

#include <algorithm>
#include <curl/curl.h>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace overlap::net {

namespace {

using core::Error;
using core::FetchRequest;
using core::FetchResponse;
using core::FetchStatus;
using core::Message;
using core::Nanoseconds;

struct EasyDeleter
{
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiDeleter
{
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

// Never 0, which libcurl takes for "no limit".
long milliseconds(Nanoseconds time)
{
    constexpr Nanoseconds most = std::numeric_limits<int>::max();
    return static_cast<long>(std::clamp<Nanoseconds>((time + 999'999) / 1'000'000, 1, most));
}

/// What the callbacks of one transfer share with fetch().
struct Reception
{
    std::string body;
    std::uint64_t maximumBytes = 0;
    std::size_t headerBytes = 0;
    bool tooManyBytes = false;
    bool tooManyHeaders = false;
    bool outOfMemory = false;
};

std::size_t receiveBody(char* bytes, std::size_t, std::size_t count, void* context)
{
    auto& reception = *static_cast<Reception*>(context);
    // Our own count: CURLOPT_MAXFILESIZE stops a running transfer of unknown length only since libcurl 8.4.
    if (count > reception.maximumBytes - reception.body.size()) {
        reception.tooManyBytes = true;
        return CURL_WRITEFUNC_ERROR;
    }
    try {
        reception.body.append(bytes, count);
    } catch (const std::bad_alloc&) {
        reception.outOfMemory = true;
        return CURL_WRITEFUNC_ERROR;
    }
    return count;
}

std::size_t receiveHeader(char*, std::size_t, std::size_t count, void* context)
{
    auto& reception = *static_cast<Reception*>(context);
    reception.headerBytes += count;
    if (reception.headerBytes > maximumHeaderBytes) {
        reception.tooManyHeaders = true;
        return CURL_WRITEFUNC_ERROR;
    }
    return count;
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

bool anythingToRead(const std::vector<int>& sockets)
{
    std::vector<pollfd> watched;
    for (const int socket : sockets)
        watched.push_back({socket, POLLIN, 0});
    return ::poll(watched.data(), watched.size(), 0) > 0;
}

std::unique_ptr<CURLM, MultiDeleter> makeMulti()
{
    std::unique_ptr<CURLM, MultiDeleter> multi(curl_multi_init());
    if (!multi)
        throw Error(Message(OVERLAP_TR_NOOP(
            "Messages",
            "A network connection could not be prepared: too little memory or too few descriptors.")));
    curl_multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS, 4L);
    return multi;
}

/// One easy handle in a private multi handle. The multi is what can be woken from another thread: an easy
/// handle on its own notices a stop request only after up to a second. It also keeps the connections.
class CurlFetcher final : public core::Fetcher
{
public:
    CurlFetcher();
    ~CurlFetcher() override;

    FetchResponse fetch(const FetchRequest& request, std::stop_token stop) override;

private:
    class Transfer;

    void prepare(const FetchRequest& request, const FetchTarget& target, Reception& reception);
    std::optional<CURLcode> perform(const std::stop_token& stop);
    FetchFailure failureOf(CURLcode code, const Reception& reception) const;

    std::vector<int> m_sockets; // of all connections; before the handles, which close them
    std::unique_ptr<CURLM, MultiDeleter> m_multi;
    std::unique_ptr<CURL, EasyDeleter> m_easy;
    char m_detail[CURL_ERROR_SIZE] = {};
};

/// The easy handle is part of the multi handle exactly while this lives: leaving early drops the connection.
class CurlFetcher::Transfer
{
public:
    Transfer(CURLM* multi, CURL* easy) : m_multi(multi), m_easy(easy)
    {
        if (curl_multi_add_handle(multi, easy) != CURLM_OK)
            throw std::bad_alloc();
    }
    ~Transfer() { curl_multi_remove_handle(m_multi, m_easy); }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

private:
    CURLM* m_multi;
    CURL* m_easy;
};

CurlFetcher::CurlFetcher() : m_multi(makeMulti()), m_easy(curl_easy_init())
{
    if (!m_easy)
        throw std::bad_alloc();
    CURL* const easy = m_easy.get();
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
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &receiveHeader);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_detail);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &openSocket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &m_sockets);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &closeSocket);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, &m_sockets);
}

CurlFetcher::~CurlFetcher() = default;

void CurlFetcher::prepare(const FetchRequest& request, const FetchTarget& target, Reception& reception)
{
    CURL* const easy = m_easy.get();
    m_detail[0] = '\0';
    curl_easy_setopt(easy, CURLOPT_CURLU, target.url.get());
    curl_easy_setopt(easy, CURLOPT_NOPROXY, isLoopbackHost(target.host) ? "*" : nullptr);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request.connectTimeout));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds(request.totalTimeout));
    // Refuses a body that is announced as too large before it is sent; 0 would mean no limit.
    constexpr std::uint64_t most = std::numeric_limits<curl_off_t>::max();
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE,
                     static_cast<curl_off_t>(std::min(request.maximumBytes, most)));
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &reception);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &reception);
    reception.maximumBytes = request.maximumBytes;
}

// Nothing where a stop was requested before the transfer had ended.
std::optional<CURLcode> CurlFetcher::perform(const std::stop_token& stop)
{
    // Far above any wake-up's need: it only bounds the damage where one is lost.
    constexpr int longestWait = 1000;
    CURLM* const multi = m_multi.get();
    const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
    while (!stop.stop_requested()) {
        int running = 0;
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return CURLE_OUT_OF_MEMORY;
        int waiting = 0;
        while (const CURLMsg* const message = curl_multi_info_read(multi, &waiting))
            if (message->msg == CURLMSG_DONE)
                return message->data.result;
        if (curl_multi_poll(multi, nullptr, 0, longestWait, nullptr) != CURLM_OK)
            return CURLE_OUT_OF_MEMORY;
    }
    return {};
}

FetchFailure CurlFetcher::failureOf(CURLcode code, const Reception& reception) const
{
    long systemError = 0;
    curl_off_t beforeConnecting = 0;
    curl_off_t beforeTransfer = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &systemError);
    curl_easy_getinfo(m_easy.get(), CURLINFO_NAMELOOKUP_TIME_T, &beforeConnecting);
    curl_easy_getinfo(m_easy.get(), CURLINFO_PRETRANSFER_TIME_T, &beforeTransfer);

    FetchFailure failure;
    failure.code = reception.outOfMemory ? CURLE_OUT_OF_MEMORY : code;
    failure.detail = reception.outOfMemory ? "" : m_detail;
    failure.systemError = static_cast<int>(systemError);
    // libcurl leaves the time of a step that was not reached at 0.
    failure.resolved = beforeConnecting > 0;
    failure.connected = beforeTransfer > 0;
    failure.tooManyBytes = reception.tooManyBytes;
    // libcurl has a bound of its own for one line, 100 KiB, and calls a longer one a lack of memory.
    const bool lineTooLong = code == CURLE_OUT_OF_MEMORY && !reception.outOfMemory && failure.connected;
    failure.tooManyHeaders = reception.tooManyHeaders || lineTooLong;
    curl_off_t announced = -1;
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    failure.announcedBytes = announced;
    failure.receivedBytes = reception.body.size();
    return failure;
}

FetchResponse CurlFetcher::fetch(const FetchRequest& request, std::stop_token stop)
{
    const Nanoseconds begin = core::monotonicNow();
    FetchResponse response;
    const auto finish = [&](FetchStatus status) {
        response.status = status;
        response.elapsed = core::monotonicNow() - begin;
        return std::move(response);
    };

    FetchTarget target;
    try {
        target = parseTarget(request.url);
    } catch (const Error& error) {
        response.error = error.message();
        return finish(FetchStatus::failed);
    }
    Reception reception;
    prepare(request, target, reception);
    // Between two requests a server has nothing to say. What it says all the same, such as more of the last
    // answer than it had announced, libcurl 7.88 takes for the next one; so those connections go.
    if (anythingToRead(m_sockets))
        m_multi = makeMulti();
    const Transfer transfer(m_multi.get(), m_easy.get());
    const std::optional<CURLcode> code = perform(stop);
    if (!code)
        return finish(FetchStatus::cancelled);
    if (*code != CURLE_OK) {
        response.error = describeFailure(failureOf(*code, reception), request, target.host, target.place());
        return finish(FetchStatus::failed);
    }

    const char* type = nullptr;
    const char* location = nullptr;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &response.code);
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_TYPE, &type);
    response.type = type ? type : "";
    curl_easy_getinfo(m_easy.get(), CURLINFO_REDIRECT_URL, &location);
    response.location = location ? location : "";
    response.body = std::move(reception.body);
    return finish(FetchStatus::answered);
}

} // namespace

CurlLibrary::CurlLibrary()
{
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "The network library could not be started.")));
    if (!(curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_ASYNCHDNS)) {
        curl_global_cleanup();
        throw Error(Message(OVERLAP_TR_NOOP(
            "Messages",
            "The network library resolves names without a time-out; one with AsynchDNS is needed.")));
    }
}

CurlLibrary::~CurlLibrary()
{
    curl_global_cleanup();
}

core::FetcherFactory curlFetcherFactory()
{
    return [] { return std::make_unique<CurlFetcher>(); };
}

std::string curlVersion()
{
    return curl_version();
}

} // namespace overlap::net
