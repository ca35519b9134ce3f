// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/strip_paint.h"
#include "synthetic_runs.h"

#include <QImage>
#include <QPainter>
#include <QTest>
#include <cmath>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;

class TestStripPaint : public QObject
{
    Q_OBJECT

private:
    static StripShape queue(std::vector<core::Track::Point> points, std::int64_t limit,
                            core::Nanoseconds end = 100)
    {
        core::Track track;
        track.points = std::move(points);
        track.limit = limit;
        StripShape shape;
        shape.limited = shape.warns = limit > 0;
        shape.scale = limit > 0 ? limit : 5;
        shape.records = analysis::foldTrack(track, {0, end}, {0, 100, 0, 20});
        return shape;
    }

    /// One letter per pixel: line, area, floor, limit, Full, nothing.
    static QString asText(const QImage& image, const StripColors& colors)
    {
        QString text;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                text += qAlpha(pixel) == 0            ? u'.'
                        : pixel == colors.full.rgb()  ? u'F'
                        : pixel == colors.line.rgb()  ? u'#'
                        : pixel == colors.area.rgb()  ? u'a'
                        : pixel == colors.limit.rgb() ? u'l'
                        : pixel == colors.floor.rgb() ? u'_'
                                                      : u'?';
            }
            text += QChar(u'\n');
        }
        return text;
    }

    static QString painted(const StripShape& shape, int height = 7, double ratio = 1)
    {
        const StripColors colors = stripColors(makeTheme(palette(), ThemeKind::light));
        QImage image(20, height, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        paintStrip({reinterpret_cast<QRgb*>(image.bits()), 20}, {0, height}, shape, ratio, colors);
        return asText(image, colors);
    }

    static double luminance(const QColor& color)
    {
        const auto linear = [](double value) {
            return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    }

private Q_SLOTS:
    void aFullQueueTouchesItsLimit()
    {
        QCOMPARE(painted(queue({{20, 1}, {40, 3}, {60, 2}, {80, 0}}, 3)),
                 QStringLiteral("ll...ll.FFFF#..ll...\n"
                                "........FFFF#.......\n"
                                "........#aaa#####...\n"
                                "........#aaaaaaa#...\n"
                                "....#####aaaaaaa#...\n"
                                "....#aaaaaaaaaaa#...\n"
                                "#####___________####\n"));
    }

    void oneLessThanAHugeLimitDoesNotTouchIt()
    {
        const QString text = painted(queue({{20, 999}, {60, 1000}}, 1000), 16);
        const QStringList rows = text.split(QChar(u'\n'));
        QCOMPARE(rows[0].count(u'F'), 8);
        QCOMPARE(rows[0].indexOf(u'F'), 12);
        QVERIFY(!rows[0].left(12).contains(u'#'));
    }

    void withoutALimitNothingTouchesTheTop()
    {
        const QString text = painted(queue({{20, 5}, {60, 1}}, 0), 16);
        const QString top = text.left(text.indexOf(u'\n'));
        QCOMPARE(top, QStringLiteral("...................."));
    }

    void whatHasNotBeenIsNotDrawn()
    {
        const QString text = painted(queue({{20, 1}}, 3, 50));
        for (const QString& row : text.split(QChar(u'\n'), Qt::SkipEmptyParts))
            QCOMPARE(row.mid(10), QStringLiteral(".........."));
        QCOMPARE(painted(queue({}, 3, 0)).count(u'.'), 7 * 20);
    }

    void levels()
    {
        StripShape strip;
        strip.scale = 100;
        strip.limited = true;
        QCOMPARE(stripLevel(0, strip, 15), 0);
        QCOMPARE(stripLevel(0.1, strip, 15), 1); // little is more than nothing
        QCOMPARE(stripLevel(50, strip, 15), 8);
        QCOMPARE(stripLevel(99, strip, 15), 13);
        QCOMPARE(stripLevel(100, strip, 15), 15);
        QCOMPARE(stripLevel(140, strip, 15), 15);
        for (int height = 1; height < 30; ++height) {
            int before = 0;
            for (int value = 0; value <= 100; ++value) {
                const int level = stripLevel(value, strip, height);
                QVERIFY(level >= before && level <= height);
                before = level;
            }
            QCOMPARE(before, height);
        }
    }

    /// On a screen of twice the pixels it is the same picture, finer.
    void scalesWithThePixels()
    {
        const StripColors colors = stripColors(makeTheme(palette(), ThemeKind::light));
        QImage image(20, 14, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        paintStrip({reinterpret_cast<QRgb*>(image.bits()), 20}, {0, 14}, queue({{0, 3}}, 3), 2, colors);
        const QStringList rows = asText(image, colors).split(QChar(u'\n'));
        for (int y = 0; y < 4; ++y)
            QCOMPARE(rows[y], QString(20, u'F'));
        QCOMPARE(rows[13], QString(2, u'#') + QString(18, u'_')); // it rises at its beginning
    }

    void theLineStandsOutInEveryTheme()
    {
        for (const Theme& theme : {makeTheme(palette(), ThemeKind::light),
                                   makeTheme(palette(), ThemeKind::dark), makePaperTheme(palette())}) {
            const StripColors colors = stripColors(theme);
            for (const QColor& color : {colors.line, colors.limit, colors.full}) {
                const double a = luminance(color) + 0.05;
                const double b = luminance(theme.roles.window) + 0.05;
                const double contrast = std::max(a, b) / std::min(a, b);
                QVERIFY2(contrast >= 3, qPrintable(QString::number(contrast)));
            }
        }
    }

    void vectorsStayInTheirPlaceAndTouchTheLimit()
    {
        const Theme theme = makeTheme(palette(), ThemeKind::light);
        QImage image(60, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const QRectF place(10, 12, 40, 16);
        paintStripVector(painter, place, queue({{0, 3}}, 3), 20, theme);
        painter.end();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (!place.toRect().contains(x, y))
                    QCOMPARE(image.pixel(x, y), qRgb(255, 255, 255));
            }
        }
        QCOMPARE(image.pixel(30, 12), stripColors(theme).full.rgb());
    }
};

QTEST_MAIN(TestStripPaint)
#include "tst_strip_paint.moc"
