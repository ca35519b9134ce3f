// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_chart.h"
#include "charts/latencies_chart.h"
#include "charts/timings_chart.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>
#include <functional>
#include <map>

namespace overlap::testing {

/// Everything that a window says, by the place where it says it: texts, tool tips, names for screen readers,
/// menus, tables, and what the charts say of themselves. What a person typed and the log, which stays as
/// written, are left out.
class VisibleTexts
{
public:
    explicit VisibleTexts(const QWidget& window)
    {
        m_prefix = QStringLiteral("window");
        add("title", window.windowTitle());
        for (const QWidget* widget : window.findChildren<QWidget*>())
            addWidget(*widget);
        int number = 0;
        for (const QAction* action : window.findChildren<QAction*>()) {
            m_prefix = QStringLiteral("action %1 %2").arg(++number).arg(action->objectName());
            add("text", action->text());
        }
    }

    const std::map<QString, QString>& all() const { return m_all; }

    /// Where both say the same although they should not; `sameInBoth` says what may.
    QStringList unchangedFrom(const VisibleTexts& other,
                              const std::function<bool(const QString&)>& sameInBoth) const
    {
        QStringList found;
        for (const auto& [place, text] : m_all) {
            const auto there = other.m_all.find(place);
            if (there != other.m_all.end() && there->second == text && !sameInBoth(text))
                found << place + QStringLiteral(": ") + text;
        }
        return found;
    }

    QStringList differencesFrom(const VisibleTexts& other) const
    {
        QStringList found;
        for (const auto& [place, text] : m_all) {
            const auto there = other.m_all.find(place);
            const QString before = there == other.m_all.end() ? QStringLiteral("(nothing)") : there->second;
            if (before != text)
                found << place + QStringLiteral(": “") + before + QStringLiteral("” → “") + text +
                             QStringLiteral("”");
        }
        for (const auto& [place, text] : other.m_all) {
            if (!m_all.contains(place))
                found << place + QStringLiteral(": “") + text + QStringLiteral("” → (nothing)");
        }
        return found;
    }

private:
    void add(const char* kind, const QString& text)
    {
        if (!text.isEmpty())
            m_all[m_prefix + QLatin1Char('/') + QLatin1String(kind)] = text;
    }

    void addWidget(const QWidget& widget)
    {
        // Widgets without a name are told apart by their order.
        // Qt's own buttons in docks and tab bars are named in the language they were made in.
        if (widget.objectName().startsWith(QLatin1String("qt_")) ||
            widget.objectName().startsWith(QLatin1String("Scroll")))
            return;
        const QString name =
            QLatin1String(widget.metaObject()->className()) + QLatin1Char(' ') + widget.objectName();
        m_prefix = name + QStringLiteral(" #%1").arg(++m_seen[name]);
        add("tool tip", widget.toolTip());
        add("accessible name", widget.accessibleName());
        add("accessible description", widget.accessibleDescription());
        if (widget.isWindow() || widget.inherits("QDockWidget") || widget.inherits("QToolBar"))
            add("title", widget.windowTitle());
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            add("text", label->text());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            add("text", button->text());
        else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(qPrintable(QStringLiteral("tab %1").arg(i)), tabs->tabText(i));
        else if (const auto* box = qobject_cast<const QComboBox*>(&widget))
            for (int i = 0; i < box->count(); ++i)
                add(qPrintable(QStringLiteral("item %1").arg(i)), box->itemText(i));
        else if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
            add("placeholder", line->placeholderText());
        else if (const auto* text = qobject_cast<const QPlainTextEdit*>(&widget))
            add("placeholder", text->placeholderText());
        else if (const auto* spin = qobject_cast<const QSpinBox*>(&widget))
            add("suffix", spin->suffix());
        else if (const auto* number = qobject_cast<const QDoubleSpinBox*>(&widget))
            add("suffix", number->suffix());
        else if (qobject_cast<const QHeaderView*>(&widget))
            return; // the table beside it has the same model
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget))
            addModel(view->model(), {}, QStringLiteral("row"));
        else if (const auto* lanes = qobject_cast<const charts::GanttChart*>(&widget))
            addLanes(*lanes);
        else if (const auto* timings = qobject_cast<const charts::TimingsChart*>(&widget))
            addRows(*timings);
        else if (const auto* latencies = qobject_cast<const charts::LatenciesChart*>(&widget))
            addRows(*latencies);
    }

    void addModel(const QAbstractItemModel* model, const QModelIndex& parent, const QString& path)
    {
        if (!model)
            return;
        for (int column = 0; column < model->columnCount(parent) && !parent.isValid(); ++column)
            add(qPrintable(QStringLiteral("header %1").arg(column)),
                model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QString here = path + QStringLiteral(" %1").arg(row);
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                add(qPrintable(here + QStringLiteral(" column %1").arg(column)), index.data().toString());
                add(qPrintable(here + QStringLiteral(" tool tip %1").arg(column)),
                    index.data(Qt::ToolTipRole).toString());
            }
            addModel(model, model->index(row, 0, parent), here);
        }
    }

    void addLanes(const charts::GanttChart& chart)
    {
        const charts::GanttContent& content = chart.content();
        add("title", content.title);
        add("subtitle", content.subtitle);
        add("work", content.runtimeWork[0]);
        add("work of Python", content.runtimeWork[1]);
        add("summary", chart.summary());
        for (std::size_t i = 0; i < content.bands.size(); ++i)
            add(qPrintable(QStringLiteral("band %1").arg(i)),
                content.bands[i].subtitles.join(QLatin1Char('\n')));
        addReadouts(chart);
    }

    template <class Chart>
    void addRows(const Chart& chart)
    {
        add("finding", chart.content().finding);
        add("caption", chart.content().caption);
        add("summary", chart.summary());
        addReadouts(chart);
    }

    /// What stands under the pointer, at places a finger's width apart.
    template <class Chart>
    void addReadouts(const Chart& chart)
    {
        constexpr int step = 24;
        for (int y = step; y < chart.height(); y += step) {
            for (int x = step; x < chart.width(); x += 5 * step)
                add(qPrintable(QStringLiteral("readout %1,%2").arg(x).arg(y)), chart.textAt({x, y}));
        }
    }

    QString m_prefix;
    std::map<QString, int> m_seen;
    std::map<QString, QString> m_all;
};

} // namespace overlap::testing
