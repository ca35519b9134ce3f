// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_labels.h"

#include "charts/chart_text.h"
#include "session/message_text.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

std::vector<analysis::Tick> ticksOf(const GanttLabelInput& input)
{
    analysis::TickRule rule;
    rule.minimumSpacing = input.theme->px(56);
    rule.digitWidth = textWidth(QStringLiteral("0"), input.theme->font(TextRole::axis));
    rule.padding = input.theme->px(16);
    return analysis::niceTicks(input.scene->axis, rule);
}

void paintTitle(QPainter& painter, const GanttLabelInput& input)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    const QFont font = theme.font(TextRole::title);
    double y = scene.titleY;
    for (const QString& line : scene.title) {
        paintText(painter, {scene.margin, y}, Anchor::left, line, font, theme.roles.text);
        y += scene.titleLine;
    }
    if (input.slide || scene.presenting)
        return;
    const double after = scene.margin + textWidth(scene.title.front(), font) + theme.px(18);
    const QFont small = theme.font(TextRole::body);
    if (scene.finishRight - after < theme.px(60))
        return;
    paintText(painter, {after, scene.titleY + theme.px(2)}, Anchor::left,
              elided(input.content->subtitle, small, scene.finishRight - after), small,
              theme.roles.secondary);
}

/// Returns the left end of what it painted.
double paintLiveClock(QPainter& painter, const GanttLabelInput& input)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    if (input.slide || input.content->timesHidden || !anyRunning(*input.content))
        return scene.finishRight;
    const QString text =
        ChartWords::tr("live %1 s").arg(numberText(core::toSeconds(liveMoment(*input.content)), 2));
    QFont font = theme.font(TextRole::label);
    font.setWeight(QFont::DemiBold);
    paintFigures(painter, {scene.finishRight, scene.legendY}, Anchor::right, text, font, theme.roles.accent,
                 input.vectorized);
    const double dot = theme.px(9);
    const double left = scene.finishRight - figuresWidth(text, font) - theme.px(6) - dot;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.roles.accent);
    painter.drawEllipse(QRectF(std::floor(left), scene.legendY - dot / 2, dot, dot));
    painter.restore();
    return left - theme.px(16);
}

void paintAxis(QPainter& painter, const GanttLabelInput& input)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    const QFont font = theme.font(TextRole::axis);
    if (input.content->timesHidden)
        return;
    for (const analysis::Tick& tick : ticksOf(input)) {
        paintText(painter, {scene.axis.toPixel(tick.time), scene.axisY}, Anchor::center,
                  session::figureText(core::Figure(tick.label)), font, theme.roles.faint);
    }
    if (!scene.presenting)
        paintText(painter, {scene.finishRight, scene.axisY}, Anchor::right, ChartWords::tr("finish"), font,
                  theme.roles.faint);
}

/// Every lane where there is room for the words, else every second, third …
int labelStep(const analysis::BandPlace& band, std::size_t row, const Theme& theme)
{
    if (row + 1 >= band.lanes.size())
        return 1;
    const double pitch = band.lanes[row + 1].top - band.lanes[row].top;
    return std::max(1, static_cast<int>(std::ceil(theme.px(14) / std::max(pitch, 1.0))));
}

void paintFoldedMark(QPainter& painter, const GanttLabelInput& input, int index)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    const QFont font = theme.font(TextRole::label);
    const double y = scene.laneRect(index, 0).center().y();
    const QString text = ChartWords::tr("folded");
    paintText(painter, {scene.laneLabelRight, y}, Anchor::right, text, font, theme.roles.faint);
    const double x = scene.laneLabelRight - textWidth(text, font) - theme.px(11);
    const double half = theme.px(3);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.roles.faint);
    painter.drawPolygon(QPolygonF({{x, y - half}, {x + 1.7 * half, y}, {x, y + half}}));
    painter.restore();
}

/// Behind its name, so that it is seen which lane keys act on.
void paintChosen(QPainter& painter, const GanttScene& scene, const QRectF& lane, const Theme& theme)
{
    const double left = scene.nameLeft + scene.nameWidth + theme.px(6);
    const double height = std::max(lane.height(), theme.px(16));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.roles.accent, 1));
    painter.setBrush(theme.roles.accentSoft);
    painter.drawRoundedRect(
        QRectF(left, lane.center().y() - height / 2, scene.laneLabelRight + theme.px(4) - left, height)
            .adjusted(0.5, 0.5, -0.5, -0.5),
        theme.px(4), theme.px(4));
    painter.restore();
}

