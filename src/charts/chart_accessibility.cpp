// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_accessibility.h"

#include "charts/decision_tree.h"
#include "charts/gantt_chart.h"
#include "charts/rows_chart.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace overlap::charts {

namespace {

QAccessibleInterface* interfaceOf(const QString&, QObject* object)
{
    const bool chart = qobject_cast<GanttChart*>(object) || qobject_cast<RowsChart*>(object) ||
                       qobject_cast<DecisionTree*>(object);
    return chart ? new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::Chart) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(interfaceOf);
        return true;
    }();
    static_cast<void>(installed);
}

} // namespace overlap::charts
