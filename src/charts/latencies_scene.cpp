// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/latencies_scene.h"

#include "analysis/latency_finding.h"
#include "charts/chart_text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

using core::StrategyReport;
using Figure = LatencyColumn::Figure;

namespace {

// Beyond this range of values a linear axis shows the largest and a heap at zero.
constexpr double linearRange = 50;
// The tail of so many items is more than anecdote: ten of them lie beyond the percentile.
constexpr int itemsForP95 = 200;
constexpr int itemsForP99 = 1000;

LatencyRow measureRow(const LatenciesContent& content, int index)
{
    const StrategyReport& strategy = content.report.strategies[static_cast<std::size_t>(index)];
    LatencyRow row;
    row.strategy = index;
    row.runtime = strategy.strategy.runtime;
    row.title = QString::fromStdString(strategy.strategy.text());
    row.seconds = analysis::pooledLatencies(strategy);
    std::sort(row.seconds.begin(), row.seconds.end());
    row.latency = strategy.latency;
    if (!row.seconds.empty()) {
        row.quartileLow = row.seconds[(row.seconds.size() - 1) / 4];
        row.quartileHigh = row.seconds[(row.seconds.size() - 1) * 3 / 4];
    }
    std::size_t failed = 0;
    std::size_t cancelled = 0;
    for (const core::RunReport& run : strategy.runs) {
        if (run.warmup || run.replaced)
            continue;
        failed += run.tasks.failed;
        cancelled += run.tasks.cancelled;
    }
    row.count = strategy.runs.empty()     ? ChartWords::tr("not measured yet")
                : row.seconds.size() == 1 ? ChartWords::tr("1 item")
                                          : ChartWords::tr("%1 items").arg(row.seconds.size());
    if (failed > 0)
        row.excluded = ChartWords::tr("%1 failed, not included").arg(failed);
    else if (cancelled > 0)
        row.excluded = ChartWords::tr("%1 stopped, not included").arg(cancelled);
    return row;
}

/// 1, 2 or 5 times a power of ten, at or below `value`.
double niceBelow(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(value)));
    const double lead = value / decade;
    return decade * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

/// "200 ms", "1 s": a round figure has no need of decimals.
std::string tickLabel(double seconds)
{
    const auto figure = [](double value) { return QLocale().toString(value, 'g', 3); };
    if (seconds >= 0.9995)
        return ChartWords::tr("%1 s").arg(figure(seconds)).toStdString();
    if (seconds >= 0.9995e-3)
        return ChartWords::tr("%1 ms").arg(figure(seconds * 1e3)).toStdString();
    return ChartWords::tr("%1 µs").arg(figure(seconds * 1e6)).toStdString();
}

void placeAxis(LatenciesScene& scene, const Theme& theme)
{
    double least = 0;
    double most = 0;
    for (const LatencyRow& row : scene.rows) {
        if (row.seconds.empty())
            continue;
        const auto positive = std::upper_bound(row.seconds.begin(), row.seconds.end(), 0.0);
        if (positive != row.seconds.end())
            least = least > 0 ? std::min(least, *positive) : *positive;
        most = std::max(most, row.seconds.back());
    }
    LatencyAxis& axis = scene.axis;
    axis.left = scene.rowsArea.left();
    axis.width = scene.rowsArea.width();
    axis.logarithmic = least > 0 && most > linearRange * least;
    if (!axis.logarithmic) {
        axis.high = most > 0 ? most * 1.04 : 1;
        const analysis::TimeAxis linear{0, std::max<core::Nanoseconds>(core::fromSeconds(axis.high), 1),
                                        axis.left, axis.width};
        analysis::TickRule rule;
        rule.minimumSpacing = theme.px(80);
        rule.digitWidth = textWidth(QStringLiteral("0"), theme.font(TextRole::axis));
        scene.ticks = analysis::niceTicks(linear, rule);
        return;
    }
    axis.low = niceBelow(least);
    axis.high = most * 1.1;
    double free = -1e9;
    const double decadeWidth = axis.width * std::log(10) / std::log(axis.high / axis.low);
    for (double decade = std::pow(10, std::floor(std::log10(axis.low))); decade <= axis.high; decade *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = decade * factor;
            if (value < axis.low * 0.999 || value > axis.high || (factor > 1 && decadeWidth < theme.px(220)))
                continue;
            const std::string label = tickLabel(value);
            const double half = textWidth(QString::fromStdString(label), theme.font(TextRole::axis)) / 2;
            const double x = axis.toPixel(value);
            // Whole decades come first; what lies between needs room on both sides.
            const double toDecade = factor > 1 ? axis.toPixel(decade * 10) - x : 1e9;
            if (x - half < free || (factor > 1 && toDecade < 2 * half + theme.px(24)))
                continue;
            scene.ticks.push_back({core::fromSeconds(value), label});
            free = x + half + theme.px(16);
        }
    }
}

