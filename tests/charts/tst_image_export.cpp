// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/builtin_charts.h"
#include "charts/gantt_scene.h"
#include "charts/image_export.h"
#include "core/message.h"
#include "session/time_window.h"
#include "support/limits.h"
#include "support/temp_folder.h"
#include "synthetic_runs.h"

#include <QDir>
#include <QImage>
#include <QMimeData>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <set>

using namespace overlap;
using namespace overlap::charts;
using namespace overlap::charts::testing;

namespace {

struct Svg
{
    QStringList texts;
    QStringList families;
    std::vector<double> sizes;
    std::vector<QRectF> filled; ///< extents of filled rectangles and paths, by the fill of a state
    QString width;
    QString viewBox;
};

QRectF extentOf(const QString& path)
{
    static const QRegularExpression pairs(QStringLiteral("([ML])(-?[0-9.]+),(-?[0-9.]+)"));
    QRectF extent;
    bool first = true;
    for (auto match = pairs.globalMatch(path); match.hasNext();) {
        const auto found = match.next();
        const QPointF point(found.captured(2).toDouble(), found.captured(3).toDouble());
        extent =
            first
                ? QRectF(point, QSizeF(0, 0))
                : QRectF(QPointF(std::min(extent.left(), point.x()), std::min(extent.top(), point.y())),
                         QPointF(std::max(extent.right(), point.x()), std::max(extent.bottom(), point.y())));
        first = false;
    }
    return extent;
}

Svg parsed(const QByteArray& bytes, const std::set<QString>& fills)
{
    Svg svg;
    QXmlStreamReader reader(bytes);
    QStringList fill;
    QStringList matrices;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::EndElement && reader.name() == QLatin1String("g"))
            fill.removeLast();
        if (token != QXmlStreamReader::StartElement)
            continue;
        const auto attribute = [&](const char* name) {
            return reader.attributes().value(QLatin1String(name)).toString();
        };
        if (reader.name() == QLatin1String("svg")) {
            svg.width = attribute("width");
            svg.viewBox = attribute("viewBox");
        } else if (reader.name() == QLatin1String("g")) {
            fill << attribute("fill");
        } else if (reader.name() == QLatin1String("text")) {
            svg.families << attribute("font-family");
            svg.sizes.push_back(attribute("font-size").toDouble());
            svg.texts << reader.readElementText().trimmed();
        } else if (reader.name() == QLatin1String("path") && !fill.isEmpty() && fills.count(fill.last())) {
            svg.filled.push_back(extentOf(attribute("d")));
        } else if (reader.name() == QLatin1String("rect") && !fill.isEmpty() && fills.count(fill.last())) {
            svg.filled.emplace_back(attribute("x").toDouble(), attribute("y").toDouble(),
                                    attribute("width").toDouble(), attribute("height").toDouble());
        }
    }
    if (reader.hasError())
        qWarning("%s", qPrintable(reader.errorString()));
    return svg;
}

Slide ganttSlide(GanttContent content)
{
    return {std::move(content), QStringLiteral("Threads halve the time."),
            QStringLiteral("n = 10 · 2 cores")};
}

} // namespace

class TestImageExport : public QObject
{
    Q_OBJECT

private:
    Palette m_palette;

private Q_SLOTS:
    void initTestCase() { m_palette = palette(); }

    void formats()
    {
        QCOMPARE(imageFormatOf("a/b.PNG"), ImageFormat::png);
        QCOMPARE(imageFormatOf("b.svg"), ImageFormat::svg);
        QCOMPARE(imageFormatOf("b.pdf"), ImageFormat::pdf);
        QVERIFY_THROWS_EXCEPTION(core::Error, imageFormatOf("b.jpg"));
        QVERIFY_THROWS_EXCEPTION(core::Error, imageFormatOf("png"));
    }

    void pngIsASlide()
    {
        const QImage image =
            QImage::fromData(renderSlide(ganttSlide(heavyChunks(false)), m_palette, ImageFormat::png), "PNG");
        QCOMPARE(image.size(), slideSize);
        QCOMPARE(image.pixelColor(3, 3), QColor(Qt::white));
        QCOMPARE(image.pixelColor(slideSize.width() - 4, slideSize.height() - 4), QColor(Qt::white));
    }

