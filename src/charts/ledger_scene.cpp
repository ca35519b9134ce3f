// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ledger_scene.h"

#include "analysis/ledger_finding.h"
#include "charts/chart_text.h"
#include "charts/state_help.h"
#include "session/message_text.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

using core::StrategyReport;

namespace {

/// A part that small is in the readout of its row; in the legend it would explain what nobody sees.
constexpr double visibleShare = 1.0 / 200;
/// Characters of a line in a readout.
constexpr qsizetype readoutWidth = 64;

LedgerRow measureRow(const core::Report& report, int index)
{
    const StrategyReport& strategy = report.strategies[static_cast<std::size_t>(index)];
    LedgerRow row;
    row.strategy = index;
    row.runtime = strategy.strategy.runtime;
    row.title = QString::fromStdString(strategy.strategy.text());
    double sum = 0;
    for (std::size_t state = 0; state < core::stateCount; ++state) {
        const double share = strategy.ledger[state];
        if (share <= 0)
            continue;
        row.segments.push_back({static_cast<core::State>(state), sum, sum + share});
        sum += share;
    }
    if (row.segments.empty()) {
        row.sentence = ChartWords::tr("not measured yet");
        return row;
    }
    row.sentence = session::messageText(analysis::ledgerSentenceOf(strategy, report.environment.cores));
    const int workers = strategy.strategy.workers();
    row.seconds = workers * strategy.medianWallSeconds;
    row.product = QStringLiteral("%1 × %2").arg(workers).arg(secondsText(strategy.medianWallSeconds));
    row.total = secondsText(row.seconds);
    return row;
}

void placeColumns(LedgerScene& scene, const Theme& theme)
{
    const QFont headerFont = theme.font(TextRole::axis);
    double names = theme.px(96);
    double products = textWidth(ChartWords::tr("workers × wall"), headerFont);
    double totals = textWidth(ChartWords::tr("worker time"), headerFont);
    for (const LedgerRow& row : scene.rows) {
        names = std::max(names, textWidth(row.title, theme.font(TextRole::body)));
        products = std::max(products, figuresWidth(row.product, theme.font(TextRole::body)));
        totals = std::max(totals, figuresWidth(row.total, theme.font(TextRole::band)));
    }
    const double usable = scene.size.width() - 2 * scene.margin;
    const double step = theme.px(12);
    const auto column = [&](double width) { return std::ceil(width / step) * step; };
    scene.nameRight = scene.margin + std::min(column(names), usable * 0.34);
    double right = scene.size.width() - scene.margin;
    scene.totalRight = right;
    right -= column(totals) + theme.px(16);
    if (usable > theme.px(560)) {
        scene.productRight = right;
        right -= column(products) + theme.px(16);
    }
    const double left = std::round(scene.nameRight + theme.px(14));
    scene.rowsArea.setLeft(left);
    scene.rowsArea.setRight(std::max(left + theme.px(40), std::round(right - theme.px(4))));
}

QString shareText(const LedgerRow& row, const LedgerSegment& segment)
{
    return ChartWords::tr("%1 %2, %3")
        .arg(stateTitle(segment.state), percentText(segment.share()),
             durationText(segment.share() * row.seconds));
}

/// A sentence as lines of a card, which has no width of its own.
QStringList brokenIntoLines(const QString& text)
{
    QStringList lines;
    for (const QString& word : text.split(QChar(u' '))) {
        if (lines.isEmpty() || lines.back().size() + 1 + word.size() > readoutWidth)
            lines << word;
        else
            lines.back() += QChar(u' ') + word;
    }
    return lines;
}

} // namespace

QRectF LedgerScene::barRect(const LedgerRow& row) const
{
    const double middle = toWidget(row.y) - (sentences ? std::round(pitch * 0.2) : 0);
    return {rowsArea.left(), std::round(middle - barHeight / 2), rowsArea.width(), barHeight};
}