void placeColumns(LatenciesScene& scene, const Theme& theme)
{
    const QFont nameFont = theme.font(TextRole::body);
    const QFont smallFont = theme.font(TextRole::caption);
    double names = theme.px(96);
    bool p95 = false;
    bool p99 = false;
    for (const LatencyRow& row : scene.rows) {
        names = std::max({names, textWidth(row.title, nameFont), textWidth(row.count, smallFont),
                          textWidth(row.excluded, smallFont)});
        p95 = p95 || (row.latency && row.latency->p95);
        p99 = p99 || (row.latency && row.latency->p99);
    }
    const double usable = scene.size.width() - 2 * scene.margin;
    const double step = theme.px(12);
    names = std::min(std::ceil(names / step) * step, usable * 0.34);
    scene.nameRight = scene.margin + names;

    std::vector<LatencyColumn> wanted;
    if (usable > theme.px(760))
        wanted.push_back({Figure::first, ChartWords::tr("first done"), 0});
    if (usable > theme.px(440))
        wanted.push_back({Figure::max, ChartWords::tr("slowest"), 0});
    if (p99 && usable > theme.px(640))
        wanted.push_back({Figure::p99, ChartWords::tr("p99"), 0});
    if (p95 && usable > theme.px(560))
        wanted.push_back({Figure::p95, ChartWords::tr("p95"), 0});
    wanted.push_back({Figure::p50, ChartWords::tr("p50"), 0});
    double right = scene.size.width() - scene.margin;
    for (LatencyColumn& column : wanted) {
        double width = textWidth(column.title, theme.font(TextRole::axis));
        for (const LatencyRow& row : scene.rows)
            width =
                std::max(width, figuresWidth(latencyFigure(row, column.figure), theme.font(TextRole::band)));
        column.right = right;
        right -= std::max(theme.px(58), std::ceil(width / step) * step) + theme.px(16);
    }
    scene.columns = std::move(wanted);
    scene.rowsArea.setLeft(scene.nameRight + theme.px(18));
    scene.rowsArea.setRight(std::max(scene.rowsArea.left() + theme.px(40), right - theme.px(8)));
}

/// Items of nearly the same time share a bin; the largest number in one.
int binItems(LatenciesScene& scene, double step)
{
    int densest = 0;
    scene.densest = 0;
    for (LatencyRow& row : scene.rows) {
        row.bins.clear();
        for (const double seconds : row.seconds) {
            const double cell = std::floor((scene.axis.toPixel(seconds) - scene.axis.left) / step);
            const double x = scene.axis.left + (cell + 0.5) * step;
            if (row.bins.empty() || x > row.bins.back().x + step / 2)
                row.bins.push_back({x, 0});
            row.bins.back().count += 1;
        }
        for (const LatencyRow::Bin& bin : row.bins) {
            densest = std::max(densest, bin.count);
            scene.densest = std::max(scene.densest, bin.count / static_cast<double>(row.seconds.size()));
        }
    }
    return densest;
}

/// Dots above each other; where they do not fit, their number becomes the height of a column.
void placeItems(LatenciesScene& scene, const Theme& theme)
{
    scene.bodyHeight = std::max(theme.px(12), std::round(scene.pitch * 0.72));
    scene.dot = std::clamp(std::round(scene.bodyHeight / 7), theme.px(3), theme.px(6));
    scene.step = scene.dot + std::max(0.5, theme.scale * 0.5);
    scene.asColumns = binItems(scene, scene.step) * scene.step > scene.bodyHeight;
    if (!scene.asColumns)
        return;
    scene.step = theme.px(3);
    scene.dot = scene.step;
    binItems(scene, scene.step);
}

} // namespace

double LatencyAxis::toPixel(double seconds) const
{
    if (!logarithmic)
        return left + seconds / high * width;
    const double share = std::log(std::max(seconds, low) / low) / std::log(high / low);
    return left + share * width;
}