    void svgKeepsTextAndStaysInside_data()
    {
        QTest::addColumn<GanttContent>("content");
        QTest::newRow("heavy chunks") << heavyChunks(false);
        QTest::newRow("64 lanes") << oneBand(strategy("threads", {64}), busyRun(64, 2000));
        QTest::newRow("trouble") << oneBand(strategy("threads", {3}), troubledRun());
    }

    void svgKeepsTextAndStaysInside()
    {
        QFETCH(GanttContent, content);
        const Slide slide = ganttSlide(content);
        const QByteArray bytes = renderSlide(slide, m_palette, ImageFormat::svg);
        std::set<QString> fills;
        for (const QColor& color : m_palette.paper.states)
            fills.insert(color.name());
        const Svg svg = parsed(bytes, fills);
        QCOMPARE(svg.viewBox, QStringLiteral("0 0 1920 1080"));
        QCOMPARE(svg.width, QStringLiteral("508mm")); // 1920 pixels at 96 to the inch
        QVERIFY(svg.texts.contains(QStringLiteral("Threads halve the time.")));
        QVERIFY(svg.texts.contains(QStringLiteral("n = 10 · 2 cores")));
        QVERIFY(svg.texts.contains(QStringLiteral("0.0 s")));
        QVERIFY(svg.texts.contains(QStringLiteral("Computing")));
        for (const QString& family : svg.families)
            QCOMPARE(family, resolvedFamily());
        for (const double size : svg.sizes)
            QVERIFY2(size >= 18, qPrintable(QString::number(size)));

        Theme theme = makePaperTheme(m_palette);
        SceneInput input;
        input.content = &content;
        input.theme = &theme;
        input.size = slideSize;
        input.visible = {0, core::fromSeconds(10)};
        std::vector<bool> folded;
        for (const GanttBand& band : content.bands)
            folded.push_back(band.folded);
        input.folded = &folded;
        const SlideFrame frame{slide.finding, slide.caption};
        input.slide = &frame;
        const QRectF lanes = composeScene(input).lanes;
        int inside = 0;
        for (const QRectF& rect : svg.filled) {
            if (rect.top() < lanes.top())
                continue; // the legend
            QVERIFY2(rect.left() >= lanes.left() - 0.5 && rect.right() <= lanes.right() + 0.5,
                     qPrintable(QStringLiteral("%1 … %2").arg(rect.left()).arg(rect.right())));
            ++inside;
        }
        QVERIFY(inside > 4);
        QVERIFY2(bytes.size() < 6'000'000, qPrintable(QString::number(bytes.size())));
    }

    void pdfIsOnePage()
    {
        const QByteArray bytes = renderSlide({heavyTimings(10), {}, {}}, m_palette, ImageFormat::pdf);
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY(bytes.contains("/Count 1"));
        QVERIFY(bytes.contains("/MediaBox [0 0 1440"));
    }

    void timingsAsSvg()
    {
        const QByteArray bytes =
            renderSlide({heavyTimings(10), {}, QStringLiteral("n = 10")}, m_palette, ImageFormat::svg);
        const Svg svg = parsed(bytes, {});
        QVERIFY(svg.texts.contains(QStringLiteral("python-processes:2")));
        QVERIFY(svg.texts.contains(QStringLiteral("1.87 ×")));
        QVERIFY(svg.texts.contains(QStringLiteral("no difference")));
        QVERIFY(svg.texts.contains(QStringLiteral("2.06 s")));
        QVERIFY(svg.texts.contains(QStringLiteral("n = 10")));
    }

    void judgedTimingsAsSvg()
    {
        const QByteArray bytes =
            renderSlide({judgedTimings(), {}, QStringLiteral("n = 10")}, m_palette, ImageFormat::svg);
        const Svg svg = parsed(bytes, {});
        for (const char* text :
             {"(1.80–1.94)", "faster", "no measurable difference", "one run, the first on top", "outlier",
              "disturbed, counted", "left out, ran anew",
              "Block 5 was disturbed by other programs and ran anew."})
            QVERIFY2(svg.texts.contains(QString::fromUtf8(text)), text);
        for (const double size : svg.sizes)
            QVERIFY2(size >= 18, qPrintable(QString::number(size)));
    }

