// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/legend.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <QPainter>
#include <algorithm>

namespace overlap::charts {

namespace {

StateSet endsOf(const core::Span& span)
{
    return ((span.flags & core::spanFailed) != 0 ? failedBit : 0) |
           ((span.flags & core::spanCancelled) != 0 ? cancelledBit : 0);
}

/// As the lanes have it: cut out of the fill from above, with the mark in it.
void paintNotch(QPainter& painter, const QRectF& rect, const QColor& color, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect, mixed(theme.roles.emptyLane, theme.roles.bar, 0.5));
    painter.setPen(QPen(theme.roles.window, theme.scale));
    painter.setBrush(color);
    const double half = rect.height() * 0.5;
    painter.drawPolygon(QPolygonF({{rect.center().x() - half, rect.top()},
                                   {rect.center().x() + half, rect.top()},
                                   {rect.center().x(), rect.top() + rect.height() * 0.75}}));
    painter.restore();
}

} // namespace

void StateScanner::reset()
{
    m_seen.clear();
}

StateSet StateScanner::scan(const core::Timeline& timeline)
{
    constexpr core::Nanoseconds visibleShare = 500;
    Seen& seen = m_seen[&timeline];
    seen.spans.resize(timeline.lanes.size(), 0);
    seen.times.resize(timeline.lanes.size());
    StateSet states = 0;
    for (std::size_t lane = 0; lane < timeline.lanes.size(); ++lane) {
        const auto& spans = timeline.lanes[lane].spans;
        auto& times = seen.times[lane];
        // The last span may still be open, and a live timeline may take it back.
        for (; seen.spans[lane] + 1 < spans.size(); ++seen.spans[lane]) {
            const core::Span& span = spans[seen.spans[lane]];
            times[static_cast<std::size_t>(span.state)] += span.duration();
            seen.ends |= endsOf(span);
        }
        auto now = times;
        if (!spans.empty())
            now[static_cast<std::size_t>(spans.back().state)] += spans.back().duration();
        if (!spans.empty() && (spans.back().flags & core::spanOpen) == 0)
            seen.ends |= endsOf(spans.back());
        for (std::size_t state = 0; state < now.size(); ++state) {
            if (now[state] > 0 && now[state] * visibleShare >= timeline.end)
                states |= stateBit(static_cast<core::State>(state));
        }
    }
    return states | seen.ends;
}

double paintLegend(QPainter& painter, const QPointF& place, double right, StateSet states, const Theme& theme,
                   bool vectorized)
{
    const QFont font = theme.font(TextRole::label);
    const QSizeF swatch(theme.px(18), theme.px(12));
    const double toText = theme.px(6);
    const double gap = theme.px(18);
    double x = place.x();
    bool full = false;
    const auto entry = [&](const QString& title, const auto& swatchPainter) {
        const double width = swatch.width() + toText + textWidth(title, font);
        full = full || x + width > right;
        if (full)
            return;
        const QRectF rect(QPointF(x, place.y() - swatch.height() / 2), swatch);
        swatchPainter(rect);
        paintText(painter, {rect.right() + toText, place.y()}, Anchor::left, title, font,
                  theme.roles.secondary);
        x += width + gap;
    };
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const auto state = static_cast<core::State>(i);
        if (state == core::State::idle || (states & stateBit(state)) == 0)
            continue;
        entry(stateTitle(state),
              [&](const QRectF& rect) { paintState(painter, rect, state, theme, vectorized); });
    }
    if ((states & failedBit) != 0)
        entry(ChartWords::tr("Task failed"),
              [&](const QRectF& rect) { paintNotch(painter, rect, theme.roles.failed, theme); });
    if ((states & cancelledBit) != 0)
        entry(ChartWords::tr("Task stopped"),
              [&](const QRectF& rect) { paintNotch(painter, rect, theme.roles.secondary, theme); });
    return std::max(place.x(), x - gap);
}

} // namespace overlap::charts
