// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_runs.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

enum class Mark { plain, outlier, disturbed, disturbedOutlier };

Mark markOf(const RunDot& dot)
{
    if (dot.outlier)
        return dot.hollow ? Mark::disturbedOutlier : Mark::outlier;
    return dot.hollow ? Mark::disturbed : Mark::plain;
}

double radiusOf(const TimingsScene& scene, const Theme& theme)
{
    return std::clamp(scene.dotStrip * 0.3, theme.scale * 1.8, theme.scale * 3.4);
}

/// Shape tells an outlier, filling a disturbance: neither needs a colour.
void paintMark(QPainter& painter, const QPointF& place, Mark mark, double radius, const Theme& theme)
{
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
        dot.hollow = run.replaced || !run.disturbances.empty();
        // Many runs of nearly the same time would be one dot: they stand in three rows.
        dot.row = static_cast<int>(dots.size()) % 3 - 1;
        dots.push_back(dot);
    }
    if (dots.size() < 2)
        return {};
    if (dots.size() <= 4) {
        for (RunDot& dot : dots)
            dot.row = 0;
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
    const double spread = scene.dotStrip > 6 ? scene.dotStrip * 0.16 : 0;
    return {x, scene.dotsY(row) + dot.row * spread};
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

QStringList runReadout(const core::StrategyReport& strategy, const TimingsRow& row, const RunDot& dot)
{
    const core::RunReport& run = strategy.runs[static_cast<std::size_t>(dot.run)];
    QStringList lines{row.title + QStringLiteral(" · ") + durationText(dot.seconds)};
    lines << ChartWords::tr("block %1, run %2 of the block").arg(run.block + 1).arg(run.order + 1);
    if (run.startupSeconds > 0)
        lines << ChartWords::tr("start-up %1").arg(durationText(run.startupSeconds));
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
    for (const RunDot& dot : row.dots) {
        const QPointF place = dotPlace(scene, row, dot);
        if (beyondAxis(scene, dot)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.roles.secondary);
            painter.drawPolygon(
                QPolygonF({place + QPointF(-radius, -radius * 1.5), place + QPointF(radius * 1.6, 0),
                           place + QPointF(-radius, radius * 1.5)}));
            continue;
        }
        paintMark(painter, place, markOf(dot), radius, theme);
    }
    painter.restore();
}

void paintDotKey(QPainter& painter, const QPointF& place, double right, const TimingsScene& scene,
                 const Theme& theme)
{
    bool any = false;
    bool outlier = false;
    bool hollow = false;
    for (const TimingsRow& row : scene.rows) {
        for (const RunDot& dot : row.dots) {
            any = true;
            outlier = outlier || dot.outlier;
            hollow = hollow || dot.hollow;
        }
    }
    if (!any)
        return;
    const QFont font = theme.font(TextRole::axis);
    double x = place.x();
    const auto entry = [&](Mark mark, const QString& text) {
        const double needed = theme.px(12) + textWidth(text, font);
        if (x + needed > right)
            return;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, {x + theme.px(4), place.y()}, mark, theme.scale * 2.6, theme);
        painter.restore();
        paintText(painter, {x + theme.px(12), place.y()}, Anchor::left, text, font, theme.roles.faint);
        x += needed + theme.px(16);
    };
    entry(Mark::plain, ChartWords::tr("one run"));
    if (outlier)
        entry(Mark::outlier, ChartWords::tr("outlier"));
    if (hollow)
        entry(Mark::disturbed, ChartWords::tr("disturbed"));
}

} // namespace overlap::charts