void paintLaneNames(QPainter& painter, const GanttLabelInput& input, int index)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    const BandScene& band = scene.bands[index];
    const analysis::BandPlace& place = scene.layout.bands[index];
    const QFont font = theme.font(TextRole::label);
    const double room = scene.laneLabelRight - scene.nameLeft - scene.nameWidth;
    if (band.folded) {
        if (input.chosen && input.chosen->band == index)
            paintChosen(painter, scene, scene.laneRect(index, 0), theme);
        paintFoldedMark(painter, input, index);
        return;
    }
    const auto& timeline = band.timeline;
    int step = 1;
    int inGroup = 0; // rows of one kind follow each other
    for (int row = 0; row < static_cast<int>(place.lanes.size()); ++row, ++inGroup) {
        if (row == 0 || band.rows[row].kind != band.rows[row - 1].kind) {
            inGroup = 0;
            step = band.rows[row].kind == RowKind::thin ? 1 : labelStep(place, row, theme);
        }
        const QRectF lane = scene.laneRect(index, row);
        const double y = lane.center().y();
        if (y < scene.lanes.top() || y > scene.lanes.bottom())
            continue;
        const BandRow& what = band.rows[row];
        if (!what.heading.isEmpty()) {
            inGroup = 0;
            paintText(painter, {scene.laneLabelRight, lane.top() - theme.px(7)}, Anchor::right,
                      elided(what.heading, theme.font(TextRole::group), std::max(room, theme.px(24))),
                      theme.font(TextRole::group), theme.roles.secondary);
        }
        if (what.pinned)
            painter.fillRect(QRectF(scene.lanes.left() - theme.px(5), lane.top(), theme.px(3), lane.height()),
                             theme.roles.accent);
        const bool chosen = what.lane >= 0 && input.chosen == ChosenLane{index, what.lane};
        if (chosen)
            paintChosen(painter, scene, lane, theme);
        if (!chosen && inGroup % step != 0)
            continue;
        paintText(painter, {scene.laneLabelRight, y}, Anchor::right,
                  elided(rowTitle(timeline.get(), what), font, std::max(room, theme.px(24))), font,
                  chosen ? theme.roles.accent : theme.roles.faint);
    }
}

/// What a strip counts, to its left, and what that came to, in the column of the finish times.
void paintStripLabels(QPainter& painter, const GanttLabelInput& input, int index)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    const BandScene& band = scene.bands[index];
    const QFont font = theme.font(TextRole::label);
    const double underNames = scene.toWidget(scene.layout.bands[index].namesBottom);
    for (int i = 0; i < static_cast<int>(band.strips.size()); ++i) {
        const QRectF rect = scene.stripRect(index, i);
        const double y = rect.center().y();
        if (rect.height() <= 0 || y < scene.lanes.top() || y > scene.lanes.bottom())
            continue;
        // Under the names the label may be as long as it is.
        const bool free = y - theme.px(7) >= underNames;
        const double left = scene.nameLeft + (free ? 0 : scene.nameWidth);
        const double room = std::max(scene.laneLabelRight - left, theme.px(24));
        const BandStrip& strip = band.strips[i];
        paintText(painter, {scene.laneLabelRight, y}, Anchor::right,
                  elided(textWidth(strip.label, font) <= room ? strip.label : strip.shortLabel, font, room),
                  font, theme.roles.faint);
        paintFigures(painter, {scene.finishRight, y}, Anchor::right, band.strips[i].figure, font,
                     theme.roles.secondary, input.vectorized);
    }
}

