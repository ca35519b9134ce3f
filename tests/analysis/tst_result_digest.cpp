// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/result_digest.h"

#include "core/digest.h"

#include <functional>
#include <gtest/gtest.h>

using namespace overlap::core;
using overlap::analysis::resultDigest;

namespace {

const std::vector<ResultColumn> columns{{"url", "", ParameterKind::text},
                                        {"size", "", ParameterKind::bytes},
                                        {"seconds", "", ParameterKind::seconds, false}};

ItemResult done(Value url, Value size, double seconds)
{
    ItemResult item;
    item.status = TaskStatus::done;
    item.value = Value::object();
    item.value.set("url", std::move(url));
    item.value.set("size", std::move(size));
    item.value.set("seconds", seconds);
    return item;
}

std::vector<ItemResult> sample()
{
    std::vector<ItemResult> items{done("/a", 1, 0.5), done("/b", 2, 0.25)};
    items.emplace_back().status = TaskStatus::failed;
    return items;
}

std::string changed(const std::function<void(std::vector<ItemResult>&)>& change)
{
    auto items = sample();
    change(items);
    return resultDigest(items, columns);
}

} // namespace

TEST(ResultDigest, IsThatOfTheComparableFieldsInOrder)
{
    EXPECT_EQ(resultDigest(sample(), columns),
              sha256("[\"done\",\"/a\",1]\n[\"done\",\"/b\",2]\n[\"failed\"]\n"));
    EXPECT_EQ(resultDigest({}, columns), sha256(""));
}

TEST(ResultDigest, DoesNotSeeTimesLanesOrTheOrderOfKeys)
{
    const std::string digest = resultDigest(sample(), columns);
    EXPECT_EQ(changed([](auto& items) { items[0].value.set("seconds", 99.0); }), digest);
    EXPECT_EQ(changed([](auto& items) {
                  items[0].begin = 5;
                  items[0].end = 9;
                  items[1].lane = 3;
              }),
              digest);
    EXPECT_EQ(changed([](auto& items) { items[0].value.set("note", "not declared"); }), digest);
    EXPECT_EQ(
        changed([](auto& items) { std::swap(items[0].value.asObject()[0], items[0].value.asObject()[2]); }),
        digest);
}

TEST(ResultDigest, SeesEveryDifferenceThatCounts)
{
    const std::string digest = resultDigest(sample(), columns);
    EXPECT_NE(changed([](auto& items) { items[0].value.set("size", 2); }), digest);
    EXPECT_NE(changed([](auto& items) { items[0].value.set("size", "1"); }), digest);
    EXPECT_NE(changed([](auto& items) { items[1].value.set("url", "/c"); }), digest);
    EXPECT_NE(changed([](auto& items) { std::swap(items[0], items[1]); }), digest);
    EXPECT_NE(changed([](auto& items) { items.pop_back(); }), digest);
    EXPECT_NE(changed([](auto& items) { items[2].status = TaskStatus::cancelled; }), digest);
    EXPECT_NE(changed([](auto& items) { items[2].status = TaskStatus::done; }), digest);
}

TEST(ResultDigest, AMissingFieldIsNotAnotherField)
{
    const std::vector<ResultColumn> two{{"a", "", ParameterKind::integer}, {"b", "", ParameterKind::integer}};
    const auto with = [&](const char* key) {
        ItemResult item;
        item.status = TaskStatus::done;
        item.value = Value::object();
        item.value.set(key, 1);
        return resultDigest({item}, two);
    };
    EXPECT_NE(with("a"), with("b"));
}
