// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/work_profile.h"
#include "core/json.h"
#include "simulated_work.h"

#include <gmock/gmock.h>

using namespace overlap::core;
using namespace overlap::testing;
using overlap::analysis::profileOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// A lane from states and the milliseconds that each lasts, one behind the other.
class LaneOf
{
public:
    explicit LaneOf(LaneKind kind = LaneKind::worker) { m_lane.kind = kind; }

    LaneOf& item(ItemIndex item, StageIndex stage = 0)
    {
        m_item = item;
        m_stage = stage;
        return *this;
    }
    LaneOf& span(State state, Nanoseconds milliseconds)
    {
        Span span;
        span.begin = m_end;
        span.end = m_end += milliseconds * ms;
        span.item = m_item;
        span.stage = m_stage;
        span.state = state;
        m_lane.spans.push_back(span);
        return *this;
    }
    Span& last() { return m_lane.spans.back(); }
    operator Lane() const { return m_lane; } // NOLINT(*-explicit-*)

private:
    Lane m_lane;
    ItemIndex m_item = noItem;
    StageIndex m_stage = 0;
    Nanoseconds m_end = 0;
};

WorkProfile profileOfLanes(std::vector<Lane> lanes, std::size_t items, std::size_t stages = 1)
{
    Timeline timeline;
    timeline.lanes = std::move(lanes);
    std::vector<StageInfo> infos;
    for (std::size_t i = 0; i < stages; ++i)
        infos.push_back({"stage", Nature::mixed});
    return profileOf(timeline, infos, items, strategyOf("sequential"));
}

const std::vector<Segment>& segmentsOf(const WorkProfile& profile, std::size_t item, std::size_t stage = 0)
{
    return profile.sample[item].tasks[stage].segments;
}

} // namespace

TEST(WorkProfileOf, WhatOnlyTheMachineOrTheStrategyAddedIsLeftOut)
{
    LaneOf lane;
    lane.span(State::dispatch, 1).item(0).span(State::gilWait, 7).span(State::computing, 10);
    lane.span(State::coreWait, 30).span(State::computing, 5).span(State::waiting, 20);
    lane.span(State::computing, 1).span(State::transfer, 3);
    lane.item(noItem).span(State::queueEmpty, 9);
    const WorkProfile profile = profileOfLanes({lane}, 1);
    EXPECT_THAT(segmentsOf(profile, 0), ElementsAre(computing(15 * ms), waiting(20 * ms), computing(1 * ms)));
    EXPECT_EQ(profile.strategy, "sequential");
}

TEST(WorkProfileOf, NativeCallsPermitsAndBlockingCallsAreTold)
{
    LaneOf lane;
    lane.item(0).span(State::computing, 10).last().permits = 2;
    lane.span(State::lockWait, 50).span(State::computing, 30).last().nativeMicroseconds = 20'000;
    lane.span(State::waiting, 5).last().blocking = true;
    const WorkProfile profile = profileOfLanes({lane}, 1);
    EXPECT_THAT(segmentsOf(profile, 0),
                ElementsAre(Segment{Need::permit, 2}, computing(20 * ms), Segment{Need::native, 20 * ms},
                            Segment{Need::blocking, 5 * ms}));
}

TEST(WorkProfileOf, StagesComeFromWhicheverLaneTheyWereOn)
{
    const Lane first = LaneOf().item(0, 0).span(State::computing, 1).item(1, 0).span(State::computing, 2);
    const Lane second = LaneOf().item(0, 1).span(State::waiting, 3);
    const WorkProfile profile = profileOfLanes({first, second}, 2, 2);
    EXPECT_THAT(segmentsOf(profile, 0, 1), ElementsAre(waiting(3 * ms)));
    EXPECT_EQ(profile.sample[1].tasks.size(), 1u) << "its second stage never came";
}

TEST(WorkProfileOf, OfAnEventLoopTheSlotsTellIt)
{
    const Lane loop = LaneOf().item(0).span(State::computing, 2);
    const Lane slot = LaneOf(LaneKind::slot).item(0).span(State::computing, 2).span(State::waiting, 8);
    const WorkProfile profile = profileOfLanes({loop, slot}, 1);
    EXPECT_THAT(segmentsOf(profile, 0), ElementsAre(computing(2 * ms), waiting(8 * ms)));
}