std::vector<LatencyRow> measureLatencies(const LatenciesContent& content)
{
    std::vector<LatencyRow> rows;
    for (int i = 0; i < static_cast<int>(content.report.strategies.size()); ++i)
        rows.push_back(measureRow(content, i));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const LatencyRow& a, const LatencyRow& b) { return a.runtime < b.runtime; });
    return rows;
}

LatenciesScene composeLatencies(const LatenciesContent& content, std::vector<LatencyRow> rows,
                                const Theme& theme, QSizeF size, double scroll, const SlideFrame* slide)
{
    LatenciesScene scene;
    scene.rows = std::move(rows);
    const double foot = placeTitle(scene, content.finding, content.caption, theme, size, slide);
    scene.headerY = scene.captionY + theme.px(slide ? 30 : 20);
    scene.rowsArea.setTop(scene.headerY + theme.px(10));
    const double axisRow = theme.px(18);
    scene.rowsArea.setBottom(std::max(scene.rowsArea.top() + theme.px(20), size.height() - foot - axisRow));
    placeColumns(scene, theme);
    placeAxis(scene, theme);

    placeRows(scene, scene.rows, theme, theme.px(slide ? 150 : 84), theme.px(30), scroll);
    scene.axisY = scene.rowsArea.bottom() + axisRow - theme.px(6);
    placeItems(scene, theme);

    scene.caption = content.caption;
    const auto has = [&](auto figure) { return std::any_of(scene.rows.begin(), scene.rows.end(), figure); };
    const bool measured = has([](const LatencyRow& row) { return !row.seconds.empty(); });
    if (measured && scene.axis.logarithmic)
        scene.caption += QLatin1Char(' ') + ChartWords::tr("Logarithmic axis.");
    if (measured && !has([](const LatencyRow& row) { return row.latency && row.latency->p95; }))
        scene.caption += QLatin1Char(' ') + ChartWords::tr("p95 needs %1 items.").arg(itemsForP95);
    scene.caption = scene.caption.trimmed();
    return scene;
}

QString latencyFigure(const LatencyRow& row, Figure figure)
{
    if (!row.latency)
        return {};
    const auto known = [](const std::optional<double>& seconds) {
        return seconds ? durationText(*seconds) : QStringLiteral("–");
    };
    switch (figure) {
    case Figure::p50:
        return durationText(row.latency->p50);
    case Figure::p95:
        return known(row.latency->p95);
    case Figure::p99:
        return known(row.latency->p99);
    case Figure::max:
        return durationText(row.latency->max);
    case Figure::first:
        return durationText(row.latency->first);
    }
    return {};
}

QStringList latencyReadout(const LatenciesScene& scene, const LatencyRow& row, double x)
{
    QStringList lines{row.title + QStringLiteral(" · ") + row.count};
    if (!row.excluded.isEmpty())
        lines << row.excluded;
    const auto bin = std::find_if(row.bins.begin(), row.bins.end(), [&](const LatencyRow::Bin& each) {
        return std::abs(each.x - x) <= scene.dot;
    });
    if (bin != row.bins.end()) {
        const auto nearest =
            std::min_element(row.seconds.begin(), row.seconds.end(), [&](double a, double b) {
                return std::abs(scene.axis.toPixel(a) - bin->x) < std::abs(scene.axis.toPixel(b) - bin->x);
            });
        lines
            << (bin->count == 1
                    ? ChartWords::tr("here: 1 item, %1").arg(durationText(*nearest))
                    : ChartWords::tr("here: %1 items, about %2").arg(bin->count).arg(durationText(*nearest)));
    }
    if (!row.latency)
        return lines;
    lines << ChartWords::tr("half took at most %1 (p50)").arg(durationText(row.latency->p50));
    lines << (row.latency->p95
                  ? ChartWords::tr("19 of 20 took at most %1 (p95)").arg(durationText(*row.latency->p95))
                  : ChartWords::tr("p95 needs %1 items").arg(itemsForP95));
    lines << (row.latency->p99
                  ? ChartWords::tr("99 of 100 took at most %1 (p99)").arg(durationText(*row.latency->p99))
                  : ChartWords::tr("p99 needs %1 items").arg(itemsForP99));
    lines << ChartWords::tr("the slowest took %1").arg(durationText(row.latency->max));
    lines << ChartWords::tr("the first was done %1 after the start").arg(durationText(row.latency->first));
    return lines;
}

} // namespace overlap::charts
