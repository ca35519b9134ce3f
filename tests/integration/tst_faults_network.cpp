// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that misbehave, met by a real run: each fault is one failed task with its own sentence, the tasks
// beside it are done, and the run ends in time.
#include "cli_process.h"
#include "core/json.h"
#include "net/scripted_server.h"
#include "support/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using overlap::testing::CliOutcome;
using overlap::testing::CliProcess;
using overlap::testing::runCli;
using overlap::testing::TempFolder;
using overlap::testing::Watchdog;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::ClosedPort;
using tests::Connection;
using tests::FullPort;
using tests::ScriptedServer;

namespace {

/// Answers with these bytes, then does as it is told.
ScriptedServer::Script saying(const std::string& bytes, std::function<void(Connection&)> then = {})
{
    return [bytes, then = std::move(then)](Connection& connection) {
        if (connection.request().empty())
            return;
        connection.send(bytes);
        if (then)
            then(connection);
    };
}

ScriptedServer::Script flooding(const std::string& begin, const std::string& again)
{
    return saying(begin, [again](Connection& connection) {
        while (connection.send(again)) {
        }
    });
}

void hold(Connection& connection)
{
    connection.hold();
}

/// An experiment of real requests as a file, run by the real program.
CliOutcome runRequests(const std::vector<std::string>& addresses, const std::vector<std::string>& more = {})
{
    const TempFolder folder;
    core::Value urls = core::Value::array();
    for (const std::string& address : addresses)
        urls.append(core::Value(address));
    core::Value parameters = core::Value::object();
    parameters.set("urls", urls);
    parameters.set("timeout", 1.0);
    parameters.set("connectTimeout", 0.5);
    parameters.set("maximumBytes", 10'000);
    core::Value workload = core::Value::object();
    workload.set("id", "fetch");
    workload.set("parameters", parameters);
    core::Value experiment = core::Value::object();
    experiment.set("schema", "overlap.experiment/1");
    experiment.set("id", "faults");
    experiment.set("title", "Faults");
    experiment.set("workload", workload);
    experiment.set("strategies", core::Value::Array{core::Value("sequential"), core::Value("threads:4")});
    std::vector<std::string> arguments{
        "run", folder.write("faults.overlap.json", core::writeJson(experiment)).string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runCli(std::move(arguments));
}

const std::string head = "HTTP/1.1 200 OK\r\n";
const std::string good = head + "Content-Length: 2\r\n\r\nok";

} // namespace

TEST(FaultsOfTheNetwork, EachIsAFailedTaskWithItsOwnSentence)
{
    const Watchdog watchdog("a run against faulty servers", std::chrono::seconds(100));
    const ClosedPort closed;
    const FullPort full;
    const ScriptedServer sound(saying(good));
    const ScriptedServer silent(saying("", hold));
    const ScriptedServer dripping(saying(head + "Content-Length: 10\r\n\r\n", [](Connection& connection) {
        while (connection.send("."))
            std::this_thread::sleep_for(std::chrono::seconds(1));
    }));
    const ScriptedServer resetting(
        saying(head + "Content-Length: 100\r\n\r\nhalf", [](Connection& connection) {
            std::this_thread::sleep_for(
                std::chrono::milliseconds(50)); // else the reset overtakes what was sent
            connection.resetOnClose();
        }));
    const ScriptedServer nothing(saying(""));
    const ScriptedServer tooShort(saying(head + "Content-Length: 100\r\n\r\nhalf"));
    const ScriptedServer tooLong(saying(head + "Content-Length: 2\r\n\r\nok and more"));
    const ScriptedServer badChunks(saying(head + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n"));
    const ScriptedServer cutChunks(saying(head + "Transfer-Encoding: chunked\r\n\r\n10\r\nhalf"));
    const ScriptedServer headers(flooding(head, "X: " + std::string(1000, 'x') + "\r\n"));
    const ScriptedServer line(flooding(head + "X: ", std::string(1000, 'x')));
    const ScriptedServer interim(flooding("", "HTTP/1.1 103 Early Hints\r\n\r\n"));
    const ScriptedServer announced(saying(head + "Content-Length: 10001\r\n\r\n" + std::string(10'001, 'x')));
    const ScriptedServer endless(
        flooding(head + "Transfer-Encoding: chunked\r\n\r\n", "1000\r\n" + std::string(4096, 'x') + "\r\n"));
    const ScriptedServer toFile(
        saying("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"));
    const ScriptedServer loop(
        saying("HTTP/1.1 301 Moved Permanently\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"));
    const ScriptedServer notHttp(saying("SSH-2.0-OpenSSH_9.2\r\n"));
    const ScriptedServer refusing(saying("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"));

    const std::pair<std::string, std::string> faults[] = {
        {"http://" + closed.place() + "/", closed.place() + " refused the connection."},
        {"http://" + full.place() + "/", "No connection to " + full.place() + " within 0.5 s."},
        {silent.url(), silent.place() + " did not answer in full within 1 s."},
        {dripping.url(), dripping.place() + " did not answer in full within 1 s."},
        {resetting.url(), resetting.place() + " reset the connection before its answer was complete."},
        {nothing.url(), nothing.place() + " closed the connection without an answer."},
        {tooShort.url(),
         tooShort.place() + " closed the connection after 4 of the 100 bytes that it announced."},
        {badChunks.url(),
         "The answer of " + badChunks.place() + " comes in chunks that are not well formed."},
        {cutChunks.url(), cutChunks.place() + " closed the connection before its answer was complete."},
        {headers.url(), "The headers of " + headers.place() + " are too large: more than 65536 bytes."},
        {line.url(), "The headers of " + line.place() + " are too large: more than 65536 bytes."},
        {interim.url(), "The headers of " + interim.place() + " are too large: more than 65536 bytes."},
        {announced.url(), "The answer of " + announced.place() + " is too large: more than 10000 bytes."},
        {endless.url(), "The answer of " + endless.place() + " is too large: more than 10000 bytes."},
        {toFile.url(), "the server redirects to “file:///etc/passwd”, which is not followed"},
        {loop.url(), "the server redirects to “" + loop.url() + "”, which is not followed"},
        {notHttp.url(), "The answer of " + notHttp.place() + " is not HTTP."},
        {refusing.url(), "the server answered with status 503"},
    };
    // Every second request is answered properly, so that a fault that spoils its neighbours shows.
    std::vector<std::string> addresses;
    for (const auto& [address, sentence] : faults) {
        addresses.push_back(address);
        addresses.push_back(addresses.size() % 4 == 1 ? sound.url() : tooLong.url());
    }
    const CliOutcome outcome = runRequests(addresses);
    EXPECT_EQ(outcome.code, 1) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    for (const std::string strategy : {"sequential", "threads:4"}) {
        std::size_t item = 1;
        for (const auto& [address, sentence] : faults) {
            EXPECT_THAT(outcome.out, HasSubstr(strategy + ", item " + std::to_string(item) +
                                               " failed: " + sentence + "\n"));
            EXPECT_THAT(outcome.out,
                        Not(HasSubstr(strategy + ", item " + std::to_string(item + 1) + " failed")));
            item += 2;
        }
    }
    EXPECT_EQ(loop.connections(), 2) << "once for each strategy: nothing is followed";
}

TEST(FaultsOfTheNetwork, AStopEndsARunThatWaitsForASilentServer)
{
    const Watchdog watchdog("a stop while a server is silent");
    const ScriptedServer silent(saying("", hold));
    const TempFolder folder;
    const auto file = folder.write(
        "silent.overlap.json", R"({"schema": "overlap.experiment/1", "id": "silent",
        "title": "Silent", "workload": {"id": "fetch", "parameters": {"urls": [")" +
                                   silent.url() + R"("], "timeout": 200}}, "strategies": ["threads:2"]})");
    CliProcess cli({"run", file.string(), "--quiet"});
    ASSERT_TRUE(overlap::testing::eventually([&] { return silent.connections() > 0; }));
    const core::Nanoseconds sent = core::monotonicNow();
    cli.signal(SIGINT);
    EXPECT_EQ(cli.wait().code, 3);
    EXPECT_LT(core::toSeconds(core::monotonicNow() - sent), 3.0);
}

TEST(FaultsOfTheNetwork, ProxiesOfTheEnvironmentDoNotStandBeforeThisMachine)
{
    const ScriptedServer sound(saying(good));
    const ClosedPort nobody;
    for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"})
        setenv(name, ("http://" + nobody.place()).c_str(), 1);
    EXPECT_EQ(runRequests({sound.url(), "/json"}).code, 0);
    for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"})
        unsetenv(name);
}

TEST(FaultsOfTheNetwork, ForeignProtocolsAreRefusedBeforeAnythingRuns)
{
    for (const std::string address : {"file:///etc/passwd", "gopher://127.0.0.1/", "FTP://127.0.0.1/"}) {
        const CliOutcome outcome = runRequests({address});
        EXPECT_EQ(outcome.code, 2);
        EXPECT_THAT(outcome.err, HasSubstr(address));
    }
}