TEST(WorkProfileOf, WhatWasLostIsTakenFromTheOneBefore)
{
    const Lane lane = LaneOf().item(1).span(State::waiting, 3).item(3).span(State::waiting, 4);
    const WorkProfile profile = profileOfLanes({lane}, 4);
    EXPECT_THAT(segmentsOf(profile, 0), ElementsAre(waiting(3 * ms)));
    EXPECT_THAT(segmentsOf(profile, 2), ElementsAre(waiting(3 * ms)));
    EXPECT_THAT(segmentsOf(profile, 3), ElementsAre(waiting(4 * ms)));
    EXPECT_THAT(profileOfLanes({Lane{}}, 4).sample, IsEmpty());
}

TEST(WorkProfileOf, OfManyItemsEverySoManiethIsKept)
{
    constexpr std::size_t items = 25'000;
    LaneOf lane;
    for (ItemIndex i = 0; i < items; ++i)
        lane.item(i).span(State::waiting, i + 1);
    const WorkProfile profile = profileOfLanes({lane}, items);
    ASSERT_EQ(profile.sample.size(), WorkProfile::mostItems);
    for (std::size_t item = 0; item < items; item += 777) {
        const auto told = static_cast<double>(profile.item(item).tasks.at(0).segments.at(0).amount) / ms;
        EXPECT_NEAR(told, static_cast<double>(item + 1), 3);
    }
}

TEST(WorkProfileOf, HowManyOthersSharedTheCoresIsToldByTheWaitsForThem)
{
    const auto others = [](std::vector<Lane> lanes, int cores) {
        Timeline timeline;
        timeline.lanes = std::move(lanes);
        return overlap::analysis::otherThreads(timeline, cores);
    };
    const Lane half =
        LaneOf().item(0).span(State::computing, 10).span(State::coreWait, 10).span(State::waiting, 99);
    const Lane otherHalf = LaneOf().item(1).span(State::coreWait, 10).span(State::computing, 10);
    EXPECT_NEAR(others({half}, 1), 1, 1e-6) << "half of the only core";
    EXPECT_NEAR(others({half}, 2), 3, 1e-6) << "half of a core, where there are two";
    EXPECT_DOUBLE_EQ(others({half, otherHalf}, 1), 0) << "two on one core wait for each other";
    EXPECT_NEAR(others({half, otherHalf}, 2), 2, 1e-6);
    EXPECT_DOUBLE_EQ(others({Lane{}}, 2), 0);
}

TEST(WorkProfileOf, ReadsBackFromAFile)
{
    WorkProfile profile = workOf(3, {{computing(1), {Need::native, 2}}, {{Need::permit, 3}, waiting(4)}});
    profile.strategy = "sequential";
    profile.sample[1].tasks.resize(1);
    profile.sample[2].bytesBack = 5;
    EXPECT_EQ(WorkProfile::fromValue(parseJson(writeJson(profile.toValue())), "/profiles/0"), profile);
}

TEST(WorkProfileOf, WhatIsNoProfileIsRefusedByItsPlace)
{
    const Value good = workOf(2, {{computing(1)}}).toValue();
    const auto placeOf = [&](std::string_view key, const Value& value) {
        Value bad = good;
        bad.set(key, value);
        try {
            WorkProfile::fromValue(bad, "/p");
        } catch (const Error& error) {
            return error.place();
        }
        return std::string("accepted");
    };
    EXPECT_EQ(placeOf("runtime", "perl"), "/p/runtime");
    EXPECT_EQ(placeOf("items", 0), "/p/items");
    EXPECT_EQ(placeOf("items", 1.5), "/p/items");
    EXPECT_EQ(placeOf("stages", Value::array()), "/p/sample");
    EXPECT_EQ(placeOf("sample", Value::array()), "/p/sample");
    for (const char* item : {"[0, 0]", "[-1, 0, []]", "[0, 0, [7, 1]]", "[0, 0, [0]]", "[0, 0, [0, -1]]",
                             "[0, 0, [4, 0]]", "[0, 0, [0, 1], [0, 1]]", "[0, 0, [0, 9000000000000000000]]"})
        EXPECT_EQ(placeOf("sample", parseJson(std::string("[") + item + "]")), "/p/sample/0") << item;
    EXPECT_THROW(WorkProfile::fromValue(Value(), "/p"), Error);
}
