// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_scene.h"

#include "charts/chart_text.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

using core::Report;
using core::StrategyReport;

namespace {

TimingsRow composeRow(const TimingsContent& content, int index)
{
    const StrategyReport& strategy = content.report.strategies[index];
    TimingsRow row;
    row.strategy = index;
    row.title = QString::fromStdString(strategy.strategy.text());
    row.standing = analysis::standingOf(strategy);
    if (row.standing == Standing::waiting) {
        row.value = ChartWords::tr("not measured yet");
        return row;
    }
    const bool cold = content.report.experiment.timing == core::Timing::cold;
    row.solidSeconds = strategy.medianWallSeconds;
    row.startupSeconds =
        cold ? std::max(0.0, strategy.coldWallSeconds - strategy.medianWallSeconds) : strategy.startupSeconds;
    row.shownSeconds = cold ? strategy.coldWallSeconds : strategy.medianWallSeconds;
    if (!cold) // the interval is of the warm wall time
        row.interval = strategy.wallInterval95;
    if (content.previous) {
        const StrategyReport* const before = content.previous->strategy(strategy.strategy.text());
        if (before && !before->runs.empty())
            row.ghostSeconds = cold ? before->coldWallSeconds : before->medianWallSeconds;
    }
    row.value = secondsText(row.shownSeconds);
    row.cpu = secondsText(strategy.cpuSeconds);
    switch (row.standing) {
    case Standing::waiting:
    case Standing::notComparable:
        break;
    case Standing::unfinished:
        row.speedup = ChartWords::tr("stopped");
        break;
    case Standing::failed:
        row.speedup = ChartWords::tr("%1 failed").arg(strategy.tasks.notMeant());
        break;
    case Standing::baseline:
        row.speedup = ChartWords::tr("baseline");
        break;
    case Standing::noDifference:
        row.speedup = ChartWords::tr("no difference");
        break;
    case Standing::gain:
    case Standing::loss:
        row.speedup = speedupText(strategy.speedup->value);
        break;
    }
    return row;
}

double rightEndOf(const TimingsRow& row)
{
    double end = row.solidSeconds + row.startupSeconds;
    if (row.interval)
        end = std::max(end, row.interval->high);
    return end;
}

void placeColumns(TimingsScene& scene, const Theme& theme)
{
    const QFont nameFont = theme.font(TextRole::body);
    const QFont valueFont = theme.font(TextRole::band);
    double names = 0;
    double longest = 0;
    double values = 0;
    for (const TimingsRow& row : scene.rows) {
        names = std::max(names, textWidth(row.title, nameFont));
        longest = std::max({longest, rightEndOf(row), row.ghostSeconds.value_or(0)});
        values = std::max(values, textWidth(row.value, valueFont));
    }
    const double usable = scene.size.width() - 2 * scene.margin;
    const double step = theme.px(12);
    names = std::min(std::ceil(std::max(names, theme.px(96)) / step) * step, usable * 0.34);
    scene.nameRight = scene.margin + names;
    const double left = scene.nameRight + theme.px(14);
    double right = scene.size.width() - scene.margin;
    if (usable > theme.px(640)) {
        scene.cpuRight = right;
        right -= theme.px(108);
    }
    if (usable > theme.px(440)) {
        scene.speedupRight = right;
        right -= theme.px(116);
    }
    scene.rowsArea.setLeft(left);
    scene.rowsArea.setRight(right);

    const double room = std::max(theme.px(40), right - left - values - theme.px(24));
    if (longest <= 0)
        longest = 1;
    // The axis runs as far as the space does; only the bars need to leave room for their labels.
    const double seconds = longest * (right - left) / room;
    scene.axis = {0, std::max<core::Nanoseconds>(core::fromSeconds(seconds), 1), left, right - left};
    analysis::TickRule rule;
    rule.minimumSpacing = theme.px(80);
    rule.digitWidth = textWidth(QStringLiteral("0"), theme.font(TextRole::axis));
    for (analysis::Tick& tick : analysis::niceTicks(scene.axis, rule)) {
        if (core::toSeconds(tick.time) <= longest * 1.001 || scene.ticks.size() < 2)
            scene.ticks.push_back(std::move(tick));
    }
}

/// The rows at a pitch; the height that they need.
double placeRows(TimingsScene& scene, const TimingsContent& content, const Theme& theme, double pitch)
{
    scene.groups.clear();
    scene.pitch = pitch;
    scene.barHeight = std::clamp(std::round(pitch * 0.53), theme.px(8), theme.px(64));
    double y = 0;
    std::optional<core::Runtime> runtime;
    for (TimingsRow& row : scene.rows) {
        const core::Runtime own = content.report.strategies[row.strategy].strategy.runtime;
        if (runtime != own) {
            TimingsScene::Group group{own, {}, {}};
            if (runtime) {
                group.hairline = y + theme.px(6);
                y += theme.px(13);
            }
            if (!content.runtimeWork[static_cast<std::size_t>(own)].isEmpty()) {
                // The first one stands in the line of the column headers.
                group.header = runtime ? y + theme.px(9) : -theme.px(9);
                if (runtime)
                    y += theme.px(16);
            }
            scene.groups.push_back(group);
            runtime = own;
        }
        row.y = y + pitch / 2;
        y += pitch;
    }
    scene.contentHeight = y;
    return y;
}

} // namespace

