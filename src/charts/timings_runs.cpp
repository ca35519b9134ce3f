// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_runs.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <set>

namespace overlap::charts {

namespace {

enum class Mark { plain, outlier, disturbed, disturbedOutlier, leftOut, beyond };

Mark markOf(const TimingsScene& scene, const RunDot& dot)
{
    if (beyondAxis(scene, dot))
        return Mark::beyond;
    if (dot.leftOut)
        return Mark::leftOut;
    if (dot.outlier)
        return dot.disturbed ? Mark::disturbedOutlier : Mark::outlier;
    return dot.disturbed ? Mark::disturbed : Mark::plain;
}

double radiusOf(const TimingsScene& scene, const Theme& theme)
{
    return std::clamp(scene.dotStrip * 0.3, theme.scale * 1.8, theme.scale * 3.4);
}

/// Shape tells an outlier, filling a disturbance, and what counts nowhere is crossed out: none needs a
/// colour.
void paintMark(QPainter& painter, const QPointF& place, Mark mark, double radius, const Theme& theme)
{
    if (mark == Mark::leftOut) {
        const double reach = radius * 0.9;
        painter.setPen(QPen(mixed(theme.roles.panel, theme.roles.text, 0.62), theme.scale));
        painter.drawLine(place + QPointF(-reach, -reach), place + QPointF(reach, reach));
        painter.drawLine(place + QPointF(-reach, reach), place + QPointF(reach, -reach));
        return;
    }
    if (mark == Mark::beyond) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.roles.secondary);
        painter.drawPolygon(
            QPolygonF({place + QPointF(-radius, -radius * 1.5), place + QPointF(radius * 1.6, 0),
                       place + QPointF(-radius, radius * 1.5)}));
        return;
    }
    const bool hollow = mark == Mark::disturbed || mark == Mark::disturbedOutlier;
    const QColor ink = mixed(theme.roles.panel, theme.roles.text, hollow ? 0.75 : 0.62);
    painter.setPen(hollow ? QPen(ink, theme.scale) : QPen(Qt::NoPen));
    painter.setBrush(hollow ? theme.roles.panel : ink);
    if (mark == Mark::outlier || mark == Mark::disturbedOutlier) {
        const double reach = radius * 1.7;
        painter.drawPolygon(QPolygonF({place + QPointF(0, -reach), place + QPointF(reach, 0),
                                       place + QPointF(0, reach), place + QPointF(-reach, 0)}));
    } else {
        painter.drawEllipse(place, radius, radius);
    }
}

struct KeyEntry
{
    Mark mark;
    QString text;
};

/// Only what can be seen, so that nobody looks for a mark that is not there.
std::vector<KeyEntry> keyOf(const TimingsScene& scene)
{
    std::set<Mark> seen;
    bool ordered = false;
    for (const TimingsRow& row : scene.rows) {
        ordered = ordered || (!row.dots.empty() && row.dots.front().place < 0);
        for (const RunDot& dot : row.dots)
            seen.insert(markOf(scene, dot));
    }
    if (seen.erase(Mark::disturbedOutlier) > 0)
        seen.insert({Mark::outlier, Mark::disturbed});
    std::vector<KeyEntry> entries;
    for (const Mark mark : seen) {
        entries.push_back({mark, mark == Mark::plain && ordered ? ChartWords::tr("one run, the first on top")
                                 : mark == Mark::plain          ? ChartWords::tr("one run")
                                 : mark == Mark::outlier        ? ChartWords::tr("outlier")
                                 : mark == Mark::disturbed      ? ChartWords::tr("disturbed, counted")
                                 : mark == Mark::leftOut        ? ChartWords::tr("left out, ran anew")
                                                                : ChartWords::tr("beyond the axis")});
    }
    return entries;
}

} // namespace

std::vector<RunDot> dotsOf(const core::StrategyReport& strategy, bool cold)
{
    std::vector<RunDot> dots;
    for (std::size_t i = 0; i < strategy.runs.size(); ++i) {
        const core::RunReport& run = strategy.runs[i];
        if (run.warmup)
            continue;
        RunDot dot;
        dot.run = static_cast<int>(i);
        dot.seconds = run.wallSeconds + (cold ? run.startupSeconds : 0);
        dot.outlier = run.outlier;
        dot.leftOut = run.replaced;
        dot.disturbed = !run.replaced && !run.disturbances.empty();
        dots.push_back(dot);
    }
    if (dots.size() < 2)
        return {};
    // Many runs of nearly the same time would be one dot: they stand below each other, and in their order, so
    // that a drift is seen as a slope.
    if (dots.size() > 4) {
        const auto last = static_cast<double>(dots.size() - 1);
        for (std::size_t i = 0; i < dots.size(); ++i)
            dots[i].place = 2 * static_cast<double>(i) / last - 1;
    }
    return dots;
}

