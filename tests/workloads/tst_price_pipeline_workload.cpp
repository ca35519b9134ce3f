// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload_run.h"
#include "workloads/file_access.h"
#include "workloads/price_pipeline_workload.h"

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

namespace {

class PricePipeline : public ::testing::Test
{
protected:
    PricePipeline()
    {
        WorkloadSetting setting = settingIn(m_scratch);
        setting.loopbackUrl = "http://127.0.0.1:1";
        workload->prepare(setting);
    }

    FetchResponse answer(long code, std::string body)
    {
        FetchResponse response;
        response.status = FetchStatus::answered;
        response.code = code;
        response.body = std::move(body);
        return response;
    }
    std::string failureAfter(const FetchResponse& response)
    {
        FakeContext context;
        context.answer = [&](const FetchRequest&) { return response; };
        try {
            resultOf(*workload, 0, context);
        } catch (const Error& error) {
            return error.message().english();
        }
        return {};
    }

    const TempFolder m_scratch;
    const std::unique_ptr<Workload> workload = made(pricePipelineWorkload(), {{"years", 1'000}});
};

} // namespace

TEST_F(PricePipeline, FetchesValuesAndSavesEachPrice)
{
    EXPECT_TRUE(workload->needs().loopbackServer);
    EXPECT_TRUE(workload->needs().scratch);
    FakeContext context(2);
    context.answer = [&](const FetchRequest&) { return answer(200, R"({"id":3,"price":30000})"); };
    const Value result = resultOf(*workload, 2, context);
    ASSERT_EQ(context.requests.size(), 1U);
    EXPECT_EQ(context.requests.front().url, "http://127.0.0.1:1/price/3");
    EXPECT_GT(context.checkpoints, 0);
    EXPECT_EQ(context.blockings, 1) << "a file is written in a call that blocks";
    EXPECT_EQ(*result.find("id"), Value(3));
    EXPECT_EQ(*result.find("price"), Value(30'000));
    EXPECT_NEAR(result.find("value")->asNumber(), 3'400, 600);
    const std::string saved = wholeFile(m_scratch / "values" / "3.json", 10'000);
    EXPECT_NE(saved.find("30000"), std::string::npos) << saved;
    const Value summary = workload->summary({&result, &result});
    EXPECT_DOUBLE_EQ(summary.find("total")->asNumber(), 2 * result.find("value")->asNumber());
}

TEST_F(PricePipeline, APriceThatDoesNotComeFailsItsItemAlone)
{
    EXPECT_EQ(failureAfter(answer(500, "{}")), "the server answered with status 500");
    EXPECT_EQ(failureAfter(answer(200, "{}")), "the answer has no number “price”");
}

TEST_F(PricePipeline, AnalysisHonoursAStop)
{
    FakeContext context;
    context.stopped = true;
    Value price = workload->item(0);
    price.set("price", 10'000);
    Stage<Value> task = workload->run(1, context, price);
    task.resume();
    EXPECT_THROW(task.take(), Cancelled);
}
