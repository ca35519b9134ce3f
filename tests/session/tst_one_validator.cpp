// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same bad value in a file, in the draft of the window and on the command line is refused at the same
// place in the same sentence.
#include "core/json.h"
#include "engine/catalogue.h"
#include "integration/cli_process.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"

#include <QtTest>
#include <cmath>

using namespace overlap;

namespace {

constexpr int cores = 2;

core::Experiment waits()
{
    core::Experiment experiment;
    experiment.id = "waits";
    experiment.title = "Waits";
    experiment.workload = "wait";
    experiment.strategies = {"sequential", "threads:2"};
    return experiment;
}

/// "/pointer: sentence", of the first problem.
QString told(const std::string& pointer, const std::string& sentence)
{
    return QString::fromStdString(pointer + ": " + sentence);
}

QString byDraft(const std::function<void(session::ExperimentDraft&)>& change,
                const core::Catalogue& catalogue)
{
    session::ExperimentDraft draft(catalogue, cores);
    draft.load(waits());
    change(draft);
    if (draft.problems().empty())
        return {};
    const core::Problem& problem = draft.problems().front();
    return QString::fromStdString(problem.pointer) + QStringLiteral(": ") +
           session::messageText(problem.message);
}

QString byFile(const std::function<void(core::Value&)>& change, const core::Catalogue& catalogue)
{
    core::Value document = core::experimentToValue(waits());
    change(document);
    const testing::TempFolder folder;
    const auto file = folder.write("a.json", core::writeJson(document));
    try {
        core::loadExperiment(file, catalogue, cores);
        return {};
    } catch (const core::Error& error) {
        const std::string& place = error.place();
        return told(place.substr(place.find(": /") + 2), error.message().english());
    }
}

QString byCommandLine(std::vector<std::string> options)
{
    const testing::TempFolder folder;
    options.insert(options.begin(),
                   {"run", folder.write("a.json", core::writeJson(core::experimentToValue(waits())))});
    const testing::CliOutcome outcome = testing::runCli(options);
    if (outcome.code != 2)
        return QStringLiteral("exit code %1").arg(outcome.code);
    return QString::fromStdString(outcome.err).remove(QStringLiteral("overlap-cli: ")).trimmed();
}

core::Value& parametersOf(core::Value& document)
{
    for (core::Member& member : document.asObject()) {
        if (member.key == "workload")
            return member.value.asObject().back().value;
    }
    throw std::logic_error("no workload");
}

} // namespace

