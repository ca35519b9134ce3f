// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/statistics_model.h"
#include "session/stretch_study.h"

#include <QElapsedTimer>
#include <QTest>

using namespace overlap;
using session::StatisticsModel;
using session::StretchStudy;

namespace {

/// One worker that computes and waits by turns, a millisecond each.
session::Band band(const char* name, int spans, bool ended = true)
{
    auto timeline = std::make_shared<core::Timeline>();
    timeline->lanes.resize(1);
    for (int i = 0; i < spans; ++i) {
        core::Span span;
        span.begin = i * core::Nanoseconds{1'000'000};
        span.end = span.begin + 1'000'000;
        span.state = i % 2 == 0 ? core::State::computing : core::State::waiting;
        timeline->lanes[0].spans.push_back(span);
    }
    timeline->end = spans * core::Nanoseconds{1'000'000};
    timeline->ended = ended;
    session::Band result;
    result.strategy.name = name;
    result.timeline = timeline;
    return result;
}

std::size_t countOf(const StretchStudy& study, std::size_t run = 0)
{
    return study.stretch()->runs[run].statistics.states[0].count;
}

} // namespace

class TestStretchStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSelectionIsStudiedAndTheVisibleWindowOnlyWhereItIsWanted()
    {
        session::TimeWindow window;
        StretchStudy study(window);
        study.setBands({band("sequential", 100), band("threads", 50), band("processes", 10, false)});
        QTest::qWait(100);
        QVERIFY(!study.stretch());
        window.setSelection(session::TimeRange{0, 10'000'000});
        QTRY_VERIFY(study.stretch());
        QVERIFY(study.stretch()->selected);
        QCOMPARE(study.stretch()->runs.size(), 2U); // the third still runs
        QCOMPARE(study.stretch()->runs[1].band.name(), std::string("threads"));
        QCOMPARE(countOf(study), 5U);
        window.setSelection(std::nullopt);
        QTRY_VERIFY(!study.stretch());
        study.setVisibleWanted(true);
        QTRY_VERIFY(study.stretch());
        QVERIFY(!study.stretch()->selected);
        QCOMPARE(countOf(study), 50U);
        study.setBands({});
        QTRY_VERIFY(!study.stretch());
    }

    void manySpansAreCountedBesideTheWindow()
    {
        session::TimeWindow window;
        StretchStudy study(window);
        constexpr int spans = 2'000'000;
        study.setBands({band("sequential", spans)});
        window.setTrace({0, spans * core::Nanoseconds{1'000'000}});
        window.setSelection(session::TimeRange{0, spans * core::Nanoseconds{1'000'000}});
        // What was counted comes back as an event of its own, so the counting itself is always seen.
        for (QElapsedTimer timer; !study.counting(); QCoreApplication::processEvents()) {
            if (!timer.isValid())
                timer.start();
            QVERIFY(timer.elapsed() < 5000);
        }
        QVERIFY(!study.stretch());
        // While it counts, another stretch is asked for: that is the one that is told.
        window.setSelection(session::TimeRange{0, 8'000'000});
        QTRY_VERIFY(study.stretch() && study.stretch()->range.end == 8'000'000);
        QCOMPARE(countOf(study), 4U);
        window.setSelection(session::TimeRange{0, spans * core::Nanoseconds{1'000'000}});
        QTRY_COMPARE(countOf(study), std::size_t{spans / 2});
        window.setSelection(session::TimeRange{0, spans * core::Nanoseconds{999'999}});
        QTest::qWait(45); // and it may go while it is counting
    }

    void theTableSaysItInTextAndAsValues()
    {
        StatisticsModel model([](core::State state) {
            return state == core::State::computing ? QStringLiteral("Computing") : QStringLiteral("Other");
        });
        session::Stretch stretch;
        stretch.range = {0, 20'000'000};
        auto statistics = analysis::selectionStatisticsOf(*band("sequential", 20).timeline, stretch.range);
        stretch.runs = {{band("a,b", 20), *statistics}};
        model.setStretch(stretch);
        QCOMPARE(model.rowCount(), 3); // tasks, computing, waiting
        QCOMPARE(model.index(0, StatisticsModel::count).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(1, StatisticsModel::what).data().toString(), QStringLiteral("Computing"));
        QCOMPARE(model.index(1, StatisticsModel::count).data().toString(), QStringLiteral("10"));
        QCOMPARE(model.index(1, StatisticsModel::median).data().toString(), QStringLiteral("1.00 ms"));
        QCOMPARE(model.index(1, StatisticsModel::share).data().toString(), QStringLiteral("50.0 %"));
        QCOMPARE(model.text().count(QLatin1Char('\n')), 4);
        QCOMPARE(model.csv().split(QStringLiteral("\r\n"))[2],
                 QStringLiteral("0.000000000,0.020000000,\"a,b\",computing,10,0.001000000,"
                                "0.001000000,0.001000000,0.001000000,0.010000000,0.500000"));
        model.setStretch(std::nullopt);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestStretchStudy)
#include "tst_stretch_study.moc"
