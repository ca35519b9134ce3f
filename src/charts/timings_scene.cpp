// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_scene.h"

#include "analysis/measured_runs.h"
#include "charts/chart_text.h"
#include "charts/timings_runs.h"
#include "core/text.h"
#include "session/message_text.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

using core::Report;
using core::StrategyReport;

namespace {

QString verdictText(core::Judgement judgement)
{
    switch (judgement) {
    case core::Judgement::faster:
        return ChartWords::tr("faster");
    case core::Judgement::slower:
        return ChartWords::tr("slower");
    case core::Judgement::tooFewBlocks:
        return ChartWords::tr("too few blocks for a verdict");
    case core::Judgement::noDifference:
    case core::Judgement::none:
        break;
    }
    return {};
}

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
    row.interval = analysis::statedInterval(strategy, content.report.experiment.timing);
    if (content.previous) {
        const StrategyReport* const before = content.previous->strategy(strategy.strategy.text());
        if (before && !before->runs.empty())
            row.ghostSeconds = cold ? before->coldWallSeconds : before->medianWallSeconds;
    }
    row.value = secondsText(row.shownSeconds);
    row.cpu = secondsText(strategy.cpuSeconds);
    row.dots = dotsOf(strategy, cold);
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
        row.speedup = strategy.judgement == core::Judgement::noDifference
                          ? ChartWords::tr("no measurable difference")
                          : ChartWords::tr("no difference");
        break;
    case Standing::gain:
    case Standing::loss:
        row.speedup = speedupText(*strategy.speedup);
        if (strategy.speedup->interval95) {
            const auto [low, high] = speedupEnds(*strategy.speedup);
            row.speedupInterval = QStringLiteral("(%1–%2)").arg(low, high);
        }
        row.verdict = verdictText(strategy.judgement);
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
    double figures = 0;
    double intervals = 0;
    double words = 0;
    const QFont figureFont = theme.font(TextRole::speedup);
    const QFont wordFont = theme.font(TextRole::label);
    for (const TimingsRow& row : scene.rows) {
        names = std::max(names, textWidth(row.title, nameFont));
        longest = std::max({longest, rightEndOf(row), row.ghostSeconds.value_or(0)});
        figures = std::max(figures, row.hasFigure() ? figuresWidth(row.speedup, figureFont) : 0);
        intervals = std::max(intervals, textWidth(row.speedupInterval, wordFont));
        words = std::max({words, row.hasFigure() ? 0 : textWidth(row.speedup, wordFont),
                          textWidth(row.verdict, theme.font(TextRole::caption))});
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
        // Figures stand under each other, their intervals as a column of their own beside them.
        const bool spread = intervals > 0 && usable > theme.px(560);
        if (spread)
            scene.intervalRight = right;
        scene.speedupRight = spread ? right - std::ceil(intervals) - theme.px(10) : right;
        const double needed = std::max(spread ? figures + intervals + theme.px(10) : figures, words);
        right -= std::max(theme.px(92), std::ceil(needed / step) * step) + theme.px(24);
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
    bool dots = false;
    bool ghosts = false;
    for (const TimingsRow& row : scene.rows) {
        dots = dots || !row.dots.empty();
        ghosts = ghosts || row.ghostSeconds;
    }
    scene.dotStrip = dots ? std::clamp(std::round(pitch * 0.24), theme.px(6), theme.px(14)) : 0;
    scene.ghostRoom = dots && ghosts ? theme.px(4) : 0;
    scene.barHeight = std::clamp(std::round(pitch * (dots ? 0.42 : 0.53)), theme.px(7), theme.px(64));
    scene.verdicts = pitch >= theme.px(34);
    double y = 0;
    std::optional<core::Runtime> runtime;
    for (TimingsRow& row : scene.rows) {
        const core::Runtime own = content.report.strategies[row.strategy].strategy.runtime;
        if (runtime != own) {
            RowsScene::Group group{own, {}, {}};
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

/// Under the axis, as many as leave the rows their room; the last line tells how many are left out.
void placeHints(TimingsScene& scene, const TimingsContent& content, const Theme& theme, double& foot)
{
    if (content.hints.isEmpty())
        return;
    scene.hintLine = theme.px(18);
    const double room = scene.size.height() - scene.rowsArea.top() - foot;
    const auto most = std::clamp<qsizetype>(static_cast<qsizetype>(room * 0.2 / scene.hintLine), 1, 4);
    const QFont font = theme.font(TextRole::caption);
    const double width = scene.size.width() - 2 * scene.margin - theme.px(20);
    const qsizetype shown = std::min(most, content.hints.size());
    for (qsizetype i = 0; i < shown; ++i) {
        QString more;
        if (i + 1 == shown && content.hints.size() > shown)
            more = QStringLiteral(" ") + ChartWords::tr("(and %1 more)").arg(content.hints.size() - shown);
        scene.hints << elided(content.hints[i], font, width - textWidth(more, font)) + more;
    }
    const double height = scene.hintLine * static_cast<double>(shown);
    scene.hintsY = scene.size.height() - foot - height + scene.hintLine / 2 + theme.px(4);
    foot += height + theme.px(2);
}

} // namespace

double TimingsScene::barY(const TimingsRow& row) const
{
    return std::round(toWidget(row.y) - (dotStrip + ghostRoom) / 2);
}

double TimingsScene::dotsY(const TimingsRow& row) const
{
    return barY(row) + barHeight / 2 + ghostRoom + std::round(dotStrip * 0.55);
}

bool TimingsScene::isHint(const QPointF& point) const
{
    const double top = hintsY - hintLine / 2;
    return !hints.isEmpty() && point.y() >= top &&
           point.y() < top + hintLine * static_cast<double>(hints.size());
}

TimingsScene composeTimings(const TimingsContent& content, const Theme& theme, QSizeF size, double scroll,
                            const SlideFrame* slide)
{
    TimingsScene scene;
    double foot = placeTitle(scene, content.finding, content.caption, theme, size, slide);
    for (int i = 0; i < static_cast<int>(content.report.strategies.size()); ++i)
        scene.rows.push_back(composeRow(content, i));
    // Runtimes stand together, each in the order of the experiment.
    std::stable_sort(scene.rows.begin(), scene.rows.end(), [&](const TimingsRow& a, const TimingsRow& b) {
        return content.report.strategies[a.strategy].strategy.runtime <
               content.report.strategies[b.strategy].strategy.runtime;
    });

    const bool grouped = !content.runtimeWork[0].isEmpty() || !content.runtimeWork[1].isEmpty();
    scene.headerY = scene.captionY + theme.px(slide ? 28 : grouped ? 22 : 16);
    scene.rowsArea.setTop(scene.headerY + theme.px(8));
    placeHints(scene, content, theme, foot);
    const double axisRow = theme.px(18);
    scene.rowsArea.setBottom(std::max(scene.rowsArea.top() + theme.px(20), size.height() - foot - axisRow));
    placeColumns(scene, theme);

    const double widest = theme.px(slide ? 150 : 44);
    double needed = placeRows(scene, content, theme, widest);
    for (double pitch = widest - 1; needed > scene.rowsArea.height() && pitch >= theme.px(17); --pitch)
        needed = placeRows(scene, content, theme, pitch);
    scene.scroll = std::clamp(scroll, 0.0, scene.maximumScroll());
    if (needed < scene.rowsArea.height())
        scene.rowsArea.setBottom(scene.rowsArea.top() + needed);
    scene.axisY = scene.rowsArea.bottom() + axisRow - theme.px(6);
    return scene;
}

QStringList timingsReadoutAt(const TimingsContent& content, const TimingsScene& scene, const QPointF& point)
{
    if (scene.isHint(point))
        return content.hints;
    const int index = scene.rowAt(scene.rows, point);
    if (index < 0)
        return {};
    const TimingsRow& row = scene.rows[static_cast<std::size_t>(index)];
    if (const RunDot* dot = dotAt(scene, row, point))
        return runReadout(content.report.strategies[row.strategy], row, *dot);
    return timingsReadout(content, row);
}

QStringList timingsReadout(const TimingsContent& content, const TimingsRow& row)
{
    const StrategyReport& strategy = content.report.strategies[row.strategy];
    QStringList lines;
    if (row.standing == Standing::waiting)
        return {row.title, row.value};
    const auto blocks =
        std::count_if(strategy.runs.begin(), strategy.runs.end(),
                      [](const core::RunReport& run) { return !run.warmup && !run.replaced; });
    lines << row.title + QStringLiteral(" · ") + durationText(row.shownSeconds);
    lines << (blocks > 1 ? ChartWords::tr("median of %1 blocks").arg(blocks) : ChartWords::tr("one run"));
    if (row.interval) {
        lines << ChartWords::tr("95 % interval %1 to %2")
                     .arg(durationText(row.interval->low), durationText(row.interval->high));
    }
    if (row.startupSeconds > 0)
        lines << ChartWords::tr("start-up %1").arg(durationText(row.startupSeconds));
    lines << ChartWords::tr("CPU time %1").arg(durationText(strategy.cpuSeconds));
    lines << costLines(strategy.peakMemoryBytes, strategy.latency);
    if (strategy.speedup && row.standing != Standing::baseline) {
        lines << ChartWords::tr("%1 the speed of %2")
                     .arg(speedupText(*strategy.speedup), QString::fromStdString(strategy.baseline));
        if (strategy.speedup->interval95) {
            const auto [low, high] = speedupEnds(*strategy.speedup);
            lines << ChartWords::tr("95 % interval %1 to %2").arg(low, high);
        }
        if (strategy.judgement == core::Judgement::noDifference)
            lines << ChartWords::tr("no measurable difference");
        else if (const QString verdict = verdictText(strategy.judgement); !verdict.isEmpty())
            lines << verdict;
    }
    if (strategy.drift && strategy.drift->beyondNoise) {
        lines << (strategy.drift->share > 0
                      ? ChartWords::tr("longer and longer: %1 more in the last block than in the first")
                      : ChartWords::tr("less and less: %1 less in the last block than in the first"))
                     .arg(percentText(std::fabs(strategy.drift->share)));
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
    sentences << content.hints;
    for (int i = 0; i < static_cast<int>(content.report.strategies.size()); ++i)
        sentences << timingsReadout(content, composeRow(content, i)).join(QStringLiteral(", ")) + QChar(u'.');
    return sentences.isEmpty() ? ChartWords::tr("No timings yet.") : sentences.join(QChar(u' '));
}

} // namespace overlap::charts
