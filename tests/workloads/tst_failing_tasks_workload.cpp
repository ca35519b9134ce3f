// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report.h"
#include "workload_run.h"
#include "workloads/failing_tasks_workload.h"

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

namespace {

WorkloadSetting settingAt(double timeScale)
{
    WorkloadSetting setting;
    setting.timeScale = timeScale;
    setting.loopbackUrl = "http://server";
    setting.refusingUrl = "http://nobody";
    return setting;
}

/// A network that answers as the server on this machine does: the delay of a path follows the time scale, and
/// what is slower than its time-out fails.
FetchResponse answered(const FetchRequest& request, double timeScale)
{
    FetchResponse response;
    const auto failed = [&](const char* why) {
        response.status = FetchStatus::failed;
        response.error = Message(why);
        return response;
    };
    if (request.url.starts_with("http://nobody"))
        return failed("refused");
    const auto delay = request.url.find("/delay/");
    if (delay != std::string::npos &&
        fromSeconds(std::stod(request.url.substr(delay + 7)) * timeScale) > request.totalTimeout)
        return failed("timed out");
    response.status = FetchStatus::answered;
    response.code = request.url.ends_with("/status/500") ? 500 : 200;
    response.body = "{}";
    return response;
}

} // namespace

TEST(FailingTasks, FourOfTwelveFailEachInItsOwnWay)
{
    for (const double timeScale : {0.01, 0.5, 1.0, 10.0}) {
        SCOPED_TRACE(timeScale);
        const auto workload = made(failingTasksWorkload());
        workload->prepare(settingAt(timeScale));
        ASSERT_EQ(workload->itemCount(), 12U);
        std::vector<std::string> errors;
        for (ItemIndex item = 0; item < 12; ++item) {
            FakeContext context(item);
            context.answer = [&](const FetchRequest& request) { return answered(request, timeScale); };
            try {
                const Value result = resultOf(*workload, item, context);
                EXPECT_FALSE(workload->meantToFail(item)) << workload->itemLabel(item);
                EXPECT_EQ(text(result, "task"), workload->itemLabel(item));
            } catch (const Error& error) {
                EXPECT_TRUE(workload->meantToFail(item)) << workload->itemLabel(item);
                errors.push_back(error.message().english());
            }
        }
        EXPECT_EQ(errors, (std::vector<std::string>{"timed out", "“twelve” is not a number",
                                                    "the server answered with status 500", "refused"}));
    }
}

TEST(FailingTasks, WithTimeEnoughTheSlowRequestIsNotMeantToFail)
{
    const auto workload = made(failingTasksWorkload(), {{"timeout", 7.0}});
    workload->prepare(settingAt(1));
    int meant = 0;
    for (ItemIndex item = 0; item < 12; ++item)
        meant += workload->meantToFail(item) ? 1 : 0;
    EXPECT_EQ(meant, 3);
    EXPECT_NE(workload->describe().english().find("of which 3 fail"), std::string::npos);
}

TEST(FailingTasks, SaysWhetherAnybodyAsks)
{
    const TaskCounts counts{.done = 8, .failed = 4, .cancelled = 0, .meant = 4, .lost = 4};
    const auto collected = made(failingTasksWorkload());
    EXPECT_TRUE(collected->collectsResults());
    EXPECT_EQ(collected->conclusion({}, counts).english(), "results collected: 8, errors collected: 4");
    const auto forgotten = made(failingTasksWorkload(), {{"errors", "forgotten"}});
    EXPECT_FALSE(forgotten->collectsResults());
    EXPECT_EQ(forgotten->conclusion({}, counts).english(),
              "errors lost: 4, because nobody asked for the results");
    EXPECT_EQ(complaintAbout(failingTasksWorkload(), {{"errors", "ignored"}}),
              "/p/errors: “errors” must be one of: collected, forgotten");
}