    void latenciesAsSvg()
    {
        const QByteArray bytes =
            renderSlide({requestLatencies(300, 4), {}, QStringLiteral("n = 1")}, m_palette, ImageFormat::svg);
        const Svg svg = parsed(bytes, {});
        for (const char* text : {"threads:8", "300 items", "4 failed, not included", "p50", "p95", "slowest"})
            QVERIFY2(svg.texts.contains(QString::fromUtf8(text)), text);
        QVERIFY(!svg.texts.contains(QStringLiteral("p99"))); // 300 items do not support it
        for (const double size : svg.sizes)
            QVERIFY2(size >= 18, qPrintable(QString::number(size)));
        const QList<QByteArray> csv = slideCsv({requestLatencies(300, 4), {}, {}}).split('\n');
        QVERIFY(csv[0].startsWith("strategy,runtime,items,failed,cancelled,p50_seconds"));
        QVERIFY2(csv[3].startsWith("threads:8,native,300,4,0,0.1"), csv[3].constData());
        QCOMPARE(csv[3].count(','), csv[0].count(','));
    }

    void clipboard()
    {
        const auto data = slideMimeData(ganttSlide(heavyChunks(false)), m_palette);
        QVERIFY(data->hasImage());
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), slideSize);
        QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("<svg"));
        QVERIFY(data->data(QStringLiteral("text/csv"))
                    .startsWith("strategy,runtime,lanes,finish_seconds,speedup"));
    }

    void csvHasTheNumbers()
    {
        TimingsContent content = heavyTimings(10);
        content.report.strategies[2].strategy = strategy("pipeline", {1, 2, 1});
        const QList<QByteArray> lines = slideCsv({content, {}, {}}).split('\n');
        QCOMPARE(lines.size(), 1 + 7 + 1);
        QVERIFY2(lines[3].startsWith(
                     "\"pipeline:1,2,1\",native,sequential,10,1.07,1.03,1.11,0.005,1.075,2.03,1.869"),
                 lines[3].constData());
        QVERIFY(lines[3].endsWith('\r'));
        const QList<QByteArray> lanes = slideCsv(ganttSlide(heavyChunks(false))).split('\n');
        QVERIFY2(lanes[1].startsWith("sequential,native,1,2,,1,0,0"), lanes[1].constData());
        for (qsizetype i = 1; i + 1 < lanes.size(); ++i)
            QCOMPARE(lanes[i].count(','), lanes[0].count(','));
    }

    void filesAreWrittenWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("chart.svg")).toStdString();
        saveSlide(ganttSlide(heavyChunks(false)), m_palette, path);
        QVERIFY(std::filesystem::file_size(path) > 10'000);
        const std::filesystem::path nowhere = folder.filePath(QStringLiteral("none/chart.svg")).toStdString();
        try {
            saveSlide(ganttSlide(heavyChunks(false)), m_palette, nowhere);
            QFAIL("a folder that is not there was written to");
        } catch (const core::Error& error) {
            QVERIFY(QString::fromStdString(error.what()).contains(QString::fromStdString(nowhere.string())));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("chart.svg")});
    }

    void whatCannotBeWrittenLeavesTheOldChart_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"png", "svg", "pdf"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    void whatCannotBeWrittenLeavesTheOldChart()
    {
        QFETCH(QString, ending);
        const overlap::testing::TempFolder folder;
        const std::string name = "chart." + ending.toStdString();
        const std::filesystem::path path = folder.write(name, "old");
        std::filesystem::create_symlink("/dev/full", folder / ("full-" + name));
        std::filesystem::create_directory(folder / ("folder-" + name));
        const auto said = [&](const std::filesystem::path& target) {
            try {
                saveSlide(ganttSlide(heavyChunks(false)), m_palette, target);
                return QStringLiteral("it was written");
            } catch (const core::Error& error) {
                return QString::fromStdString(error.what());
            }
        };
        const auto refusal = [](const std::filesystem::path& target, const char* cause) {
            return QRegularExpression(QLatin1Char('^') +
                                      QRegularExpression::escape(QString::fromStdString(target)) +
                                      QStringLiteral(": the file cannot be written \\(\\d+ bytes\\): ") +
                                      QLatin1String(cause) + QLatin1Char('$'));
        };
        QString tooLarge;
        {
            const overlap::testing::FileSizeLimit limit(1000);
            tooLarge = said(path);
        }
        QVERIFY2(tooLarge.contains(refusal(path, "File too large")), qPrintable(tooLarge));
        const QString full = said(folder / ("full-" + name));
        QVERIFY2(full.contains(refusal(folder / ("full-" + name), "No space left on device")),
                 qPrintable(full));
        const QString directory = said(folder / ("folder-" + name));
        QVERIFY2(directory.contains(refusal(folder / ("folder-" + name), "Is a directory")),
                 qPrintable(directory));
        QCOMPARE(overlap::testing::bytesOf(path), std::string("old"));
        QCOMPARE(folder.entries(), std::size_t(3));
        QCOMPARE(said(path), QStringLiteral("it was written"));
    }

    void failuresAreNoGainOnASlide()
    {
        ChartInput input;
        input.report = heavyTimings(10).report;
        QVERIFY(ganttContentOf(input).bands[2].speedup);
        QCOMPARE(ganttContentOf(input).bands[2].blocks, 1); // without lanes its finish is the median
        input.report.strategies[2].tasks.failed = 1;
        const GanttBand band = ganttContentOf(input).bands[2];
        QVERIFY(band.unfinished);
        QVERIFY(!band.speedup);
    }

    void kindsOfTheCommandLine()
    {
        QCOMPARE(chartKinds().size(), 5U);
        QVERIFY(chartKind("scaling"));
        QVERIFY(chartKind("gantt"));
        QVERIFY(chartKind("timings"));
        QVERIFY(chartKind("ledger"));
        QVERIFY(chartKind("latencies"));
        QVERIFY(!chartKind("pie"));
        ChartInput input;
        input.report = heavyTimings(10).report;
        input.timelines["sequential"] = sequentialRun(2.0, 4);
        input.timelines["threads:4"] = crowdedRun(1.07, 4, 2);
        input.itemLabels = {"chunk 1", "chunk 2"};
        input.title = QStringLiteral("Heavy chunks");
        input.caption = QStringLiteral("n = 10");
        const GanttContent content = ganttContentOf(input);
        QCOMPARE(content.bands.size(), 7U);
        QVERIFY(content.bands[0].isBaseline);
        QVERIFY(content.bands[1].waiting);
        QCOMPARE(content.itemLabel(1), QStringLiteral("chunk 2"));
        QCOMPARE(content.itemLabel(7), QString());
        input.report.experiment.sweep = core::Sweep{"strategy.workers", {core::Value(1), core::Value(2)}};
        core::ScalingReport& scaling = input.report.scaling.emplace_back();
        scaling.strategy = "threads";
        for (const int workers : {1, 2}) {
            core::ScalingPoint& point = scaling.points.emplace_back();
            point.strategy = "threads:" + std::to_string(workers);
            point.workers = workers;
            point.speedup = 0.95 * workers;
        }
        QTemporaryDir folder;
        for (const ChartDescriptor& kind : chartKinds()) {
            for (const char* ending : {".png", ".svg", ".pdf"}) {
                const std::filesystem::path path =
                    folder.path().toStdString() + "/" + std::string(kind.id) + ending;
                exportChart(kind.kind, input, m_palette, path);
                QVERIFY(std::filesystem::file_size(path) > 5'000);
            }
        }
    }

    void nothingToShowIsNoCrash()
    {
        QVERIFY(!renderSlide({GanttContent{}, {}, {}}, m_palette, ImageFormat::svg).isEmpty());
        QVERIFY(!renderSlide({LedgerContent{}, {}, {}}, m_palette, ImageFormat::pdf).isEmpty());
        QVERIFY(!renderSlide({LatenciesContent{}, {}, {}}, m_palette, ImageFormat::png).isEmpty());
        QVERIFY(!renderSlide({TimingsContent{}, {}, {}}, m_palette, ImageFormat::png).isEmpty());
        QVERIFY(!renderSlide({CrossoverContent{}, {}, {}}, m_palette, ImageFormat::svg).isEmpty());
    }
};

QTEST_MAIN(TestImageExport)
#include "tst_image_export.moc"
