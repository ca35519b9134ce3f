// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/legend.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace overlap::charts {

namespace {

StateSet endsOf(std::uint8_t flags)
{
    return ((flags & core::spanFailed) != 0 ? failedBit : 0) |
           ((flags & core::spanCancelled) != 0 ? cancelledBit : 0) |
           ((flags & core::spanKilled) != 0 ? killedBit : 0);
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

StateSet statesOf(const core::Timeline& timeline)
{
    constexpr double visibleShare = 500;
    StateSet states = 0;
    for (const core::Lane& lane : timeline.lanes) {
        std::array<double, core::stateCount> times{};
        std::size_t known = 0;
        if (lane.index.key() == core::SpanIndex::Key::state && lane.index.blocks() > 0) {
            known = lane.index.size();
            std::copy_n(lane.index.sums(lane.index.blocks()), lane.index.keys(), times.begin());
            for (const core::SpanIndex::Marked& marked : lane.index.marked())
                states |= endsOf(marked.flags);
        }
        for (const core::Span& span : std::span(lane.spans).subspan(known)) {
            times[static_cast<std::size_t>(span.state)] += static_cast<double>(span.duration());
            if ((span.flags & core::spanOpen) == 0)
                states |= endsOf(span.flags);
        }
        // An idle lane is the empty lane, which needs no words.
        times[static_cast<std::size_t>(core::State::idle)] = 0;
        for (std::size_t state = 0; state < times.size(); ++state) {
            if (times[state] > 0 && times[state] * visibleShare >= static_cast<double>(timeline.end))
                states |= stateBit(static_cast<core::State>(state));
        }
    }
    return states;
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

std::optional<core::State> legendState(StateSet states, int entry)
{
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const auto state = static_cast<core::State>(i);
        if ((states & stateBit(state)) != 0 && entry-- == 0)
            return state;
    }
    return std::nullopt;
}

namespace {

/// Around an entry while states are filtered: a chip that is on, or struck out.
void paintChip(QPainter& painter, const LegendEntry& entry, double y, const Theme& theme, bool off)
{
    const double padding = theme.px(5);
    const QRectF chip(entry.swatch.left() - padding, y - theme.px(10),
                      entry.right - entry.swatch.left() + 2 * padding, theme.px(20));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(off ? theme.roles.line : theme.roles.accent, 1));
    painter.setBrush(off ? theme.roles.window : theme.roles.accentSoft);
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), chip.height() / 2, chip.height() / 2);
    painter.restore();
}

void strikeOut(QPainter& painter, const LegendEntry& entry, double y, const Theme& theme)
{
    painter.fillRect(QRectF(entry.swatch.right() + theme.px(6), std::round(y),
                            entry.right - entry.swatch.right() - theme.px(6), 1),
                     theme.roles.faint);
}

} // namespace

double paintLegend(QPainter& painter, const QPointF& place, double right, StateSet states, const Theme& theme,
                   bool vectorized, StateSet dimmed)
{
    const QFont font = theme.font(TextRole::label);
    double end = place.x();
    for (const LegendEntry& entry : legendEntries(place, right, states, theme)) {
        const bool off = (dimmed & entry.bit) != 0;
        if (dimmed != 0 && !isNotch(entry.bit))
            paintChip(painter, entry, place.y(), theme, off);
        if (isNotch(entry.bit))
            paintNotch(painter, entry.swatch, entry.bit, theme);
        else
            paintState(painter, entry.swatch, stateOf(entry.bit), theme, vectorized);
        if (off)
            painter.fillRect(entry.swatch, mixed(theme.roles.window, theme.state(stateOf(entry.bit)), 0.25));
        paintText(painter, {entry.swatch.right() + theme.px(6), place.y()}, Anchor::left, entry.title, font,
                  off ? theme.roles.faint : theme.roles.secondary);
        if (off)
            strikeOut(painter, entry, place.y(), theme);
        end = entry.right;
    }
    return end;
}

} // namespace overlap::charts
