// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison with planted figures, and what is said of interpreters that are none. What a real one shows
// is in tst_gil_beside_python.cpp.
#include "engine/gil_validation.h"

#include "engine/python_interpreter.h"
#include "support/census.h"
#include "support/gate.h"
#include "support/temp_folder.h"

#include <algorithm>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>

using namespace overlap;
using namespace overlap::engine;
using core::Nanoseconds;
using overlap::testing::childrenOf;
using overlap::testing::TempFolder;
using overlap::testing::Watchdog;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using Kind = GilMeasure::Kind;

namespace {

constexpr Nanoseconds ms = 1'000'000;
constexpr Nanoseconds tick = 4 * ms;

/// The line of one measure for the figures of so many blocks.
GilRow rowOf(Kind kind, const std::vector<double>& model, const std::vector<double>& python)
{
    const auto blocks = [](const std::vector<double>& values) {
        GilFigures figures;
        for (const double value : values)
            figures.push_back({value});
        return figures;
    };
    const auto rows = compareGil({{.kind = kind, .threads = 2}}, blocks(model), blocks(python), tick);
    EXPECT_EQ(rows.size(), 1u);
    return rows.front();
}

bool within(Kind kind, double model, double python)
{
    return rowOf(kind, {model, model}, {python, python}).within;
}

/// A shell script as interpreter.
class Interpreter
{
public:
    explicit Interpreter(const std::string& script)
    {
        const auto path = m_folder.write("python3", "#!/bin/sh\n" + script + "\n");
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    }

    std::filesystem::path path() const { return m_folder / "python3"; }

private:
    TempFolder m_folder;
};

const std::vector<GilMeasure> quick{{Kind::sleep, 2, ms, 2 * ms, 0}, {Kind::ping, 1, ms, 4 * ms, 3}};

std::string identity(const std::string& implementation = "CPython", const std::string& version = "3.11.2",
                     const std::string& gil = "1")
{
    return "echo overlap-gil-probe 1; echo implementation " + implementation + "; echo version " + version +
           "; echo gil " + gil + "; echo interval 0.005\n";
}

GilValidation validate(const std::filesystem::path& interpreter, std::stop_token stop = {}, int blocks = 2,
                       const std::function<void(int, int)>& progress = {})
{
    const Watchdog watchdog("a comparison with " + interpreter.string());
    ipc::Launcher launcher;
    GilValidationOptions options;
    options.interpreter = interpreter;
    options.measures = quick;
    options.blocks = blocks;
    options.patience = core::nanosecondsPerSecond;
    return validateGil(launcher, core::Paths::ofThisProgram(), options, stop, progress);
}

/// What is said of an interpreter that cannot be compared with.
std::string complaint(const std::string& script)
{
    const Interpreter interpreter(script);
    std::string text;
    try {
        text = "compared " + std::to_string(validate(interpreter.path()).blocks) + " blocks";
    } catch (const core::Error& error) {
        text = error.what();
        EXPECT_THAT(text, HasSubstr(interpreter.path().string()));
        EXPECT_EQ(text.find('\n'), std::string::npos);
    }
    EXPECT_TRUE(childrenOf().empty()) << "nothing is left behind";
    return text;
}

} // namespace

TEST(CompareGil, MediansOfBlocksStandSideBySide)
{
    const std::vector<GilMeasure> measures{{Kind::sleep, 8, 5 * ms, 200 * ms, 0},
                                           {Kind::ping, 1, 20 * ms, 65 * ms, 7}};
    const GilFigures model{{7.9, 0.0201}, {8.0, 0.0202}, {1.0, 0.9}};
    const GilFigures python{{7.8, 0.0200}, {7.9, 0.0205}, {7.95, 0.0203}};
    const auto rows = compareGil(measures, model, python, tick);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].name.english(), "waits that take place at once, of 8");
    EXPECT_EQ(rows[0].unit, GilRow::Unit::times);
    EXPECT_DOUBLE_EQ(rows[0].model, 7.9);
    EXPECT_DOUBLE_EQ(rows[0].python, 7.9);
    EXPECT_TRUE(rows[0].within);
    EXPECT_EQ(rows[0].limit.english(), "within 2 %");
    EXPECT_EQ(rows[1].name.english(), "delay of a wake-up, computing threads: 1, switch interval 20.0 ms");
    EXPECT_EQ(rows[1].unit, GilRow::Unit::seconds);
    EXPECT_DOUBLE_EQ(rows[1].model, 0.0202);
    EXPECT_DOUBLE_EQ(rows[1].python, 0.0203);
    EXPECT_EQ(rows[1].limit.english(), "within 10 %");

    GilValidation validation;
    validation.rows = rows;
    EXPECT_TRUE(validation.matches());
    validation.rows[1].within = false;
    EXPECT_FALSE(validation.matches());
}

