// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/task_search.h"

#include <QTest>

using namespace overlap;
using session::TaskSearch;

class TestTaskSearch : public QObject
{
    Q_OBJECT

private:
    static QString label(core::ItemIndex item) { return QStringLiteral("Chunk %1").arg(item + 1); }

private Q_SLOTS:
    void findsParts()
    {
        TaskSearch search(QStringLiteral(" chunk 1 "), 25, label);
        QVERIFY(search.look());
        QCOMPARE(search.matches().size(), 11U); // 1, 10 to 19
        QCOMPARE(search.placeOf(0), 1U);
        QCOMPARE(search.placeOf(9), 2U);
        QCOMPARE(search.placeOf(1), 0U);
    }

    void goesRound()
    {
        TaskSearch search(QStringLiteral("chunk 2"), 25, label); // 1, 19 to 24
        QVERIFY(search.look());
        QCOMPARE(search.next(core::noItem, true), std::optional<core::ItemIndex>(1));
        QCOMPARE(search.next(core::noItem, false), std::optional<core::ItemIndex>(24));
        QCOMPARE(search.next(1, true), std::optional<core::ItemIndex>(19));
        QCOMPARE(search.next(24, true), std::optional<core::ItemIndex>(1));
        QCOMPARE(search.next(1, false), std::optional<core::ItemIndex>(24));
        QCOMPARE(search.next(10, true), std::optional<core::ItemIndex>(19)); // from what is no match
        QCOMPARE(search.next(10, false), std::optional<core::ItemIndex>(1));
    }

    void nothing()
    {
        TaskSearch none(QStringLiteral("piece"), 25, label);
        QVERIFY(none.look());
        QVERIFY(none.matches().empty());
        QVERIFY(!none.next(core::noItem, true));
        TaskSearch empty(QStringLiteral("  "), 25, label);
        QVERIFY(empty.complete());
        QVERIFY(TaskSearch().complete());
    }

    void readsAPartAtATime()
    {
        std::size_t asked = 0;
        TaskSearch search(QStringLiteral("x"), 50'000, [&](core::ItemIndex item) {
            ++asked;
            return item == 49'999 ? QStringLiteral("x") : QString();
        });
        QVERIFY(!search.look());
        QCOMPARE(asked, TaskSearch::itemsPerLook);
        QVERIFY(!search.look());
        QVERIFY(search.look());
        QCOMPARE(asked, 50'000U);
        QCOMPARE(search.matches().size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestTaskSearch)
#include "tst_task_search.moc"
