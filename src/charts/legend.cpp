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

namespace {

struct LegendEntry
{
    core::State state;
    QString title;
    QRectF swatch;
    double right = 0;
};

std::vector<LegendEntry> legendEntries(const QPointF& place, double right, StateSet states,
                                       const Theme& theme)
{
    const QFont font = theme.font(TextRole::label);
    const QSizeF swatch(theme.px(18), theme.px(12));
    std::vector<LegendEntry> entries;
    double x = place.x();
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const auto state = static_cast<core::State>(i);
        if (state == core::State::idle || (states & stateBit(state)) == 0)
            continue;
        const QString title = stateTitle(state);
        const double end = x + swatch.width() + theme.px(6) + textWidth(title, font);
        if (end > right)
            break;
        entries.push_back({state, title, QRectF(QPointF(x, place.y() - swatch.height() / 2), swatch), end});
        x = end + theme.px(18);
    }
    return entries;
}

} // namespace

std::optional<core::State> legendStateAt(const QPointF& point, const QPointF& place, double right,
                                         StateSet states, const Theme& theme)
{
    for (const LegendEntry& entry : legendEntries(place, right, states, theme)) {
        const QRectF row(entry.swatch.left(), place.y() - theme.px(10), entry.right - entry.swatch.left(),
                         theme.px(20));
        if (row.contains(point))
            return entry.state;
    }
    return std::nullopt;
}

double paintLegend(QPainter& painter, const QPointF& place, double right, StateSet states, const Theme& theme,
                   bool vectorized)
{
    const QFont font = theme.font(TextRole::label);
    double end = place.x();
    for (const LegendEntry& entry : legendEntries(place, right, states, theme)) {
        paintState(painter, entry.swatch, entry.state, theme, vectorized);
        paintText(painter, {entry.swatch.right() + theme.px(6), place.y()}, Anchor::left, entry.title, font,
                  theme.roles.secondary);
        end = entry.right;
    }
    return end;
}

} // namespace overlap::charts