void paintBand(QPainter& painter, const GanttLabelInput& input, int index)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    const BandScene& band = scene.bands[index];
    const analysis::BandPlace& place = scene.layout.bands[index];
    const QFont nameFont = theme.font(TextRole::band);
    const QFont labelFont = theme.font(TextRole::label);
    const double first = place.lanes.empty() ? 0 : place.lanes.front().height; // all may be hidden
    const double row = band.folded ? first : std::max(theme.px(17), first);
    double y = scene.toWidget(place.top) + row / 2;
    const double nameRoom = scene.nameWidth + theme.px(12);
    const bool waiting = input.content->bands[index].waiting;
    const bool runs = scene.presenting && input.content->bands[index].running;
    paintText(painter, {scene.nameLeft, y}, Anchor::left, elided(band.title, nameFont, nameRoom), nameFont,
              runs      ? theme.roles.accent
              : waiting ? theme.roles.secondary
                        : theme.roles.text);
    paintFigures(painter, {scene.finishRight, y}, Anchor::right, band.finish, nameFont,
                 input.content->bands[index].unfinished || input.content->bands[index].predicted
                     ? theme.roles.secondary
                     : theme.roles.finished,
                 input.vectorized);
    if (!band.folded && !scene.presenting) {
        y += theme.px(1);
        paintFigures(painter, {scene.finishRight, y + theme.px(16)}, Anchor::right, band.ratio, labelFont,
                     theme.roles.secondary, input.vectorized);
        for (const QString& subtitle : band.subtitles) {
            y += theme.px(16);
            paintText(painter, {scene.nameLeft, y}, Anchor::left, elided(subtitle, labelFont, nameRoom),
                      labelFont, theme.roles.secondary);
        }
        if (!band.status.isEmpty()) {
            QFont statusFont = labelFont;
            statusFont.setWeight(QFont::DemiBold);
            paintText(painter, {scene.nameLeft, y + theme.px(16)}, Anchor::left, band.status, statusFont,
                      theme.roles.accent);
        }
    }
    if (!scene.presenting)
        paintLaneNames(painter, input, index);
    paintStripLabels(painter, input, index);
}

} // namespace

void paintGanttGrid(QPainter& painter, const GanttLabelInput& input)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    if (scene.bands.empty())
        return;
    const double width = std::max(1.0, std::floor(theme.scale));
    const double end = std::min(scene.lanes.bottom(), scene.toWidget(scene.layout.height) + theme.px(12));
    for (const analysis::Tick& tick : ticksOf(input)) {
        const double x = std::round(scene.axis.toPixel(tick.time));
        const double from = scene.lanes.top() - theme.px(1);
        // Start-up lies left of zero, so zero must be seen.
        const bool zero = tick.time == 0 && scene.axis.begin < 0;
        painter.fillRect(QRectF(x, from, width, end - from), zero ? theme.roles.faint : theme.roles.line);
    }
    for (const analysis::BandPlace& place : scene.layout.bands) {
        if (!place.hairline)
            continue;
        const double y = std::round(scene.toWidget(*place.hairline));
        if (y < scene.lanes.top() || y > scene.lanes.bottom())
            continue;
        painter.fillRect(QRectF(scene.margin, y, scene.finishRight - scene.margin, width), theme.roles.line);
    }
}

void paintGanttHeader(QPainter& painter, const GanttLabelInput& input)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    paintTitle(painter, input);
    if (scene.bands.empty()) {
        paintText(painter,
                  scene.lanes.isValid() ? QPointF(scene.size.width() / 2, scene.size.height() / 2)
                                        : QPointF(),
                  Anchor::center, input.emptyHint, theme.font(TextRole::body), theme.roles.secondary);
        return;
    }
    const double right = paintLiveClock(painter, input);
    paintLegend(painter, {scene.margin, scene.legendY}, right, input.states, theme, input.vectorized,
                input.dimmed);
    paintAxis(painter, input);
    if (input.slide && scene.captionY > 0) {
        const QFont font = theme.font(TextRole::caption);
        paintText(painter, {scene.margin, scene.captionY}, Anchor::left,
                  elided(input.slide->caption, font, scene.finishRight - scene.margin), font,
                  theme.roles.secondary);
    }
}

void paintGanttSides(QPainter& painter, const GanttLabelInput& input)
{
    const GanttScene& scene = *input.scene;
    const Theme& theme = *input.theme;
    painter.save();
    // Half a row may stand above the lanes: the group's header begins there.
    painter.setClipRect(QRectF(0, scene.lanes.top(), scene.size.width(), scene.lanes.height()));
    for (int i = 0; i < static_cast<int>(scene.bands.size()); ++i) {
        const analysis::BandPlace& place = scene.layout.bands[i];
        const double top = scene.toWidget(place.groupHeader.value_or(place.top));
        if (scene.toWidget(place.bottom) < scene.lanes.top() || top > scene.lanes.bottom())
            continue;
        if (place.groupHeader) {
            paintText(painter, {scene.nameLeft, scene.toWidget(*place.groupHeader) + theme.px(10)},
                      Anchor::left,
                      groupTitle(input.content->runtimeName, input.content->runtimeWork,
                                 input.content->bands[i].strategy.runtime),
                      theme.font(TextRole::group), theme.roles.faint);
        }
        paintBand(painter, input, i);
    }
    painter.restore();
}

} // namespace overlap::charts
