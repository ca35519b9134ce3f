// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/csv.h"

#include "core/text.h"
#include "support/small_catalogue.h"

#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::core;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A strict reader of RFC 4180: CRLF behind every line, quotes only around whole fields.
Rows readCsv(const std::string& text)
{
    Rows rows;
    std::vector<std::string> row;
    std::size_t at = 0;
    while (at < text.size()) {
        std::string field;
        if (text[at] == '"') {
            for (++at; text.at(at) != '"' || (at + 1 < text.size() && text[at + 1] == '"'); ++at) {
                if (text[at] == '"')
                    ++at;
                field += text[at];
            }
            ++at;
        } else {
            for (; text.at(at) != ',' && text[at] != '\r'; ++at) {
                EXPECT_NE(text[at], '\n');
                EXPECT_NE(text[at], '"');
                field += text[at];
            }
        }
        row.push_back(field);
        if (text.at(at) == ',') {
            ++at;
        } else {
            EXPECT_EQ(text.substr(at, 2), "\r\n");
            at += 2;
            rows.push_back(std::move(row));
            row.clear();
        }
    }
    EXPECT_TRUE(row.empty()) << "the last line ends, too";
    return rows;
}

Report sample()
{
    Report report;
    report.experiment = smallExperiment();
    StrategyReport strategy;
    strategy.strategy = parseStrategy("threads:2", smallCatalogue().strategies, 2);
    strategy.items = 7;
    for (int i = 0; i < 3; ++i) {
        RunReport run;
        run.block = i;
        run.order = 2 - i;
        run.warmup = i == 0;
        run.startupSeconds = 0.1 * i;
        run.wallSeconds = 1.0 / 3 + i;
        run.cpuSeconds = 1e-9;
        run.tasks = {5, 1, 1};
        run.resultDigest = "d" + std::to_string(i);
        for (std::size_t state = 0; state < stateCount; ++state)
            run.ledgerSeconds[state] = static_cast<double>(state) / 7;
        strategy.runs.push_back(run);
    }
    report.strategies.push_back(strategy);
    return report;
}

} // namespace

TEST(Csv, HasOneLinePerRunUnderItsHeader)
{
    const Rows rows = readCsv(exporting::runsAsCsv(sample()));
    ASSERT_EQ(rows.size(), 4u);
    for (const auto& row : rows)
        EXPECT_EQ(row.size(), 15 + stateCount + 3);
    EXPECT_EQ(rows[0][0], "experiment");
    EXPECT_EQ(rows[0][9], "wall_s");
    EXPECT_EQ(rows[0][15], "ledger_computing_s");
    EXPECT_EQ(rows[0][14 + stateCount], "ledger_idle_s");
    EXPECT_EQ(rows[0][15 + stateCount], "replaced");
    EXPECT_EQ(rows[0].back(), "outlier");
    EXPECT_TRUE(readCsv(exporting::runsAsCsv(Report{})).size() == 1) << "a header alone";
}

TEST(Csv, MarksWhatEntersNoFigureAndWhatLiesFarOff)
{
    Report report = sample();
    report.strategies[0].runs[1].replaced = true;
    report.strategies[0].runs[1].disturbances = {{DisturbanceKind::load, 1.5}};
    report.strategies[0].runs[2].outlier = true;
    const Rows rows = readCsv(exporting::runsAsCsv(report));
    const auto marks = [&](std::size_t row) {
        return rows[row][15 + stateCount] + rows[row][16 + stateCount] + rows[row][17 + stateCount];
    };
    EXPECT_EQ(marks(1), "000");
    EXPECT_EQ(marks(2), "110");
    EXPECT_EQ(marks(3), "001");
}

TEST(Csv, TheRunsOfASweepCarryTheirValue)
{
    Report report = sample();
    report.experiment.sweep = Sweep{"strategy.workers", {Value(1), Value(2.5)}};
    for (const Value& value : report.experiment.sweep->values)
        report.points.push_back({value, report.strategies, true, {}, {}});
    report.strategies.clear();
    const Rows rows = readCsv(exporting::runsAsCsv(report));
    ASSERT_EQ(rows.size(), 7u);
    EXPECT_EQ(rows[0].back(), "value");
    EXPECT_EQ(rows[1].back(), "1");
    EXPECT_EQ(rows[6].back(), "2.5");
}

TEST(Csv, EveryNumberReadsBackExactly)
{
    const Report report = sample();
    const Rows rows = readCsv(exporting::runsAsCsv(report));
    for (std::size_t i = 0; i < 3; ++i) {
        const RunReport& run = report.strategies[0].runs[i];
        const auto& row = rows[i + 1];
        EXPECT_EQ(row[0], "small");
        EXPECT_EQ(row[1], "threads:2");
        EXPECT_EQ(row[2], "native");
        EXPECT_EQ(row[3], "2");
        EXPECT_EQ(row[4], "7");
        EXPECT_EQ(row[5], std::to_string(run.block));
        EXPECT_EQ(row[6], std::to_string(run.order));
        EXPECT_EQ(row[7], run.warmup ? "1" : "0");
        EXPECT_EQ(numberFromText(row[8]), run.startupSeconds);
        EXPECT_EQ(numberFromText(row[9]), run.wallSeconds);
        EXPECT_EQ(numberFromText(row[10]), run.cpuSeconds);
        EXPECT_EQ(row[11] + row[12] + row[13], "511");
        EXPECT_EQ(row[14], run.resultDigest);
        for (std::size_t state = 0; state < stateCount; ++state)
            EXPECT_EQ(numberFromText(row[15 + state]), run.ledgerSeconds[state]);
    }
}

TEST(Csv, FieldsWithCommasQuotesAndLineEndsAreQuoted)
{
    Report report = sample();
    report.experiment.id = "a,\"b\"\r\nc";
    report.strategies[0].strategy.name = "pipe";
    report.strategies[0].strategy.counts = {1, 2};
    const std::string text = exporting::runsAsCsv(report);
    EXPECT_NE(text.find("\"a,\"\"b\"\"\r\nc\",\"pipe:1,2\","), std::string::npos);
    const Rows rows = readCsv(text);
    EXPECT_EQ(rows[1][0], "a,\"b\"\r\nc");
    EXPECT_EQ(rows[1][1], "pipe:1,2");
}