TEST(CompareGil, LimitsAreThoseOfEachKind)
{
    EXPECT_TRUE(within(Kind::ping, 5.45, 5.0));
    EXPECT_TRUE(within(Kind::ping, 4.55, 5.0));
    EXPECT_FALSE(within(Kind::ping, 5.55, 5.0));
    EXPECT_FALSE(within(Kind::ping, 4.45, 5.0));
    EXPECT_TRUE(within(Kind::sleep, 31.4, 32.0));
    EXPECT_FALSE(within(Kind::sleep, 31.3, 32.0));
    EXPECT_FALSE(within(Kind::sleep, 32.7, 32.0));
    EXPECT_TRUE(within(Kind::slices, 0.0085, 0.0051));
    EXPECT_TRUE(within(Kind::slices, 0.0051, 0.0085));
    EXPECT_FALSE(within(Kind::slices, 0.0255, 0.0080)) << "nobody is forced to switch";
    EXPECT_FALSE(within(Kind::compute, 1.85, 1.0)) << "there is no lock";
}

TEST(CompareGil, ComputingIsComparedByIntervals)
{
    const std::vector<double> python{0.84, 0.90, 0.95, 0.97, 1.00};
    EXPECT_TRUE(rowOf(Kind::compute, {0.95, 0.96, 0.97, 0.99, 1.05}, python).within);
    EXPECT_FALSE(rowOf(Kind::compute, {1.02, 1.03, 1.04, 1.05, 1.06}, python).within)
        << "they do not overlap";
    EXPECT_FALSE(rowOf(Kind::compute, {0.95, 0.96, 1.20, 1.21, 1.22}, python).within) << "one goes beyond";
    EXPECT_FALSE(rowOf(Kind::compute, {0.7, 0.7, 0.9, 0.9, 1.0}, {0.7, 0.7, 0.9, 0.9, 1.0}).within)
        << "both do";
    // Below 5 blocks there is no interval, so all that was measured counts.
    EXPECT_TRUE(rowOf(Kind::compute, {0.9, 0.95}, {0.93, 1.0}).within);
    EXPECT_FALSE(rowOf(Kind::compute, {0.9, 0.92}, {0.93, 1.0}).within);
}

TEST(GilMeasures, LeaveRoomBetweenPings)
{
    for (const GilMeasure& measure : gilMeasures()) {
        if (measure.kind == Kind::ping) {
            EXPECT_GT(measure.duration, 3 * measure.interval);
        }
    }
}

TEST(ValidateGil, ComparesWithWhatTheInterpreterSays)
{
    const Interpreter interpreter(
        identity() +
        "echo sample 0 1.5; echo sample 1 0.7; echo sample 1 0.9; echo sample 1 0.8; echo end; read x");
    std::vector<int> told;
    const GilValidation found = validate(interpreter.path(), {}, 3, [&](int done, int of) {
        EXPECT_EQ(of, 3);
        told.push_back(done);
    });
    EXPECT_EQ(found.version, "3.11.2");
    EXPECT_EQ(found.interpreter, interpreter.path());
    EXPECT_DOUBLE_EQ(found.defaultIntervalSeconds, 0.005);
    EXPECT_EQ(found.blocks, 3);
    EXPECT_FALSE(found.cancelled);
    EXPECT_EQ(told, (std::vector<int>{0, 1, 2, 3}));
    ASSERT_EQ(found.rows.size(), 2u);
    EXPECT_DOUBLE_EQ(found.rows[0].python, 1.5);
    EXPECT_DOUBLE_EQ(found.rows[1].python, 0.8);
    EXPECT_GT(found.rows[0].model, 0);
    EXPECT_GE(found.rows[1].model, 0.0009) << "a ping waits for the interval";
    EXPECT_FALSE(found.rows[1].within);
    EXPECT_FALSE(found.matches());
    EXPECT_TRUE(childrenOf().empty());
}

