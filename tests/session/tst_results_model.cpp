// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/results_model.h"

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>
#include <QtTest>

using namespace overlap;

namespace {

std::shared_ptr<const engine::RunOutcome> threeItems()
{
    auto run = std::make_shared<engine::RunOutcome>();
    const auto add = [&](core::TaskStatus status, core::Nanoseconds end, double seconds) {
        core::ItemResult item;
        item.status = status;
        item.end = end;
        if (status == core::TaskStatus::done) {
            item.value = core::Value::object();
            item.value.set("url", "/delay/1");
            item.value.set("seconds", seconds);
        } else if (status == core::TaskStatus::failed) {
            item.error = core::Message("it broke: %1", {"badly"});
        }
        run->items.push_back(std::move(item));
    };
    add(core::TaskStatus::done, 300, 0.002);
    add(core::TaskStatus::failed, 100, 0);
    add(core::TaskStatus::cancelled, 0, 0);
    return run;
}

std::vector<core::ResultColumn> columns()
{
    return {{"url", "Address", core::ParameterKind::text},
            {"seconds", "Time", core::ParameterKind::seconds, false}};
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char('|'));
}

QStringList row(const QAbstractItemModel& model, int at)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.index(at, column).data().toString();
    return cells;
}

} // namespace

class TestResultsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOrdersFieldsAndErrors()
    {
        session::ResultsModel model;
        QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setRun(threeItems(), columns());
        QCOMPARE(row(model, 0), words("1|2|/delay/1|2.00 ms|done"));
        QCOMPARE(row(model, 1), words("2|1|||it broke: badly"));
        QCOMPARE(row(model, 2), words("3|–|||cancelled"));
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Time"));
        model.setRun(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void sortsByTheOrderOfFinishing()
    {
        session::ResultsModel model;
        model.setRun(threeItems(), columns());
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(session::ResultsModel::sortRole);
        sorted.sort(1);
        QCOMPARE(sorted.index(0, 0).data().toString(), QStringLiteral("3")); // never finished
        QCOMPARE(sorted.index(1, 0).data().toString(), QStringLiteral("2"));
        QCOMPARE(sorted.index(2, 0).data().toString(), QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(TestResultsModel)
#include "tst_results_model.moc"
