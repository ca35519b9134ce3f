// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast_record.h"
#include "support/temp_folder.h"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <thread>

using namespace overlap;
using core::CheckedForecast;
using core::ForecastRecord;
using overlap::testing::TempFolder;

TEST(ForecastRecord, KeepsWhatWasAddedInItsOrder)
{
    const TempFolder folder;
    const ForecastRecord record(folder / "state/overlap/forecasts.tsv"); // folders that are not there yet
    EXPECT_TRUE(record.read().empty());
    const CheckedForecast hit{"threads:2", 0.1, 0.1 + 1e-17, true};
    const CheckedForecast miss{"pipeline:2,1@queues=0/5,timeout=2s", 1e-7, 12345.678901234567, false};
    EXPECT_TRUE(record.add({hit}));
    EXPECT_TRUE(record.add({miss, hit}));
    EXPECT_TRUE(record.add({}));
    EXPECT_EQ(ForecastRecord(record.file()).read(), (std::vector{hit, miss, hit}));
    EXPECT_DOUBLE_EQ((CheckedForecast{"", 1.1, 1.0, true}.error()), 1.1 - 1);
}

TEST(ForecastRecord, LeavesOutWhatIsNoForecast)
{
    const TempFolder folder;
    const ForecastRecord record(folder / "forecasts.tsv");
    std::ofstream(record.file()) << "threads:2\t1\t2\thit\n"
                                    "\n\t\t\t\nthreads:2\t1\t2\n"
                                    "threads:2\t1\t0\thit\n"
                                    "threads:2\t-1\t1\thit\n"
                                    "threads:2\tnan\t1\thit\n"
                                    "threads:2\t1\t2\tperhaps\n"
                                    "threads:2\t1\t2\thit\tmore\n"
                                    "\t1\t2\thit\n"
                                    "threads:4\t1\t2\tmiss"; // its end was lost
    EXPECT_EQ(record.read(),
              (std::vector<CheckedForecast>{{"threads:2", 1, 2, true}, {"threads:4", 1, 2, false}}));
    EXPECT_TRUE(ForecastRecord("/dev/zero").read().empty());
}

TEST(ForecastRecord, SaysWhereItCannotBeWritten)
{
    EXPECT_FALSE(ForecastRecord("/proc/nowhere/forecasts.tsv").add({{"threads:2", 1, 1, true}}));
    EXPECT_FALSE(ForecastRecord("").add({{"threads:2", 1, 1, true}}));
    EXPECT_TRUE(ForecastRecord("").add({}));
}

TEST(ForecastRecord, SeveralAddAtOnceAndNoLineIsLost)
{
    const TempFolder folder;
    const ForecastRecord record(folder / "forecasts.tsv");
    constexpr int adders = 4;
    constexpr int each = 200;
    {
        std::vector<std::jthread> threads;
        for (int adder = 0; adder < adders; ++adder)
            threads.emplace_back([&] {
                for (int i = 0; i < each; ++i)
                    record.add({{"threads:2", 1, 1, true}, {"threads:4", 2, 1, false}});
            });
    }
    const auto all = record.read();
    ASSERT_EQ(all.size(), std::size_t{2 * adders * each});
    for (std::size_t i = 0; i < all.size(); i += 2) {
        EXPECT_EQ(all[i].strategy, "threads:2");
        EXPECT_EQ(all[i + 1].strategy, "threads:4");
    }
}

TEST(ForecastRecord, LiesWhereAUsersStateLies)
{
    setenv("HOME", "/home/someone", 1);
    setenv("XDG_STATE_HOME", "/state", 1);
    EXPECT_EQ(ForecastRecord::usualFile(), "/state/overlap/forecasts.tsv");
    setenv("XDG_STATE_HOME", "not/absolute", 1);
    EXPECT_EQ(ForecastRecord::usualFile(), "/home/someone/.local/state/overlap/forecasts.tsv");
    unsetenv("XDG_STATE_HOME");
    EXPECT_EQ(ForecastRecord::usualFile(), "/home/someone/.local/state/overlap/forecasts.tsv");
    unsetenv("HOME");
    EXPECT_TRUE(ForecastRecord::usualFile().empty());
}
