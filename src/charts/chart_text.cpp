// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_text.h"

#include "analysis/interval_text.h"
#include "core/text.h"
#include "session/message_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace overlap::charts {

using core::Nanoseconds;

namespace {

QString significant(double value)
{
    const double magnitude = std::abs(value);
    return numberText(value, magnitude >= 99.95 ? 0 : magnitude >= 9.995 ? 1 : 2);
}

double digitWidth(const QFontMetricsF& metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

double shiftFor(Anchor anchor, double width)
{
    return anchor == Anchor::left ? 0 : anchor == Anchor::center ? -width / 2 : -width;
}

} // namespace

QString numberText(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const QString text = locale.toString(std::abs(value), 'f', decimals);
    return value < 0 ? QChar(0x2212) + text : text;
}

QString durationText(Nanoseconds duration)
{
    const double magnitude = std::abs(static_cast<double>(duration));
    if (magnitude >= 999.5e6) {
        const double seconds = static_cast<double>(duration) / 1e9;
        return ChartWords::tr("%1 s").arg(numberText(seconds, magnitude >= 99.95e9   ? 0
                                                              : magnitude >= 9.995e9 ? 1
                                                                                     : 2));
    }
    if (magnitude >= 999.5e3) {
        const double milliseconds = static_cast<double>(duration) / 1e6;
        return ChartWords::tr("%1 ms").arg(numberText(milliseconds, magnitude >= 9.95e6 ? 0 : 1));
    }
    if (magnitude >= 1e3)
        return ChartWords::tr("%1 µs").arg(
            numberText(static_cast<double>(duration) / 1e3, magnitude >= 9.95e3 ? 0 : 1));
    return ChartWords::tr("%1 ns").arg(numberText(static_cast<double>(duration), 0));
}

QString durationText(double seconds)
{
    return durationText(core::fromSeconds(seconds));
}

QString secondsText(double seconds)
{
    if (std::abs(seconds) < 0.095)
        return durationText(seconds);
    return ChartWords::tr("%1 s").arg(significant(seconds));
}

QString momentText(Nanoseconds time, Nanoseconds resolution)
{
    int decimals = 3;
    for (Nanoseconds step = 1'000'000; decimals < 7 && resolution < step; step /= 10)
        ++decimals;
    return ChartWords::tr("%1 s").arg(numberText(core::toSeconds(time), decimals));
}

QString speedupText(const core::Speedup& speedup)
{
    return session::figureText(analysis::ratioTexts(speedup.value, speedup.interval95).value) +
           QStringLiteral(" ×");
}

std::pair<QString, QString> speedupEnds(const core::Speedup& speedup)
{
    const analysis::RatioTexts texts = analysis::ratioTexts(speedup.value, speedup.interval95);
    return {session::figureText(texts.low), session::figureText(texts.high)};
}

QString percentText(double share)
{
    const double percent = share * 100;
    if (percent > 0 && percent < 1)
        return ChartWords::tr("under 1 %");
    return ChartWords::tr("%1 %").arg(std::lround(percent));
}

void paintText(QPainter& painter, const QPointF& place, Anchor anchor, const QString& text, const QFont& font,
               const QColor& color)
{
    if (text.isEmpty())
        return;
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(color);
    const double width = anchor == Anchor::left ? 0 : metrics.horizontalAdvance(text);
    const double baseline = std::round(place.y() + metrics.capHeight() / 2);
    painter.drawText(QPointF(std::round(place.x() + shiftFor(anchor, width)), baseline), text);
}

void paintFigures(QPainter& painter, const QPointF& place, Anchor anchor, const QString& text,
                  const QFont& font, const QColor& color, bool vectorized)
{
    if (vectorized) {
        paintText(painter, place, anchor, text, font, color);
        return;
    }
    const QFontMetricsF metrics(font);
    const double cell = digitWidth(metrics);
    painter.setFont(font);
    painter.setPen(color);
    double x = std::round(place.x() + shiftFor(anchor, figuresWidth(text, font)));
    const double baseline = std::round(place.y() + metrics.capHeight() / 2);
    for (const QChar c : text) {
        const double own = metrics.horizontalAdvance(c);
        painter.drawText(QPointF(x + (c.isDigit() ? (cell - own) / 2 : 0), baseline), QString(c));
        x += c.isDigit() ? cell : own;
    }
}

double figuresWidth(const QString& text, const QFont& font)
{
    const QFontMetricsF metrics(font);
    const double cell = digitWidth(metrics);
    double width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? cell : metrics.horizontalAdvance(c);
    return width;
}

double textWidth(const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

QString elided(const QString& text, const QFont& font, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

QStringList wrapped(const QString& text, const QFont& font, double width)
{
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(text) <= width)
        return {text};
    qsizetype end = text.lastIndexOf(QChar(u' '));
    while (end > 0 && metrics.horizontalAdvance(text.left(end)) > width)
        end = text.lastIndexOf(QChar(u' '), end - 1);
    if (end <= 0)
        return {elided(text, font, width)};
    return {text.left(end), elided(text.mid(end + 1), font, width)};
}

QString groupTitle(const QString (&names)[2], const QString (&works)[2], core::Runtime runtime)
{
    const auto index = static_cast<std::size_t>(runtime);
    QString name = names[index];
    if (name.isEmpty())
        name = runtime == core::Runtime::native ? ChartWords::tr("Native") : ChartWords::tr("Python");
    return works[index].isEmpty() ? name.toUpper() : name.toUpper() + QStringLiteral(" · ") + works[index];
}

} // namespace overlap::charts
