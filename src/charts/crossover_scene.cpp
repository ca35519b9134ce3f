// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/crossover_scene.h"

#include "charts/chart_text.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

/// How far an interval may stretch the axis beyond its ratio; one that says nothing would press the others
/// together.
constexpr double mostStretch = 2;

void scaleX(CrossoverScene& scene, const CrossoverContent& content, const Theme& theme)
{
    scene.x.logarithmic = content.logarithmic;
    scene.x.low = content.low;
    scene.x.high = content.high;
    // Marks at the ends stand whole within the plot.
    scene.x.from = scene.plot.left() + theme.px(14);
    scene.x.to = scene.plot.right() - theme.px(14);
}

void scaleY(CrossoverScene& scene, const CrossoverContent& content)
{
    double low = 1 / 1.5;
    double high = 1.5;
    for (const CrossoverSample& sample : content.samples) {
        low = std::min(low, sample.ratio);
        high = std::max(high, sample.ratio);
        if (sample.interval) {
            low = std::min(low, std::max(sample.interval->low, sample.ratio / mostStretch));
            high = std::max(high, std::min(sample.interval->high, sample.ratio * mostStretch));
        }
    }
    // A little air above and below, in the same measure as the axis.
    const double air = std::pow(high / low, 0.08);
    scene.y.logarithmic = true;
    scene.y.low = low / air;
    scene.y.high = high * air;
    scene.y.from = scene.plot.bottom();
    scene.y.to = scene.plot.top();
    scene.evenY = scene.y.toPixel(1);
}

/// Ends and intervals have the first right to a label, then whatever has room.
void markX(CrossoverScene& scene, const CrossoverContent& content, const Theme& theme)
{
    const QFont font = theme.font(TextRole::axis);
    const auto add = [&](const CrossoverSample& sample) {
        const ScalingTick tick{scene.x.toPixel(sample.x), sample.label};
        const double half = textWidth(tick.label, font) / 2 + theme.px(5);
        const bool hasRoom = std::ranges::none_of(scene.xTicks, [&](const ScalingTick& other) {
            return std::abs(other.place - tick.place) < half + textWidth(other.label, font) / 2 + theme.px(5);
        });
        if (hasRoom)
            scene.xTicks.push_back(tick);
    };
    const auto isEnd = [&](double x) {
        return x == content.low || x == content.high ||
               std::ranges::any_of(
                   content.bands, [x](const CrossoverBand& band) { return x == band.low || x == band.high; });
    };
    for (const bool ends : {true, false}) {
        for (const CrossoverSample& sample : content.samples) {
            if (isEnd(sample.x) == ends)
                add(sample);
        }
    }
    std::ranges::sort(scene.xTicks, {}, &ScalingTick::place);
}

/// 1 always; then powers of ten, and what lies between them where there is room.
void markY(CrossoverScene& scene, const Theme& theme)
{
    const auto add = [&](double value) {
        const double place = scene.y.toPixel(value);
        const bool hasRoom = std::ranges::none_of(scene.yTicks, [&](const ScalingTick& other) {
            return std::abs(other.place - place) < theme.px(26);
        });
        const int decimals = value < 1 ? static_cast<int>(std::ceil(-std::log10(value) - 1e-9)) : 0;
        if (hasRoom && value >= scene.y.low && value <= scene.y.high)
            scene.yTicks.push_back(
                {place, numberText(value, value == 1.5 ? 1 : decimals) + QStringLiteral(" ×")});
    };
    add(1);
    const int first = static_cast<int>(std::floor(std::log10(scene.y.low)));
    const int last = static_cast<int>(std::ceil(std::log10(scene.y.high)));
    for (const double factor : {1.0, 2.0, 5.0, 1.5, 8.0}) {
        for (int decade = first; decade <= last; ++decade) {
            if (factor == 1.5 ? decade == 0 : factor != 8 || decade == -1)
                add(factor * std::pow(10, decade));
        }
    }
}

CrossoverScene::Mark placed(const CrossoverScene& scene, const CrossoverSample& sample)
{
    CrossoverScene::Mark mark;
    mark.place = {scene.x.toPixel(sample.x), scene.y.toPixel(sample.ratio)};
    const auto within = [&](double value) {
        return scene.y.toPixel(std::clamp(value, scene.y.low, scene.y.high));
    };
    if (sample.interval)
        mark.bar = {within(sample.interval->low), within(sample.interval->high)};
    return mark;
}

CrossoverScene::Band placed(const CrossoverScene& scene, const CrossoverBand& band, const Theme& theme)
{
    const double left = scene.x.toPixel(band.low);
    const double right = scene.x.toPixel(band.high);
    const double half = textWidth(band.label, theme.font(TextRole::band)) / 2;
    const double middle = std::clamp((left + right) / 2, scene.plot.left() + half,
                                     std::max(scene.plot.left() + half, scene.plot.right() - half));
    return {QRectF(QPointF(left, scene.plot.top()), QPointF(right, scene.plot.bottom())), band.label, middle};
}

QString ratioText(const CrossoverSample& sample)
{
    return speedupText({sample.ratio, sample.interval});
}

} // namespace

QStringList crossoverReadout(const CrossoverContent& content, std::size_t index)
{
    const CrossoverSample& sample = content.samples[index];
    QStringList lines{
        ChartWords::tr("%1 %2").arg(sample.label, content.xTitle),
        ChartWords::tr("%1 is %2 as fast as %3").arg(content.second, ratioText(sample), content.first)};
    if (sample.interval) {
        const auto [low, high] = speedupEnds({sample.ratio, sample.interval});
        lines << ChartWords::tr("interval: %1 to %2").arg(low, high);
    }
    lines << (sample.faster == core::CrossoverSide::open ? ChartWords::tr("neither is surely faster")
              : sample.faster == core::CrossoverSide::first
                  ? ChartWords::tr("%1 is surely faster").arg(content.first)
                  : ChartWords::tr("%1 is surely faster").arg(content.second));
    return lines;
}

CrossoverScene composeCrossover(const CrossoverContent& content, const Theme& theme, QSizeF size,
                                const SlideFrame* slide)
{
    CrossoverScene scene;
    const double foot = placeTitle(scene, content.finding, content.caption, theme, size, slide);
    scene.caption = content.caption;
    const double top = scene.captionY + theme.px(slide ? 34 : 24);
    const double bottom = std::max(top + theme.px(40), size.height() - foot - theme.px(slide ? 26 : 20));
    scene.rowsArea = QRectF(0, top, size.width(), bottom - top);
    scene.contentHeight = scene.rowsArea.height();
    if (content.samples.empty())
        return scene;
    const QFont axis = theme.font(TextRole::axis);
    const double figures = textWidth(numberText(0.001, 3) + QStringLiteral(" ×"), axis);
    const double left = std::round(scene.margin + figures + theme.px(10));
    const double title = std::min(textWidth(content.xTitle, axis), size.width() * 0.2) + theme.px(10);
    const double right = std::max(left + theme.px(60), size.width() - scene.margin - title);
    scene.plot = QRectF(QPointF(left, top), QPointF(std::round(right), std::round(bottom - theme.px(20))));
    scaleX(scene, content, theme);
    scaleY(scene, content);
    markX(scene, content, theme);
    markY(scene, theme);
    for (const CrossoverSample& sample : content.samples)
        scene.marks.push_back(placed(scene, sample));
    for (const CrossoverBand& band : content.bands)
        scene.bands.push_back(placed(scene, band, theme));
    return scene;
}

} // namespace overlap::charts
