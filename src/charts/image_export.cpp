// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/image_export.h"

#include "charts/chart_text.h"
#include "charts/crossover_plot.h"
#include "charts/gantt_plot.h"
#include "charts/latencies_plot.h"
#include "charts/ledger_plot.h"
#include "charts/scaling_plot.h"
#include "charts/timings_plot.h"
#include "core/file.h"
#include "core/message.h"
#include "session/time_window.h"

#include <QBuffer>
#include <QImage>
#include <QMimeData>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <cctype>

namespace overlap::charts {

using core::Error;
using core::Message;

namespace {

/// Pixels of a slide per inch of paper: what SVG and PDF call a pixel.
constexpr int dotsPerInch = 96;

/// A plot of any kind, ready to be painted at slide size.
class SlidePlot
{
public:
    SlidePlot(const Slide& slide, const Palette& palette)
    {
        const Theme theme = makePaperTheme(palette);
        const SlideFrame frame{slide.finding, slide.caption};
        if (const auto* const content = std::get_if<GanttContent>(&slide.content)) {
            m_gantt = std::make_unique<GanttPlot>();
            m_gantt->setTheme(theme);
            m_gantt->setContent(*content);
            m_gantt->setSlide(frame);
            m_gantt->setEmptyHint(ChartWords::tr("No lanes yet."));
            m_gantt->foldToFit(slideSize);
            const session::TimeRange visible =
                session::fittedRange(traceOf(*content), {}, session::TimeWindow::Growth::complete);
            m_gantt->compose(slideSize, visible, 0);
        } else if (const auto* const timings = std::get_if<TimingsContent>(&slide.content)) {
            setRows<TimingsPlot>(*timings, ChartWords::tr("No timings yet."));
        } else if (const auto* const ledger = std::get_if<LedgerContent>(&slide.content)) {
            setRows<LedgerPlot>(*ledger, ChartWords::tr("Nothing measured yet."));
        } else if (const auto* const scaling = std::get_if<ScalingContent>(&slide.content)) {
            setRows<ScalingPlot>(*scaling, ChartWords::tr("No sweep yet."));
        } else if (const auto* const crossover = std::get_if<CrossoverContent>(&slide.content)) {
            setRows<CrossoverPlot>(*crossover, ChartWords::tr("No crossover yet."));
        } else {
            setRows<LatenciesPlot>(std::get<LatenciesContent>(slide.content),
                                   ChartWords::tr("No latencies yet."));
        }
        if (m_rows) {
            m_rows->setTheme(theme);
            m_rows->setSlide(frame);
            m_rows->compose(slideSize, 0);
        }
    }

    void paint(QPaintDevice& device, bool vectorized)
    {
        QCustomPlot* const plot = m_gantt ? m_gantt->widget() : m_rows->widget();
        QCPPainter painter;
        painter.begin(&device);
        painter.setMode(QCPPainter::pmVectorized, vectorized);
        plot->toPainter(&painter, slideSize.width(), slideSize.height());
        painter.end();
    }

    QString title() const { return m_gantt ? m_gantt->content().title : m_rows->finding(); }

private:
    template <class Plot, class Content>
    void setRows(const Content& content, const QString& emptyHint)
    {
        auto plot = std::make_unique<Plot>();
        plot->setContent(content);
        plot->setEmptyHint(emptyHint);
        m_rows = std::move(plot);
    }

    std::unique_ptr<GanttPlot> m_gantt;
    std::unique_ptr<RowsPlot> m_rows;
};

QImage renderImage(SlidePlot& plot)
{
    QImage image(slideSize, QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDotsPerMeterX(static_cast<int>(dotsPerInch / 0.0254));
    image.setDotsPerMeterY(static_cast<int>(dotsPerInch / 0.0254));
    plot.paint(image, false);
    return image;
}

QByteArray toPng(SlidePlot& plot)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    renderImage(plot).save(&buffer, "PNG");
    return bytes;
}

QByteArray toSvg(SlidePlot& plot, const Slide& slide)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // With the default of 72 the page would be a third larger than what is painted on it.
    generator.setResolution(dotsPerInch);
    generator.setSize(slideSize);
    generator.setViewBox(QRect(QPoint(0, 0), slideSize));
    generator.setTitle(slide.finding.isEmpty() ? plot.title() : slide.finding);
    generator.setDescription(slide.caption);
    plot.paint(generator, true);
    return bytes;
}

QByteArray toPdf(SlidePlot& plot, const Slide& slide)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr double pointsPerPixel = 72.0 / dotsPerInch;
    writer.setPageSize(
        QPageSize(QSizeF(slideSize) * pointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(dotsPerInch);
    writer.setTitle(slide.finding.isEmpty() ? plot.title() : slide.finding);
    writer.setCreator(QStringLiteral("Overlap " OVERLAP_VERSION));
    plot.paint(writer, true);
    return bytes;
}

} // namespace

ImageFormat imageFormatOf(const std::filesystem::path& path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".png")
        return ImageFormat::png;
    if (ending == ".svg")
        return ImageFormat::svg;
    if (ending == ".pdf")
        return ImageFormat::pdf;
    throw Error(
        Message(OVERLAP_TR_NOOP("Messages", "“%1” does not end in .png, .svg or .pdf"), {path.string()}));
}

QByteArray renderSlide(const Slide& slide, const Palette& palette, ImageFormat format)
{
    SlidePlot plot(slide, palette);
    switch (format) {
    case ImageFormat::png:
        return toPng(plot);
    case ImageFormat::svg:
        return toSvg(plot, slide);
    case ImageFormat::pdf:
        return toPdf(plot, slide);
    }
    return {};
}

void saveSlide(const Slide& slide, const Palette& palette, const std::filesystem::path& path)
{
    const QByteArray bytes = renderSlide(slide, palette, imageFormatOf(path));
    core::writeFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

std::unique_ptr<QMimeData> slideMimeData(const Slide& slide, const Palette& palette)
{
    SlidePlot plot(slide, palette);
    auto data = std::make_unique<QMimeData>();
    data->setImageData(renderImage(plot));
    data->setData(QStringLiteral("image/svg+xml"), toSvg(plot, slide));
    data->setData(QStringLiteral("text/csv"), slideCsv(slide));
    return data;
}

} // namespace overlap::charts
