// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/fetch_workload.h"

#include "support/fake_context.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::core;
using overlap::testing::FakeContext;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using workloads::expandAddresses;
using workloads::fetchWorkload;

namespace {

Value parametersOf(const std::vector<std::string>& urls, const std::string& field = {})
{
    Value list = Value::array();
    for (const std::string& url : urls)
        list.append(Value(url));
    Value parameters = Value::object();
    parameters.set("urls", std::move(list));
    parameters.set("field", field);
    std::vector<Problem> problems;
    parameters = validateParameters(fetchWorkload().parameters, parameters, "/p", problems);
    EXPECT_THAT(problems, IsEmpty());
    return parameters;
}

std::unique_ptr<Workload> made(const std::vector<std::string>& urls, const std::string& field = {})
{
    auto workload = fetchWorkload().make(parametersOf(urls, field));
    WorkloadSetting setting;
    setting.loopbackUrl = "http://127.0.0.1:9";
    workload->prepare(setting);
    return workload;
}

std::vector<Problem> checked(const std::vector<std::string>& urls)
{
    std::vector<Problem> problems;
    fetchWorkload().check(parametersOf(urls), "/p", problems);
    return problems;
}

FetchResponse answered(std::string body, long code = 200)
{
    FetchResponse response;
    response.status = FetchStatus::answered;
    response.code = code;
    response.body = std::move(body);
    response.elapsed = 250'000'000;
    return response;
}

Value fetched(const Workload& workload, FakeContext& context, ItemIndex item = 0)
{
    Stage<Value> stage = workload.run(0, context, workload.item(item));
    stage.resume();
    EXPECT_TRUE(stage.done());
    return stage.take();
}

std::string failure(const Workload& workload, const FetchResponse& response)
{
    FakeContext context;
    context.answer = [&](const FetchRequest&) { return response; };
    try {
        fetched(workload, context);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST(ExpandAddresses, WritesRangesOut)
{
    EXPECT_THAT(expandAddresses({"/price/[1-3]"}, 10), ElementsAre("/price/1", "/price/2", "/price/3"));
    EXPECT_THAT(expandAddresses({"/a", "/b"}, 10), ElementsAre("/a", "/b"));
    EXPECT_THAT(expandAddresses({"/[0-1]/x-[8-9].html"}, 10),
                ElementsAre("/0/x-8.html", "/0/x-9.html", "/1/x-8.html", "/1/x-9.html"));
    EXPECT_THAT(expandAddresses({"/[5-5]"}, 10), ElementsAre("/5"));
    EXPECT_THAT(expandAddresses({"/a-b]"}, 10), ElementsAre("/a-b]"));
    EXPECT_THAT(expandAddresses({}, 10), IsEmpty());
}

TEST(ExpandAddresses, RefusesWhatIsNoRange)
{
    for (const char* pattern : {"/[", "/[]", "/[1]", "/[1-", "/[-1]", "/[-1-3]", "/[a-b]", "/[3-1]", "/[1-2",
                                "/[1.5-2]", "/[ 1-2]", "/[1-9223372036854775808]", "/]1-2["}) {
        try {
            expandAddresses({pattern}, 10);
            ADD_FAILURE() << pattern;
        } catch (const Error& error) {
            EXPECT_THAT(error.what(),
                        HasSubstr(std::string("“") + pattern + "” has a range that is not like [1-50]"));
        }
    }
}

TEST(ExpandAddresses, StopsAtTheMost)
{
    EXPECT_EQ(expandAddresses({"/[1-10]"}, 10).size(), 10u);
    EXPECT_THROW(expandAddresses({"/[1-11]"}, 10), Error);
    EXPECT_THROW(expandAddresses({"/[1-10]", "/x"}, 10), Error);
    EXPECT_THROW(expandAddresses({"/[1-9223372036854775807]"}, 1000), Error) << "and that soon";
    EXPECT_THROW(expandAddresses({"/[1-99999999]/[1-99999999]"}, 1000), Error);
}

TEST(FetchWorkload, ChecksAddresses)
{
    EXPECT_THAT(checked({"/json", "http://a/", "https://b/[1-2]"}), IsEmpty());
    for (const char* url : {"ftp://a/", "a.html", "", "HTTP", "file:///etc/passwd", "javascript:1"}) {
        const auto problems = checked({"/json", url});
        ASSERT_EQ(problems.size(), 1u) << url;
        EXPECT_EQ(problems[0].pointer, "/p/urls");
        EXPECT_THAT(problems[0].message.english(), HasSubstr("must begin with http://, https:// or /"));
    }
    EXPECT_EQ(checked({"x", "y"}).size(), 2u) << "every bad address is told";
    EXPECT_EQ(checked({"/[2-1]"}).size(), 1u);
    EXPECT_EQ(checked({"/[1-100000]"}).size(), 0u);
    EXPECT_EQ(checked({"/[1-100001]"}).size(), 1u);
}

TEST(FetchWorkload, AsksForItsServerOnlyWhereItIsNeeded)
{
    EXPECT_TRUE(made({"/json"})->needs().loopbackServer);
    EXPECT_TRUE(made({"http://a/", "/json"})->needs().loopbackServer);
    EXPECT_FALSE(made({"http://a/"})->needs().loopbackServer);
    EXPECT_THAT(made({"/a", "/b"})->describe().english(),
                HasSubstr("2 real HTTP requests to a server on this machine"));
    EXPECT_EQ(made({"http://a/", "/b"})->describe().english(), "2 real HTTP requests");
}

TEST(FetchWorkload, SendsTheRequestThatWasAskedFor)
{
    Value parameters = parametersOf({"/json", "http://example/x"});
    parameters.set("timeout", 2.5);
    parameters.set("connectTimeout", 0.5);
    parameters.set("maximumBytes", 1000);
    const auto workload = fetchWorkload().make(parameters);
    WorkloadSetting setting;
    setting.loopbackUrl = "http://127.0.0.1:9";
    workload->prepare(setting);
    FakeContext context;
    context.answer = [](const FetchRequest&) { return answered("{}"); };
    fetched(*workload, context, 0);
    fetched(*workload, context, 1);
    ASSERT_EQ(context.requests.size(), 2u);
    EXPECT_EQ(context.requests[0].url, "http://127.0.0.1:9/json");
    EXPECT_EQ(context.requests[0].totalTimeout, 2'500'000'000);
    EXPECT_EQ(context.requests[0].connectTimeout, 500'000'000);
    EXPECT_EQ(context.requests[0].maximumBytes, 1000u);
    EXPECT_EQ(context.requests[1].url, "http://example/x");
}

TEST(FetchWorkload, ResultsHoldWhatTheColumnsSay)
{
    const auto workload = made({"/price/[1-2]"}, "price");
    FakeContext context;
    context.answer = [](const FetchRequest&) { return answered(R"({"id":1,"price":10000})"); };
    const Value result = fetched(*workload, context);
    EXPECT_EQ(*result.find("url"), Value("/price/1")) << "without the port, which is another one each time";
    EXPECT_EQ(*result.find("status"), Value(200));
    EXPECT_EQ(*result.find("seconds"), Value(0.25));
    EXPECT_EQ(*result.find("size"), Value(22));
    EXPECT_EQ(*result.find("value"), Value(10000));
    for (const ResultColumn& column : workload->resultColumns()) {
        EXPECT_TRUE(result.find(column.key)) << column.key;
        EXPECT_EQ(column.comparable, column.key != "seconds") << column.key;
    }
    EXPECT_EQ(made({"/a"})->resultColumns().size(), 4u);
}

TEST(FetchWorkload, FailuresAreSentences)
{
    EXPECT_EQ(failure(*made({"/a"}), answered("", 500)), "the server answered with status 500");
    EXPECT_EQ(failure(*made({"/a"}), answered("", 400)), "the server answered with status 400");
    EXPECT_EQ(failure(*made({"/a"}), answered("", 399)), "");
    FetchResponse refused;
    refused.error = Message("no connection to %1", {"x"});
    EXPECT_EQ(failure(*made({"/a"}), refused), "no connection to x");
    EXPECT_EQ(failure(*made({"/a"}, "price"), answered("{}")), "the answer has no number “price”");
    EXPECT_EQ(failure(*made({"/a"}, "price"), answered(R"({"price":"1"})")),
              "the answer has no number “price”");
    EXPECT_EQ(failure(*made({"/a"}, "price"), answered("[1]")), "the answer has no number “price”");
    EXPECT_NE(failure(*made({"/a"}, "price"), answered("<html>")), "");
}

TEST(FetchWorkload, BeingStoppedIsNotAFailure)
{
    FakeContext context;
    context.stopped = true;
    EXPECT_THROW(fetched(*made({"/a"}), context), Cancelled);
}

TEST(FetchWorkload, AddsUpTheField)
{
    const auto workload = made({"/price/[1-3]"}, "price");
    const auto result = [](Value price) {
        Value value = Value::object();
        value.set("value", std::move(price));
        return value;
    };
    const Value first = result(10);
    const Value second = result(2.5);
    const Value summary = workload->summary({&first, &second});
    EXPECT_EQ(*summary.find("field"), Value("price"));
    EXPECT_EQ(*summary.find("total"), Value(12.5));
    EXPECT_EQ(*workload->summary({}).find("total"), Value(0.0));
    EXPECT_TRUE(made({"/a"})->summary({&first}).isNull());
}

TEST(FetchWorkload, ItemsAreTheAddressesInOrder)
{
    const auto workload = made({"/b", "/a/[1-2]"});
    ASSERT_EQ(workload->itemCount(), 3u);
    EXPECT_EQ(workload->item(0), Value("/b"));
    EXPECT_EQ(workload->itemLabel(2), "/a/2");
    ASSERT_EQ(workload->stages().size(), 1u);
    EXPECT_EQ(workload->stages()[0].nature, Nature::waiting);
}
