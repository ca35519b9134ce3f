// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scaling_scene.h"

#include "charts/chart_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace overlap::charts {

namespace {

using Measure = ScalingContent::Measure;

struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool empty() const { return low > high; }
};

Extent valuesOf(const ScalingContent& content)
{
    Extent extent;
    for (const ScalingSeries& series : content.series) {
        for (const ScalingSample& sample : series.samples) {
            extent.add(sample.value);
            if (sample.interval95) {
                extent.add(sample.interval95->low);
                extent.add(sample.interval95->high);
            }
        }
    }
    for (const QPointF& point : content.ceiling)
        extent.add(point.y());
    return extent;
}

Extent placesOf(const ScalingContent& content)
{
    Extent extent;
    for (const ScalingSeries& series : content.series) {
        for (const ScalingSample& sample : series.samples)
            extent.add(sample.x);
    }
    return extent;
}

void scaleX(ScalingScene& scene, const ScalingContent& content, const Theme& theme)
{
    Extent extent = placesOf(content);
    scene.x.logarithmic = extent.low > 0 && extent.high / extent.low >= 8;
    if (extent.low == extent.high) {
        extent.low -= 1;
        extent.high += 1;
    }
    scene.x.low = extent.low;
    scene.x.high = extent.high;
    // Marks at the ends stand whole within the plot.
    scene.x.from = scene.plot.left() + theme.px(14);
    scene.x.to = scene.plot.right() - theme.px(10);
}

void scaleY(ScalingScene& scene, const ScalingContent& content)
{
    const Extent extent = valuesOf(content);
    scene.y.from = scene.plot.bottom();
    scene.y.to = scene.plot.top();
    scene.y.logarithmic =
        content.measure == Measure::seconds && extent.low > 0 && extent.high / extent.low >= 50;
    if (scene.y.logarithmic) {
        scene.y.low = extent.low / 1.3;
        scene.y.high = extent.high * 1.3;
        return;
    }
    // The ideal leaves the plot where nothing comes near it: what was measured is what is to be seen.
    scene.y.low = 0;
    scene.y.high = extent.high > 0 ? extent.high * 1.12 : 1;
}

/// A label at every value that was measured, as many as have room; the first and the last always.
void markX(ScalingScene& scene, const ScalingContent& content, const Theme& theme)
{
    std::map<double, QString> labels;
    for (const ScalingSeries& series : content.series) {
        for (const ScalingSample& sample : series.samples)
            labels.try_emplace(sample.x, sample.label);
    }
    const QFont font = theme.font(TextRole::axis);
    std::vector<ScalingTick> all;
    for (const auto& [x, label] : labels)
        all.push_back({scene.x.toPixel(x), label});
    const auto half = [&](const ScalingTick& tick) { return textWidth(tick.label, font) / 2 + theme.px(5); };
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool last = i + 1 == all.size();
        const double left = all[i].place - half(all[i]);
        const auto collides = [&] {
            return !scene.xTicks.empty() && left < scene.xTicks.back().place + half(scene.xTicks.back());
        };
        while (last && scene.xTicks.size() > 1 && collides())
            scene.xTicks.pop_back();
        if (!collides())
            scene.xTicks.push_back(all[i]);
    }
}

double niceStep(double length)
{
    const double decade = std::pow(10, std::floor(std::log10(length)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (decade * factor >= length)
            return decade * factor;
    }
    return decade * 10;
}

void markY(ScalingScene& scene, const ScalingContent& content, const Theme& theme)
{
    const auto add = [&](double value, const QString& label) {
        scene.yTicks.push_back({scene.y.toPixel(value), label});
    };
    if (scene.y.logarithmic) {
        for (double decade = std::pow(10, std::ceil(std::log10(scene.y.low))); decade <= scene.y.high;
             decade *= 10)
            add(decade, durationText(decade));
        return;
    }
    const double most = std::max(2.0, scene.plot.height() / theme.px(34));
    const double step = niceStep(scene.y.high / most);
    const int decimals = step < 1 ? static_cast<int>(std::ceil(-std::log10(step) - 1e-9)) : 0;
    for (int i = 0; i * step <= scene.y.high; ++i) {
        const double value = i * step;
        add(value, content.measure == Measure::speedup ? numberText(value, decimals) + QStringLiteral(" ×")
                   : i == 0                            ? QStringLiteral("0")
                                                       : durationText(value));
    }
}

QPolygonF placed(const ScalingScene& scene, const std::vector<QPointF>& points)
{
    QPolygonF result;
    for (const QPointF& point : points)
        result << QPointF(scene.x.toPixel(point.x()), scene.y.toPixel(point.y()));
    return result;
}

PlacedSeries placed(const ScalingScene& scene, const ScalingSeries& series)
{
    PlacedSeries result;
    for (const ScalingSample& sample : series.samples) {
        PlacedSeries::Mark mark;
        mark.place = {scene.x.toPixel(sample.x), scene.y.toPixel(sample.value)};
        if (sample.interval95)
            mark.bar = {scene.y.toPixel(sample.interval95->low), scene.y.toPixel(sample.interval95->high)};
        mark.best = series.best == sample.x;
        result.marks.push_back(mark);
    }
    result.fit = placed(scene, series.fit);
    const QPolygonF low = placed(scene, series.fitLow);
    result.band = placed(scene, series.fitHigh);
    std::copy(low.crbegin(), low.crend(), std::back_inserter(result.band));
    return result;
}

/// Names stand beside the last mark of their series, pushed apart where they would cover each other.
void placeLabels(ScalingScene& scene, const Theme& theme)
{
    std::vector<PlacedSeries*> order;
    for (PlacedSeries& series : scene.series) {
        if (series.marks.empty())
            continue;
        series.labelY = series.marks.back().place.y();
        order.push_back(&series);
    }
    std::ranges::stable_sort(order, {}, &PlacedSeries::labelY);
    const double line = theme.px(16);
    for (std::size_t i = 1; i < order.size(); ++i)
        order[i]->labelY = std::max(order[i]->labelY, order[i - 1]->labelY + line);
    double lowest = scene.plot.bottom();
    for (auto series = order.rbegin(); series != order.rend(); ++series) {
        (*series)->labelY = std::min((*series)->labelY, lowest);
        lowest = (*series)->labelY - line;
    }
}

} // namespace