class TestOneValidator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parameters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* text, const char* sentence) {
            QTest::addRow("%s=%s", name, text)
                << QString::fromUtf8(name) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
        };
        row("tasks", "0", "“tasks” must be between 1 and 100000, but is 0");
        row("tasks", "-1", "“tasks” must be between 1 and 100000, but is -1");
        row("tasks", "9223372036854775807",
            "“tasks” must be between 1 and 100000, but is 9223372036854775807");
        row("tasks", "two", "“tasks” must be a whole number");
        row("tasks", "1,5", "“tasks” must be a whole number");
        row("tasks", "", "“tasks” must be a whole number");
        row("seconds", "0", "“seconds” must be between 0.005 and 60, but is 0");
        row("seconds", "-0", "“seconds” must be between 0.005 and 60, but is -0");
        row("seconds", "1e308", "“seconds” must be between 0.005 and 60, but is 1e+308");
        row("seconds", "1,5", "“seconds” must be a number of seconds");
        row("seconds", "0x10", "“seconds” must be a number of seconds");
        row("naps", "1", "this workload has no parameter “naps”");
        row("nаps", "1", "this workload has no parameter “n\\u0430ps”");
    }

    void parameters()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const std::string key = name.toStdString();
        core::Experiment typed = waits();
        core::setParameterFromText(typed, m_catalogue, key, text.toStdString());
        const core::Value value = *typed.parameters.find(key);
        const QString place = QStringLiteral("/workload/parameters/");
        const QString expected = place + name + QStringLiteral(": ") + sentence;
        QCOMPARE(byDraft([&](auto& draft) { draft.setParameter(key, value); }, m_catalogue), expected);
        QCOMPARE(byCommandLine({"--set", key + "=" + text.toStdString()}), expected);
        // The place of a file is made for a terminal, where it shows what is not ASCII escaped.
        QCOMPARE(byFile([&](auto& document) { parametersOf(document).set(key, value); }, m_catalogue)
                     .section(QStringLiteral(": "), 1),
                 sentence);
        QVERIFY(byFile([&](auto& document) { parametersOf(document).set(key, value); }, m_catalogue)
                    .startsWith(place));
    }

    void strategies_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"threads:0", "threads:-1", "threads:1025", "threads:1,5", "threads:0x10", "threads:١",
              "threads", "threads:", "sequential:2", "threads:2@chunk=5", "fibers:2", "",
              "threads:9223372036854775808", "threads:-9223372036854775808xcores"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }

    void strategies()
    {
        QFETCH(QString, text);
        const std::string strategy = text.toStdString();
        const QString file = byFile(
            [&](auto& document) { document.set("strategies", core::Value::Array{core::Value(strategy)}); },
            m_catalogue);
        QVERIFY(file.startsWith(QStringLiteral("/strategies/0: ")));
        QCOMPARE(byCommandLine({"--strategy", strategy}), file);
        core::Experiment experiment = waits();
        experiment.strategies = {strategy};
        QCOMPARE(byDraft([&](auto& draft) { draft.load(experiment); }, m_catalogue), file);
    }

    void repeatsTimeScaleAndSeed()
    {
        const struct
        {
            const char* key;
            const char* option;
            core::Value value;
            const char* text;
        } table[] = {{"repeats", "--repeats", 0, "0"},
                     {"repeats", "--repeats", 1001, "1001"},
                     {"repeats", "--repeats", INT64_MAX, "9223372036854775807"},
                     {"timeScale", "--time-scale", 0.0, "0"},
                     {"timeScale", "--time-scale", 1e308, "1e308"},
                     {"seed", "--seed", -1, "-1"}};
        for (const auto& row : table) {
            const QString file =
                byFile([&](auto& document) { document.set(row.key, row.value); }, m_catalogue);
            QVERIFY2(file.startsWith(QStringLiteral("/") + QString::fromUtf8(row.key)), row.text);
            QCOMPARE(byCommandLine({row.option, row.text}), file);
            const QString draft = byDraft(
                [&](auto& d) {
                    if (std::string_view(row.key) == "repeats")
                        d.setRepeats(
                            static_cast<int>(std::min<std::int64_t>(row.value.asInteger(), INT32_MAX)));
                    else if (std::string_view(row.key) == "timeScale")
                        d.setTimeScale(row.value.asNumber());
                },
                m_catalogue);
            if (std::string_view(row.key) != "seed") // the window has no field for it
                QCOMPARE(draft, file);
        }
        QCOMPARE(byDraft([](auto& draft) { draft.setTimeScale(std::nan("")); }, m_catalogue),
                 byCommandLine({"--time-scale", "nan"}));
    }

    void whatIsNoNumberIsToldWithItsOption()
    {
        for (const auto& [option, key] : {std::pair{"--repeats", "repeats"}, std::pair{"--seed", "seed"}}) {
            const QString file =
                byFile([&, key = key](auto& document) { document.set(key, "1,5"); }, m_catalogue);
            QCOMPARE(byCommandLine({option, "1,5"}).section(QStringLiteral(": "), 1),
                     file.section(QStringLiteral(": "), 1));
        }
        const QString file = byFile([](auto& document) { document.set("timeScale", "1,5"); }, m_catalogue);
        QCOMPARE(byCommandLine({"--time-scale", "1,5"}).section(QStringLiteral(": "), 1),
                 file.section(QStringLiteral(": "), 1));
    }

    void bytesThatAreNoTextAreRefusedOnTheCommandLineToo()
    {
        const QString told = byCommandLine({"--set", "na\xffps=1"});
        QVERIFY2(told.contains(QStringLiteral("this workload has no parameter “na\\xFFps”")),
                 qPrintable(told));
    }

private:
    core::Catalogue m_catalogue = engine::makeCatalogue();
};

QTEST_GUILESS_MAIN(TestOneValidator)
#include "tst_one_validator.moc"