TEST(ValidateGil, SaysWhyAnInterpreterIsNoneToCompareWith)
{
    EXPECT_THAT(complaint(identity("PyPy", "3.9.16") + "echo end"),
                HasSubstr("is PyPy, whose lock is another than CPython's"));
    EXPECT_THAT(complaint(identity("CPython", "3.13.0", "0") + "echo end"),
                HasSubstr("(3.13.0) runs without the lock"));
    EXPECT_THAT(complaint(identity("CPython", "2.7.18") + "echo end"),
                HasSubstr("is Python 2.7.18; 3.3 or newer is needed"));
    EXPECT_THAT(complaint(identity("CPython", "3.2.6") + "echo end"), HasSubstr("3.3 or newer"));
    EXPECT_THAT(complaint(identity("CPython", "three") + "echo end"), HasSubstr("“three”"));
}

TEST(ValidateGil, SaysWhatIsWrongWithOneThatIsNone)
{
    EXPECT_THAT(complaint("echo hello"), HasSubstr("“hello”, which is not what a Python says"));
    EXPECT_THAT(complaint("echo overlap-gil-probe 2; read x"), HasSubstr("answered “2”"));
    EXPECT_THAT(complaint("exit 3"), HasSubstr("exit code 3"));
    EXPECT_THAT(complaint("kill -9 $$"), HasSubstr("signal 9"));
    EXPECT_THAT(complaint("while read x; do :; done"), HasSubstr("did not answer within 1.00 s"));
    EXPECT_THAT(complaint("printf overlap-gil; while read x; do :; done"), HasSubstr("in time"));
    EXPECT_THAT(complaint("head -c 100000 /dev/zero; read x"), HasSubstr("something else than expected"));
    EXPECT_THAT(complaint(identity() + "echo end"), HasSubstr("“end”")) << "no figures";
    EXPECT_THAT(complaint(identity() + "echo sample 0 1; echo end"), HasSubstr("“end”")) << "not all figures";
    for (const char* record : {"sample 2 1.0", "sample -1 1.0", "sample 0 nan", "sample 0 inf", "sample 0 -1",
                               "sample 0", "sample x 1.0", "sample 0 1.0 2.0", "simple 0 1.0"}) {
        EXPECT_THAT(complaint(identity() + "echo " + record + "; read x"),
                    HasSubstr("“" + std::string(record) + "”"));
    }
    EXPECT_THAT(complaint(identity() + "yes 'sample 0 1'"),
                ::testing::AnyOf(HasSubstr("“...”"), HasSubstr("within")))
        << "one that never comes to an end";
}

TEST(ValidateGil, AnInterpreterThatIsNotThereIsNamed)
{
    try {
        validate("/nowhere/python3");
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("/nowhere/python3"));
    }
}

TEST(ValidateGil, AStopKeepsTheBlocksThatAreWhole)
{
    const Interpreter silent(identity() + "while read x; do :; done");
    std::stop_source stop;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    const GilValidation none = validate(silent.path(), stop.get_token());
    EXPECT_TRUE(none.cancelled);
    EXPECT_EQ(none.blocks, 0);
    EXPECT_TRUE(none.rows.empty());
    EXPECT_TRUE(validate(silent.path(), stop.get_token()).cancelled) << "stopped beforehand";

    const Interpreter good(identity() + "echo sample 0 1.5; echo sample 1 0.7; echo end; read x");
    std::stop_source later;
    const GilValidation one = validate(good.path(), later.get_token(), 5, [&](int done, int) {
        if (done == 1)
            later.request_stop();
    });
    EXPECT_TRUE(one.cancelled);
    EXPECT_EQ(one.blocks, 1);
    EXPECT_EQ(one.rows.size(), 2u);
    EXPECT_TRUE(childrenOf().empty());
}

TEST(FindPython, TheVariableComesFirst)
{
    const char* before = std::getenv("OVERLAP_PYTHON");
    const std::optional<std::string> kept = before ? std::optional<std::string>(before) : std::nullopt;
    ::setenv("OVERLAP_PYTHON", "/opt/elsewhere/python", 1);
    EXPECT_EQ(findPython(), "/opt/elsewhere/python");
    ::setenv("OVERLAP_PYTHON", "", 1);
    try {
        EXPECT_TRUE(std::filesystem::exists(findPython()));
        EXPECT_TRUE(findPython().is_absolute());
    } catch (const core::Error& error) { // a machine may have none
        EXPECT_THAT(error.what(), HasSubstr("OVERLAP_PYTHON"));
    }
    if (kept)
        ::setenv("OVERLAP_PYTHON", kept->c_str(), 1);
    else
        ::unsetenv("OVERLAP_PYTHON");
}
