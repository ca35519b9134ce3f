// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "core/time.h"

#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <string_view>
#include <utility>

class QPainter;

namespace overlap::charts {

/// The translation context of everything that charts say.
class ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

// Numbers follow QLocale().

/// With the sign that typography has for negative numbers.
QString numberText(double value, int decimals);
/// "1.07 s", "83 ms", "8.2 ms", "250 µs": about three digits.
QString durationText(core::Nanoseconds duration);
QString durationText(double seconds);
/// "1.07 s" always in seconds, as the finish column has it.
QString secondsText(double seconds);
/// A moment on the clock, to the millisecond or finer where `resolution` asks for it: "0.532 s".
QString momentText(core::Nanoseconds time, core::Nanoseconds resolution);
/// "1.87 ×", with no more digits than its interval supports.
QString speedupText(const core::Speedup& speedup);
/// The ends of its interval with the same digits; empty without one.
std::pair<QString, QString> speedupEnds(const core::Speedup& speedup);
/// "75 %"; a positive share never reads 0 %.
QString percentText(double share);

enum class Anchor { left, center, right };

/// One line of text, vertically centred by the height of its capitals, which is what the eye centres by.
void paintText(QPainter& painter, const QPointF& place, Anchor anchor, const QString& text, const QFont& font,
               const QColor& color);
/// The same with digits of equal width, so that figures stand in columns and do not tremble while they
/// change. Painters of vectors get one piece of plain text.
void paintFigures(QPainter& painter, const QPointF& place, Anchor anchor, const QString& text,
                  const QFont& font, const QColor& color, bool vectorized);
/// How wide paintFigures paints on a screen.
double figuresWidth(const QString& text, const QFont& font);
double textWidth(const QString& text, const QFont& font);
/// `text` shortened with an ellipsis to `width` pixels.
QString elided(const QString& text, const QFont& font, double width);
/// The same in up to two lines, broken between words.
QStringList wrapped(const QString& text, const QFont& font, double width);

/// "CPYTHON 3.11.2 · work: 4 chunks of 500 000 items": the title of a runtime's strategies, whose name and
/// work stand at its place; without a name a plain word.
QString groupTitle(const QString (&names)[2], const QString (&works)[2], core::Runtime runtime);

} // namespace overlap::charts
