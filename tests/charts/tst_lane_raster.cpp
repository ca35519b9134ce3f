// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lane_raster.h"
#include "charts/pattern.h"
#include "synthetic_runs.h"

#include <QImage>
#include <QTest>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;
using core::fromSeconds;
using core::Span;
using core::State;

class TestLaneRaster : public QObject
{
    Q_OBJECT

private:
    static constexpr int height = 17;
    Theme m_theme;

    QImage painted(const std::vector<Span>& spans, double seconds, int columns) const
    {
        LaneRaster raster;
        raster.prepare(m_theme, 1, columns);
        QImage image(columns, height, QImage::Format_RGB32);
        const PixelRows rows{reinterpret_cast<QRgb*>(image.bits()), columns};
        analysis::FoldedLane folded;
        analysis::foldLane(spans, {0, fromSeconds(seconds), 0, static_cast<double>(columns)}, folded);
        raster.clear(rows, {0, height});
        raster.paint(rows, {0, height}, folded, 0);
        return image;
    }

    /// The colours of a state: its fill and the marks of its pattern.
    bool isOf(State state, QRgb pixel) const
    {
        const PatternTile tile =
            makePatternTile(m_theme.pattern(state), m_theme.state(state), m_theme.roles.emptyLane, 1);
        return std::ranges::find(tile.pixels, pixel) != tile.pixels.end();
    }

    int pixelsOf(State state, const QImage& image, int column) const
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            count += isOf(state, image.pixel(column, y)) ? 1 : 0;
        return count;
    }

    static Span span(double begin, double end, State state, std::uint8_t flags = 0)
    {
        Span result;
        result.begin = fromSeconds(begin);
        result.end = fromSeconds(end);
        result.state = state;
        result.flags = flags;
        result.item = 0;
        return result;
    }

    static QString asText(const QImage& image, int from, int to, QRgb color)
    {
        QString text;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = from; x < to; ++x)
                text += image.pixel(x, y) == color ? QChar(u'#') : QChar(u'.');
            text += QChar(u'\n');
        }
        return text;
    }

private Q_SLOTS:
    void initTestCase() { m_theme = makeTheme(palette(), ThemeKind::light); }

    void aGilRunKeepsBothColoursInEveryColumn_data()
    {
        QTest::addColumn<int>("columns");
        for (const int columns : {30, 120, 400, 900})
            QTest::addRow("%d", columns) << columns;
    }
    /// 40 s of slices of 8 ms, so that even at the widest a column holds several turns.
    void aGilRunKeepsBothColoursInEveryColumn()
    {
        QFETCH(int, columns);
        constexpr double seconds = 40;
        const auto run = gilRun(seconds, 4);
        double computed = 0;
        for (int lane = 0; lane < 4; ++lane) {
            const QImage image = painted(run->lanes[static_cast<std::size_t>(lane)].spans, seconds, columns);
            int blue = 0;
            int oneColour = 0;
            for (int column = 0; column < columns; ++column) {
                const int computing = pixelsOf(State::computing, image, column);
                const int waiting = pixelsOf(State::gilWait, image, column);
                QVERIFY2(computing + waiting >= height - 1, qPrintable(QString::number(column)));
                blue += computing;
                oneColour += computing == 0 || waiting == 0 ? 1 : 0;
                // Computing stands at the bottom.
                if (computing > 0)
                    QVERIFY(isOf(State::computing, image.pixel(column, height - 1)));
            }
            // Turns are drawn by lot, so a thread may wait through a column or two.
            QVERIFY2(oneColour * 4 <= columns, qPrintable(QString::number(oneColour)));
            if (columns <= 120)
                QCOMPARE(oneColour, 0);
            computed += static_cast<double>(blue) / (columns * height);
        }
        // One lock: all lanes together compute all the time, once.
        QVERIFY2(std::abs(computed - 1) < 0.12, qPrintable(QString::number(computed)));
    }

    void aKilledLaneIsTornOffAndEmptyAfterwards()
    {
        const QImage killed = painted({span(0, 0.5, State::computing, core::spanKilled)}, 1, 60);
        const QImage failed = painted({span(0, 0.5, State::computing, core::spanFailed)}, 1, 60);
        const QRgb mark = m_theme.roles.failed.rgb();
        // The same colour, told apart by the shape.
        const QString cross = asText(killed, 22, 37, mark);
        const QString notch = asText(failed, 22, 37, mark);
        QVERIFY(cross.contains(QChar(u'#')) && notch.contains(QChar(u'#')));
        QVERIFY2(cross != notch, qPrintable(cross));
        const QStringList rows = cross.split(QChar(u'\n'), Qt::SkipEmptyParts);
        for (int y = 0; y < height; ++y)
            QCOMPARE(rows[y], rows[height - 1 - y]); // a cross stands on its head as well
        QVERIFY(!rows.front().contains(QChar(u'#')));
        for (int column = 37; column < 60; ++column) {
            for (int y = 0; y < height; ++y)
                QCOMPARE(killed.pixel(column, y), m_theme.roles.emptyLane.rgb());
        }
        QCOMPARE(pixelsOf(State::computing, killed, 15), height);
    }

    /// However many spans fail around it, and at the edge of what is seen.
    void theCrossIsNeverCoveredNorCutOff()
    {
        std::vector<Span> spans;
        for (int i = 0; i < 1000; ++i)
            spans.push_back(span(i / 1000.0, (i + 1) / 1000.0, State::computing, core::spanFailed));
        spans.back().flags |= core::spanKilled;
        const QRgb mark = m_theme.roles.failed.rgb();
        const QImage end = painted(spans, 1, 60);
        int pixels = 0;
        for (int x = 48; x < 60; ++x) {
            for (int y = 0; y < height; ++y)
                pixels += end.pixel(x, y) == mark ? 1 : 0;
        }
        QVERIFY2(pixels > 15 && pixels < 60, qPrintable(asText(end, 40, 60, mark)));
        QCOMPARE(end.pixel(59, 0), m_theme.roles.emptyLane.rgb());
    }
};

QTEST_MAIN(TestLaneRaster)
#include "tst_lane_raster.moc"
