// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/legend.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <QPainter>
#include <algorithm>

namespace overlap::charts {

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
        }
        auto now = times;
        if (!spans.empty())
            now[static_cast<std::size_t>(spans.back().state)] += spans.back().duration();
        for (std::size_t state = 0; state < now.size(); ++state) {
            if (now[state] > 0 && now[state] * visibleShare >= timeline.end)
                states |= stateBit(static_cast<core::State>(state));
        }
    }
    return states;
}

double paintLegend(QPainter& painter, const QPointF& place, double right, StateSet states, const Theme& theme,
                   bool vectorized)
{
    const QFont font = theme.font(TextRole::label);
    const QSizeF swatch(theme.px(18), theme.px(12));
    const double toText = theme.px(6);
    const double gap = theme.px(18);
    double x = place.x();
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const auto state = static_cast<core::State>(i);
        if (state == core::State::idle || (states & stateBit(state)) == 0)
            continue;
        const QString title = stateTitle(state);
        const double width = swatch.width() + toText + textWidth(title, font);
        if (x + width > right)
            break;
        const QRectF rect(QPointF(x, place.y() - swatch.height() / 2), swatch);
        paintState(painter, rect, state, theme, vectorized);
        paintText(painter, {rect.right() + toText, place.y()}, Anchor::left, title, font,
                  theme.roles.secondary);
        x += width + gap;
    }
    return std::max(place.x(), x - gap);
}

} // namespace overlap::charts