double ScalingAxis::toPixel(double value) const
{
    const double share =
        logarithmic ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    return from + share * (to - from);
}

QString scalingFigure(const ScalingContent& content, double value,
                      const std::optional<core::Interval>& interval95)
{
    return content.measure == Measure::speedup ? speedupText({value, interval95}) : durationText(value);
}

QStringList scalingReadout(const ScalingContent& content, std::size_t series, std::size_t sample)
{
    const ScalingSeries& line = content.series[series];
    const ScalingSample& point = line.samples[sample];
    QStringList lines{line.title, ChartWords::tr("%1 %2").arg(point.label, content.xTitle) +
                                      QStringLiteral(": ") +
                                      scalingFigure(content, point.value, point.interval95)};
    if (point.interval95) {
        lines << ChartWords::tr("95 % interval: %1 to %2")
                     .arg(scalingFigure(content, point.interval95->low, {}),
                          scalingFigure(content, point.interval95->high, {}));
    }
    if (!line.law.isEmpty())
        lines << line.law;
    return lines;
}

ScalingScene composeScaling(const ScalingContent& content, const Theme& theme, QSizeF size,
                            const SlideFrame* slide)
{
    ScalingScene scene;
    const double foot = placeTitle(scene, content.finding, content.caption, theme, size, slide);
    scene.caption = content.caption;
    const double top = scene.captionY + theme.px(slide ? 34 : 24);
    const double bottom = std::max(top + theme.px(40), size.height() - foot - theme.px(slide ? 26 : 20));
    scene.rowsArea = QRectF(0, top, size.width(), bottom - top);
    scene.contentHeight = scene.rowsArea.height();
    if (placesOf(content).empty())
        return scene;
    double names = std::max(textWidth(ChartWords::tr("ceiling"), theme.font(TextRole::label)),
                            textWidth(ChartWords::tr("ideal"), theme.font(TextRole::label)));
    for (const ScalingSeries& series : content.series)
        names = std::max(names, textWidth(series.title, theme.font(TextRole::band)));
    names = std::min(names, size.width() * 0.28);
    const double figures =
        textWidth(scalingFigure(content, valuesOf(content).high, {}), theme.font(TextRole::axis));
    const double left = std::round(scene.margin + std::max(figures, theme.px(36)) + theme.px(10));
    const double right = std::max(left + theme.px(60), size.width() - scene.margin - names - theme.px(14));
    scene.plot = QRectF(QPointF(left, top), QPointF(std::round(right), std::round(bottom - theme.px(20))));
    scene.labelsLeft = scene.plot.right() + theme.px(12);
    scaleX(scene, content, theme);
    scaleY(scene, content);
    markX(scene, content, theme);
    markY(scene, content, theme);
    for (const ScalingSeries& series : content.series)
        scene.series.push_back(placed(scene, series));
    scene.ceiling = placed(scene, content.ceiling);
    if (content.ideal) {
        // Straight on linear axes, and enough points to be the curve that it is on others.
        constexpr int steps = 64;
        for (int i = 0; i <= steps; ++i) {
            const double x = scene.x.low + (scene.x.high - scene.x.low) * i / steps;
            if (x > 0)
                scene.ideal << QPointF(scene.x.toPixel(x), scene.y.toPixel(x));
        }
    }
    placeLabels(scene, theme);
    return scene;
}

} // namespace overlap::charts
