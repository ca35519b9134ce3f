// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Python in the window: named, chosen, or greyed with the reason.
#include "charts/gantt_chart.h"
#include "window_fixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace overlap;
using overlap::testing::find;
using overlap::testing::WindowFixture;

namespace {

engine::PythonChoice cpython(const char* version, bool freeThreaded = false)
{
    engine::PythonChoice choice;
    choice.facts = engine::PythonFacts{};
    choice.facts->version = version;
    choice.facts->interpreter = "/opt/python3";
    choice.facts->freeThreaded = freeThreaded;
    choice.facts->gilEnabled = !freeThreaded;
    return choice;
}

/// The first row of that strategy.
QCheckBox* rowOf(const QWidget& window, const QString& name)
{
    for (int i = 0;; ++i) {
        auto* box = window.findChild<QCheckBox*>(QStringLiteral("chosen_%1").arg(i));
        if (!box || box->text() == name)
            return box;
    }
}

} // namespace

class TestPythonLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutPythonItsStrategiesAreGreyedWithTheReason()
    {
        WindowFixture fixture;
        fixture.pythonLook = [](const auto&) {
            return engine::PythonChoice{std::nullopt, core::Message("no Python was found")};
        };
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        window->openExperiment(QStringLiteral("two-sums"));
        auto* reason = find<QLabel>(*window, "pythonReason");
        QTRY_VERIFY(reason->isVisible());
        QCOMPARE(reason->text(), QStringLiteral("No Python was found"));
        for (const char* name : {"python-sequential", "python-threads", "python-processes"}) {
            QCheckBox* row = rowOf(*window, QLatin1String(name));
            QVERIFY(row);
            QVERIFY(!row->isEnabled());
            QCOMPARE(row->toolTip(), reason->text());
        }
        QVERIFY(rowOf(*window, QStringLiteral("gil-threads"))->isEnabled());
        // The native strategies run all the same.
        QVERIFY(find<QPushButton>(*window, "runButton")->isEnabled());
        const auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
        for (const charts::GanttBand& band : lanes->content().bands)
            QCOMPARE(band.strategy.runtime, core::Runtime::native);
    }

    void thePythonIsNamedWithItsLock()
    {
        WindowFixture fixture;
        fixture.pythonLook = [](const auto&) { return cpython("3.13.1", true); };
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        window->openExperiment(QStringLiteral("two-sums"));
        const auto* name = find<QLabel>(*window, "pythonName");
        QTRY_COMPARE(name->text(), QStringLiteral("CPython 3.13.1 (free-threaded)"));
        QCOMPARE(name->toolTip(), QStringLiteral("/opt/python3"));
        QVERIFY(!find<QLabel>(*window, "pythonReason")->isVisible());
        const auto* lanes = find<charts::GanttChart>(*window, "lanesChart");
        QCOMPARE(lanes->content().runtimeName[1], name->text());
        QCOMPARE(lanes->content().bands.back().strategy.runtime, core::Runtime::python);
    }

    void anotherOneIsNamedInTheField()
    {
        WindowFixture fixture;
        fixture.pythonLook = [](const std::filesystem::path& named) {
            return cpython(named == "/opt/new/python3" ? "3.14.0" : "3.11.2");
        };
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        auto* path = find<QLineEdit>(*window, "pythonPath");
        QVERIFY(!path->isVisible());
        find<QToolButton>(*window, "changePython")->click();
        QTRY_VERIFY(path->isVisible());
        QTest::keyClicks(path, QStringLiteral("/opt/new/python3"));
        QTest::keyClick(path, Qt::Key_Return);
        const auto* name = find<QLabel>(*window, "pythonName");
        QTRY_COMPARE(name->text(), QStringLiteral("CPython 3.14.0, GIL on"));
        QCOMPARE(fixture.settings.python(), QStringLiteral("/opt/new/python3"));
        fixture.dialogs.nextFileName = QStringLiteral("/opt/old/python3");
        find<QToolButton>(*window, "choosePython")->click();
        QTRY_COMPARE(name->text(), QStringLiteral("CPython 3.11.2, GIL on"));
        QCOMPARE(fixture.settings.python(), QStringLiteral("/opt/old/python3"));
    }

    void theWindowIsUsableWhileItLooks()
    {
        WindowFixture fixture;
        std::atomic<bool> answer = false;
        fixture.pythonLook = [&answer](const auto&) {
            while (!answer)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return cpython("3.11.2");
        };
        const auto window = fixture.makeWindow();
        QVERIFY(window);
        window->openExperiment(QStringLiteral("two-sums"));
        const auto* name = find<QLabel>(*window, "pythonName");
        QCOMPARE(name->text(), QStringLiteral("Looking for Python"));
        QVERIFY(rowOf(*window, QStringLiteral("python-threads"))->isEnabled());
        answer = true;
        QTRY_COMPARE(name->text(), QStringLiteral("CPython 3.11.2, GIL on"));
    }
};

QTEST_MAIN(TestPythonLine)
#include "tst_python_line.moc"