bool beyondAxis(const TimingsScene& scene, const RunDot& dot)
{
    return scene.axis.toPixel(core::fromSeconds(dot.seconds)) > scene.rowsArea.right() - scene.dotStrip;
}

QPointF dotPlace(const TimingsScene& scene, const TimingsRow& row, const RunDot& dot)
{
    const double x = beyondAxis(scene, dot) ? scene.rowsArea.right() - scene.dotStrip
                                            : scene.axis.toPixel(core::fromSeconds(dot.seconds));
    const double spread = scene.dotStrip > 6 ? scene.dotStrip * 0.22 : 0;
    return {x, scene.dotsY(row) + dot.place * spread};
}

const RunDot* dotAt(const TimingsScene& scene, const TimingsRow& row, const QPointF& point)
{
    constexpr double reach = 6;
    const RunDot* nearest = nullptr;
    double least = reach * reach;
    for (const RunDot& dot : row.dots) {
        const QPointF away = dotPlace(scene, row, dot) - point;
        const double squared = QPointF::dotProduct(away, away);
        if (squared < least) {
            least = squared;
            nearest = &dot;
        }
    }
    return nearest;
}

QString disturbanceText(const core::Disturbance& disturbance)
{
    switch (disturbance.kind) {
    case core::DisturbanceKind::load:
        return ChartWords::tr("others kept %1 cores busy").arg(numberText(disturbance.value, 1));
    case core::DisturbanceKind::steal:
        return ChartWords::tr("the hypervisor took %1 of the CPU time").arg(percentText(disturbance.value));
    case core::DisturbanceKind::throttled:
        return ChartWords::tr("throttled for %1").arg(durationText(disturbance.value));
    case core::DisturbanceKind::clockGap:
        return ChartWords::tr("the machine stood still for %1").arg(durationText(disturbance.value));
    }
    return {};
}

QStringList costLines(std::int64_t peakMemoryBytes, const std::optional<core::Latency>& latency)
{
    QStringList lines;
    if (peakMemoryBytes > 0) {
        const double megabytes = static_cast<double>(peakMemoryBytes) / 1e6;
        lines << ChartWords::tr("peak memory %1 MB").arg(numberText(megabytes, megabytes < 9.95 ? 1 : 0));
    }
    if (latency && latency->p95)
        lines << ChartWords::tr("95 % of the items within %1").arg(durationText(*latency->p95));
    else if (latency)
        lines << ChartWords::tr("slowest item %1").arg(durationText(latency->max));
    return lines;
}

QStringList runReadout(const core::StrategyReport& strategy, const TimingsRow& row, const RunDot& dot)
{
    const core::RunReport& run = strategy.runs[static_cast<std::size_t>(dot.run)];
    QStringList lines{row.title + QStringLiteral(" · ") + durationText(dot.seconds)};
    lines << ChartWords::tr("block %1, run %2 of the block").arg(run.block + 1).arg(run.order + 1);
    if (run.startupSeconds > 0)
        lines << ChartWords::tr("start-up %1").arg(durationText(run.startupSeconds));
    if (run.cpuSeconds > 0)
        lines << ChartWords::tr("CPU time %1").arg(durationText(run.cpuSeconds));
    lines << costLines(run.peakMemoryBytes, run.latency);
    if (run.outlier)
        lines << ChartWords::tr("outlier: far from the other runs, counted all the same");
    for (const core::Disturbance& disturbance : run.disturbances)
        lines << ChartWords::tr("disturbed: %1").arg(disturbanceText(disturbance));
    if (run.replaced)
        lines << ChartWords::tr("its block ran anew; this run is in no figure");
    if (run.tasks.failed > 0)
        lines << ChartWords::tr("failed tasks: %1").arg(run.tasks.failed);
    return lines;
}

void paintDots(QPainter& painter, const TimingsScene& scene, const TimingsRow& row, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = radiusOf(scene, theme);
    for (const RunDot& dot : row.dots)
        paintMark(painter, dotPlace(scene, row, dot), markOf(scene, dot), radius, theme);
    painter.restore();
}

std::vector<QString> dotKey(const TimingsScene& scene)
{
    std::vector<QString> texts;
    for (const KeyEntry& entry : keyOf(scene))
        texts.push_back(entry.text);
    return texts;
}

void paintDotKey(QPainter& painter, const QPointF& place, double right, const TimingsScene& scene,
                 const Theme& theme)
{
    const QFont font = theme.font(TextRole::axis);
    double x = place.x();
    for (const KeyEntry& entry : keyOf(scene)) {
        const double needed = theme.px(12) + textWidth(entry.text, font);
        if (x + needed > right)
            continue;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, {x + theme.px(4), place.y()}, entry.mark, theme.scale * 2.6, theme);
        painter.restore();
        paintText(painter, {x + theme.px(12), place.y()}, Anchor::left, entry.text, font, theme.roles.faint);
        x += needed + theme.px(16);
    }
}

} // namespace overlap::charts