QRectF LedgerScene::segmentRect(const LedgerRow& row, const LedgerSegment& segment) const
{
    const QRectF bar = barRect(row);
    const double left = std::round(bar.left() + segment.from * bar.width());
    const double right = std::round(bar.left() + std::min(segment.to, 1.0) * bar.width());
    return {left, bar.top(), right - left, bar.height()};
}

double LedgerScene::sentenceY(const LedgerRow& row) const
{
    const double bottom = barRect(row).bottom();
    const double middle = (bottom + toWidget(row.y) + pitch / 2) / 2 - pitch * 0.03;
    return std::round(std::min(middle, bottom + sentenceDrop));
}

std::vector<LedgerRow> measureLedger(const LedgerContent& content)
{
    std::vector<LedgerRow> rows;
    for (int i = 0; i < static_cast<int>(content.report.strategies.size()); ++i)
        rows.push_back(measureRow(content.report, i));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const LedgerRow& a, const LedgerRow& b) { return a.runtime < b.runtime; });
    return rows;
}

LedgerScene composeLedger(const LedgerContent& content, std::vector<LedgerRow> rows, const Theme& theme,
                          QSizeF size, double scroll, const SlideFrame* slide)
{
    LedgerScene scene;
    scene.rows = std::move(rows);
    StateSet states = 0;
    for (const LedgerRow& row : scene.rows) {
        for (const LedgerSegment& segment : row.segments)
            states |= segment.share() >= visibleShare ? stateBit(segment.state) : 0;
    }
    const double foot = placeTitle(scene, content.finding, content.caption, theme, size, slide);
    scene.headerY = scene.captionY + theme.px(slide ? 34 : 24);
    placeColumns(scene, theme);
    scene.legend = legendRows(states, scene.margin, scene.rowsArea.right(), theme);
    scene.legendLine = theme.px(19);
    const double legendEnd =
        scene.headerY +
        scene.legendLine * static_cast<double>(std::max<std::size_t>(scene.legend.size(), 1) - 1);
    scene.rowsArea.setTop(legendEnd + theme.px(slide ? 16 : 12));
    const double axisRow = theme.px(18);
    scene.rowsArea.setBottom(std::max(scene.rowsArea.top() + theme.px(20), size.height() - foot - axisRow));
    placeRows(scene, scene.rows, theme, theme.px(slide ? 120 : 62), theme.px(20), scroll);
    scene.sentences = scene.pitch >= theme.px(30);
    scene.sentenceDrop = theme.px(15);
    scene.barHeight = scene.sentences ? std::clamp(std::round(scene.pitch * 0.44), theme.px(15), theme.px(52))
                                      : std::round(scene.pitch * 0.68);
    scene.axisY = scene.rowsArea.bottom() + axisRow - theme.px(6);
    return scene;
}

QStringList ledgerReadoutAt(const LedgerScene& scene, const QPointF& point)
{
    const int index = scene.rowAt(scene.rows, point);
    if (index < 0)
        return {};
    const LedgerRow& row = scene.rows[static_cast<std::size_t>(index)];
    for (const LedgerSegment& segment : row.segments) {
        if (!scene.segmentRect(row, segment).contains(point))
            continue;
        QStringList lines{stateTitle(segment.state) + QStringLiteral(" · ") + percentText(segment.share())};
        lines << ChartWords::tr("%1 of %2 worker time")
                     .arg(durationText(segment.share() * row.seconds), row.total);
        lines << brokenIntoLines(stateHelp(segment.state)) << row.title;
        return lines;
    }
    return ledgerReadout(row);
}

QStringList ledgerReadout(const LedgerRow& row)
{
    if (row.segments.empty())
        return {row.title, row.sentence};
    QStringList lines{row.title + QStringLiteral(" · ") +
                      ChartWords::tr("%1 = %2 worker time").arg(row.product, row.total)};
    lines << brokenIntoLines(row.sentence);
    for (const LedgerSegment& segment : row.segments)
        lines << shareText(row, segment);
    return lines;
}

} // namespace overlap::charts
