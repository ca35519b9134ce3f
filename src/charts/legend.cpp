// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/legend.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <QPainter>
#include <algorithm>
#include <bit>

namespace overlap::charts {

namespace {

StateSet endsOf(const core::Span& span)
{
    return ((span.flags & core::spanFailed) != 0 ? failedBit : 0) |
           ((span.flags & core::spanCancelled) != 0 ? cancelledBit : 0) |
           ((span.flags & core::spanKilled) != 0 ? killedBit : 0);
}

/// As the lanes have it: cut out of the fill from above, with the mark in it; where a process was killed, cut
/// through, with a cross.
void paintNotch(QPainter& painter, const QRectF& rect, StateSet bit, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect, mixed(theme.roles.emptyLane, theme.roles.bar, 0.5));
    const double half = rect.height() * 0.5;
    if (bit == killedBit) {
        const QRectF cross =
            QRectF(rect.right() - 2 * half, rect.top(), 2 * half, 2 * half).adjusted(2, 2, -2, -2);
        painter.fillRect(QRectF(cross.left() - 2, rect.top(), rect.right() - cross.left() + 2, rect.height()),
                         theme.roles.emptyLane);
        painter.setPen(QPen(theme.roles.failed, 2 * theme.scale, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.bottomLeft(), cross.topRight());
        painter.restore();
        return;
    }
    painter.setPen(QPen(theme.roles.window, theme.scale));
    painter.setBrush(bit == failedBit ? theme.roles.failed : theme.roles.secondary);
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
            // An idle lane is the empty lane, which needs no words.
            if (static_cast<core::State>(state) != core::State::idle && now[state] > 0 &&
                now[state] * visibleShare >= timeline.end)
                states |= stateBit(static_cast<core::State>(state));
        }
    }
    return states | seen.ends;
}

namespace {

struct LegendEntry
{
    StateSet bit = 0;
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
    for (std::size_t i = 0; i < core::stateCount + 3; ++i) {
        const StateSet bit = StateSet{1} << i;
        if ((states & bit) == 0)
            continue;
        const QString title = bit == failedBit      ? ChartWords::tr("Task failed")
                              : bit == cancelledBit ? ChartWords::tr("Task stopped")
                              : bit == killedBit    ? ChartWords::tr("Killed")
                                                    : stateTitle(static_cast<core::State>(i));
        const double end = x + swatch.width() + theme.px(6) + textWidth(title, font);
        if (end > right)
            break;
        entries.push_back({bit, title, QRectF(QPointF(x, place.y() - swatch.height() / 2), swatch), end});
        x = end + theme.px(18);
    }
    return entries;
}

bool isNotch(StateSet bit)
{
    return (bit & (failedBit | cancelledBit | killedBit)) != 0;
}

core::State stateOf(StateSet bit)
{
    return static_cast<core::State>(std::countr_zero(bit));
}

} // namespace

std::optional<core::State> legendStateAt(const QPointF& point, const QPointF& place, double right,
                                         StateSet states, const Theme& theme)
{
    for (const LegendEntry& entry : legendEntries(place, right, states, theme)) {
        const QRectF row(entry.swatch.left(), place.y() - theme.px(10), entry.right - entry.swatch.left(),
                         theme.px(20));
        if (row.contains(point) && !isNotch(entry.bit))
            return stateOf(entry.bit);
    }
    return std::nullopt;
}

std::vector<StateSet> legendRows(StateSet states, double left, double right, const Theme& theme)
{
    std::vector<StateSet> rows;
    while (states != 0) {
        StateSet row = 0;
        for (const LegendEntry& entry : legendEntries({left, 0}, right, states, theme))
            row |= entry.bit;
        if (row == 0) // not even one fits
            break;
        rows.push_back(row);
        states &= ~row;
    }
    return rows;
}

double paintLegend(QPainter& painter, const QPointF& place, double right, StateSet states, const Theme& theme,
                   bool vectorized)
{
    const QFont font = theme.font(TextRole::label);
    double end = place.x();
    for (const LegendEntry& entry : legendEntries(place, right, states, theme)) {
        if (isNotch(entry.bit))
            paintNotch(painter, entry.swatch, entry.bit, theme);
        else
            paintState(painter, entry.swatch, stateOf(entry.bit), theme, vectorized);
        paintText(painter, {entry.swatch.right() + theme.px(6), place.y()}, Anchor::left, entry.title, font,
                  theme.roles.secondary);
        end = entry.right;
    }
    return end;
}

} // namespace overlap::charts