double TimingsScene::maximumScroll() const
{
    return std::max(0.0, std::ceil(contentHeight - rowsArea.height()));
}

int TimingsScene::rowAt(const QPointF& point) const
{
    if (point.y() < rowsArea.top() || point.y() >= rowsArea.bottom())
        return -1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::abs(point.y() - toWidget(rows[i].y)) <= pitch / 2)
            return static_cast<int>(i);
    }
    return -1;
}

TimingsScene composeTimings(const TimingsContent& content, const Theme& theme, QSizeF size, double scroll,
                            const SlideFrame* slide)
{
    TimingsScene scene;
    scene.size = size;
    scene.margin = theme.px(slide ? 32 : 24);
    for (int i = 0; i < static_cast<int>(content.report.strategies.size()); ++i)
        scene.rows.push_back(composeRow(content, i));
    // Runtimes stand together, each in the order of the experiment.
    std::stable_sort(scene.rows.begin(), scene.rows.end(), [&](const TimingsRow& a, const TimingsRow& b) {
        return content.report.strategies[a.strategy].strategy.runtime <
               content.report.strategies[b.strategy].strategy.runtime;
    });

    scene.findingY = theme.px(slide ? 36 : 23);
    const QString finding = slide && !slide->finding.isEmpty() ? slide->finding : content.finding;
    scene.finding = wrapped(finding, theme.font(slide ? TextRole::title : TextRole::finding),
                            size.width() - 2 * scene.margin);
    scene.lineHeight = theme.px(slide ? 24 : 19);
    const double below = scene.findingY + scene.lineHeight * static_cast<double>(scene.finding.size() - 1);
    const bool captioned = !slide || !content.caption.isEmpty();
    scene.captionY = below + (captioned ? theme.px(slide ? 28 : 22) : 0);
    const bool grouped = !content.runtimeWork[0].isEmpty() || !content.runtimeWork[1].isEmpty();
    scene.headerY = scene.captionY + theme.px(slide ? 28 : grouped ? 22 : 16);
    scene.rowsArea.setTop(scene.headerY + theme.px(8));
    double foot = theme.px(14);
    if (slide && !slide->caption.isEmpty()) {
        scene.footY = size.height() - theme.px(24);
        foot = theme.px(52);
    }
    const double axisRow = theme.px(18);
    scene.rowsArea.setBottom(std::max(scene.rowsArea.top() + theme.px(20), size.height() - foot - axisRow));
    placeColumns(scene, theme);

    const double widest = theme.px(slide ? 150 : 44);
    double needed = placeRows(scene, content, theme, widest);
    for (double pitch = widest - 1; needed > scene.rowsArea.height() && pitch >= theme.px(22); --pitch)
        needed = placeRows(scene, content, theme, pitch);
    scene.scroll = std::clamp(scroll, 0.0, scene.maximumScroll());
    if (needed < scene.rowsArea.height())
        scene.rowsArea.setBottom(scene.rowsArea.top() + needed);
    scene.axisY = scene.rowsArea.bottom() + axisRow - theme.px(6);
    return scene;
}

QStringList timingsReadout(const TimingsContent& content, const TimingsRow& row)
{
    const StrategyReport& strategy = content.report.strategies[row.strategy];
    QStringList lines;
    if (row.standing == Standing::waiting)
        return {row.title, row.value};
    const auto blocks = std::count_if(strategy.runs.begin(), strategy.runs.end(),
                                      [](const core::RunReport& run) { return !run.warmup; });
    lines << row.title + QStringLiteral(" · ") + durationText(row.shownSeconds);
    lines << (blocks > 1 ? ChartWords::tr("median of %1 blocks").arg(blocks) : ChartWords::tr("one run"));
    if (row.interval) {
        lines << ChartWords::tr("95 % interval %1 to %2")
                     .arg(durationText(row.interval->low), durationText(row.interval->high));
    }
    if (row.startupSeconds > 0)
        lines << ChartWords::tr("start-up %1").arg(durationText(row.startupSeconds));
    lines << ChartWords::tr("CPU time %1").arg(durationText(strategy.cpuSeconds));
    if (strategy.speedup && row.standing != Standing::baseline) {
        lines << ChartWords::tr("%1 the speed of %2")
                     .arg(speedupText(strategy.speedup->value), QString::fromStdString(strategy.baseline));
    }
    if (row.ghostSeconds)
        lines << ChartWords::tr("the time before: %1").arg(durationText(*row.ghostSeconds));
    if (strategy.tasks.failed > 0)
        lines << ChartWords::tr("failed tasks: %1").arg(strategy.tasks.failed);
    return lines;
}

QString timingsSummary(const TimingsContent& content)
{
    QStringList sentences;
    if (!content.finding.isEmpty())
        sentences << content.finding;
    for (int i = 0; i < static_cast<int>(content.report.strategies.size()); ++i)
        sentences << timingsReadout(content, composeRow(content, i)).join(QStringLiteral(", ")) + QChar(u'.');
    return sentences.isEmpty() ? ChartWords::tr("No timings yet.") : sentences.join(QChar(u' '));
}

} // namespace overlap::charts
