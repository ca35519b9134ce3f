// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_scene.h"

#include "charts/chart_text.h"
#include "charts/gantt_overview.h"
#include "session/message_text.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace overlap::charts {

using analysis::BandShape;
using core::LaneKind;
using core::Nanoseconds;

namespace {

QString finishText(const GanttBand& band)
{
    if (!band.finishSeconds)
        return {};
    QString text = (band.predicted ? QStringLiteral("≈ ") : QString()) + secondsText(*band.finishSeconds);
    if (band.speedup && !band.isBaseline && band.blocks <= 1)
        text += QStringLiteral(" · ") + speedupText(*band.speedup);
    return text;
}

/// The finish is one block's and the ratio that of all: in one line people would divide the times that they
/// see and come to another figure.
QString ratioText(const GanttBand& band)
{
    if (!band.finishSeconds || !band.speedup || band.isBaseline || band.blocks <= 1)
        return {};
    return ChartWords::tr("%1 over %2 blocks").arg(speedupText(*band.speedup)).arg(band.blocks);
}

QString stageHeading(int stage, const std::function<QString(core::StageIndex)>& stageLabel)
{
    if (stage == analysis::severalStages)
        return ChartWords::tr("several stages");
    if (stage == analysis::noStage)
        return ChartWords::tr("no task yet");
    const QString label = stageLabel ? stageLabel(static_cast<core::StageIndex>(stage)) : QString();
    return label.isEmpty() ? ChartWords::tr("stage %1").arg(stage + 1) : label;
}

std::vector<BandRow> workersOf(const GanttBand& band, const BandArrangement& arrangement,
                               const std::function<QString(core::StageIndex)>& stageLabel)
{
    std::vector<BandRow> workers;
    int stage = analysis::noStage;
    for (const analysis::ArrangedLane& lane : arrangement.workers) {
        BandRow row{lane.lane, RowKind::lane, lane.pinned};
        if (!lane.pinned && lane.stage != stage) {
            stage = lane.stage;
            row.heading = stageHeading(stage, stageLabel);
        }
        workers.push_back(std::move(row));
    }
    // Threads start lazily: their rows are there from the beginning.
    const auto hidden = static_cast<int>(arrangement.choices.hidden.size());
    if (!arrangement.byTask && (!band.timeline || !band.timeline->ended)) {
        while (static_cast<int>(workers.size()) + hidden < std::max(band.expectedLanes, 1))
            workers.push_back({});
    }
    return workers;
}

std::vector<BandRow> rowsOf(const GanttBand& band, const BandArrangement& arrangement,
                            const std::function<QString(core::StageIndex)>& stageLabel)
{
    std::vector<BandRow> rows;
    std::vector<BandRow> workers = workersOf(band, arrangement, stageLabel);
    if (arrangement.byTask)
        return workers;
    std::vector<BandRow> inFlight;
    std::vector<BandRow> others;
    const int known = band.timeline ? static_cast<int>(band.timeline->lanes.size()) : 0;
    for (int lane = 0; lane < known; ++lane) {
        if (arrangement.choices.hidden.contains(band.timeline->lanes[lane].name))
            continue;
        switch (band.timeline->lanes[lane].kind) {
        case LaneKind::worker:
            break;
        case LaneKind::feeder: // where the items come from
            rows.push_back({lane, RowKind::thin});
            break;
        case LaneKind::slot:
            inFlight.push_back({lane, RowKind::slot});
            break;
        case LaneKind::collector:
        case LaneKind::holder:
            others.push_back({lane, RowKind::thin});
            break;
        case LaneKind::track:
            break;
        }
    }
    if (static_cast<int>(inFlight.size()) > mostSlotRows)
        inFlight = {{-1, RowKind::allSlots}};
    for (const auto& part : {workers, inFlight, others})
        rows.insert(rows.end(), part.begin(), part.end());
    return rows;
}

/// What was done to the lanes by hand, so that nobody takes a part for the whole.
QString arrangementText(const BandArrangement& arrangement)
{
    if (arrangement.byTask && arrangement.isCut)
        return ChartWords::tr("by task, the first %1").arg(arrangement.byTask->lanes.size());
    if (arrangement.byTask)
        return ChartWords::tr("by task");
    if (!arrangement.choices.hidden.empty())
        return ChartWords::tr("%1 hidden").arg(arrangement.choices.hidden.size());
    return {};
}

BandScene composeBand(const SceneInput& input, std::size_t index)
{
    const GanttBand& band = input.content->bands[index];
    const bool folded = input.folded && (*input.folded)[index];
    const bool presenting = input.presenting;
    BandArrangement recorded;
    if (!input.arrangements && band.timeline)
        recorded.workers = analysis::arrange(*band.timeline, {});
    const BandArrangement& arrangement = input.arrangements ? (*input.arrangements)[index] : recorded;
    BandScene scene;
    scene.title = bandTitle(band);
    // One line that is always there, so that nothing jumps when a run begins or ends.
    if (band.running)
        scene.status = ChartWords::tr("running");
    else if (band.predicted)
        scene.status = ChartWords::tr("Predict");
    if (band.isBaseline && !band.running)
        scene.subtitles << ChartWords::tr("the baseline");
    scene.subtitles << band.subtitles;
    if (const QString text = arrangementText(arrangement); !text.isEmpty())
        scene.subtitles << text;
    scene.finish = finishText(band);
    scene.ratio = ratioText(band);
    if (presenting) { // what is gained stands beside, in large figures
        scene.subtitles.clear();
        scene.ratio.clear();
        scene.finish = band.finishSeconds ? secondsText(*band.finishSeconds) : QString();
    }
    scene.folded = folded;

    scene.rows = rowsOf(band, arrangement, input.content->stageLabel);
    scene.byTask = arrangement.byTask && !folded;
    scene.timeline = scene.byTask ? arrangement.byTask : band.timeline;
    return scene;
}

void composeStrips(GanttScene& scene, const SceneInput& input)
{
    std::vector<BandActivity> fresh;
    std::vector<BandActivity>& activity = input.activity ? *input.activity : fresh;
    activity.resize(scene.bands.size());
    for (std::size_t i = 0; i < scene.bands.size(); ++i) {
        if (!input.content->strips)
            continue;
        std::vector<BandStrip>& strips = scene.bands[i].strips;
        strips = activity[i].look(input.content->bands[i], input.content->stageLabel);
        if (input.presenting) { // a class looks at the queues, and for small print there is no room
            std::erase_if(strips, std::mem_fn(&BandStrip::givesWay));
            for (BandStrip& strip : strips)
                strip.figure.clear();
        }
    }
}

BandShape shapeOf(const GanttBand& band, const BandScene& scene, bool presenting)
{
    BandShape shape;
    shape.group = static_cast<int>(band.strategy.runtime);
    shape.lanes = 0;
    for (const BandRow& row : scene.rows) {
        const bool before = shape.lanes == 0;
        int& count = row.kind == RowKind::slot             ? shape.slotRows
                     : row.kind == RowKind::thin && before ? shape.thinBefore
                     : row.kind == RowKind::thin           ? shape.thinLanes
                                                           : shape.lanes;
        if (!row.heading.isEmpty())
            shape.headings.push_back(count);
        ++count;
    }
    for (const BandStrip& strip : scene.strips)
        ++(strip.givesWay() ? shape.activeStrips : shape.queueStrips);
    const int rows = static_cast<int>(scene.subtitles.size()) + (scene.status.isEmpty() ? 0 : 1);
    shape.subtitleRows = presenting ? 0 : std::max(1, rows);
    shape.folded = scene.folded;
    return shape;
}

/// Of many lanes that count up the longest name is the widest, or near enough for a step.
double widestLabel(const BandScene& band, const QFont& font)
{
    constexpr std::size_t measured = 24;
    if (!band.timeline)
        return 0;
    if (band.rows.size() <= measured) {
        double widest = 0;
        for (const BandRow& row : band.rows)
            widest = std::max(widest, textWidth(rowTitle(band.timeline.get(), row), font));
        return widest;
    }
    const auto length = [&](const BandRow& row) {
        return row.lane >= 0 ? band.timeline->lanes[row.lane].name.size() : 0;
    };
    return textWidth(rowTitle(band.timeline.get(), *std::ranges::max_element(band.rows, {}, length)), font);
}

/// As wide as the widest name and the widest lane label need, in steps, so that a longer lane name does not
/// make the picture tremble.
void placeColumns(GanttScene& scene, const SceneInput& input)
{
    const Theme& theme = *input.theme;
    const QFont nameFont = theme.font(TextRole::band);
    const QFont labelFont = theme.font(TextRole::label);
    double names = 0;
    double labels = textWidth(ChartWords::tr("folded"), labelFont) + theme.px(14);
    double finish = textWidth(ChartWords::tr("finish"), theme.font(TextRole::axis));
    for (std::size_t i = 0; i < scene.bands.size(); ++i) {
        const BandScene& band = scene.bands[i];
        names = std::max(names, textWidth(band.title, nameFont));
        for (const QString& subtitle : band.subtitles)
            names = std::max(names, textWidth(subtitle, labelFont));
        labels = std::max(labels, widestLabel(band, labelFont));
        for (const BandStrip& strip : band.strips) {
            labels = std::max(labels, textWidth(strip.label, labelFont));
            finish = std::max(finish, textWidth(strip.figure, labelFont));
        }
        finish = std::max(finish, input.presenting ? figuresWidth(band.finish, nameFont)
                                                   : textWidth(band.finish, nameFont));
        finish = std::max(finish, textWidth(band.ratio, labelFont));
    }
    const double step = theme.px(12);
    const double gap = theme.px(input.presenting ? 2 : 16);
    const double beforeLanes = theme.px(input.presenting ? 4 : 10);
    const double usable = input.size.width() - 2 * scene.margin;
    if (input.presenting) {
        labels = 0;
        // Room for the times from the beginning, so that nothing moves when they are revealed.
        finish = std::max(finish, figuresWidth(secondsText(10), nameFont));
    }
    names = std::min(names, usable * (input.presenting ? 0.3 : 0.22));
    labels = std::min(labels, usable * 0.12);
    const double least = input.presenting ? 0 : std::min(theme.px(206), usable * 0.3);
    const double column = std::max(least, std::ceil((names + gap + labels + beforeLanes) / step) * step);
    const double finishColumn = input.presenting
                                    ? finish + theme.px(8)
                                    : std::max(theme.px(112), std::ceil((finish + gap) / step) * step);

    scene.nameLeft = scene.margin;
    scene.nameWidth = column - gap - labels - beforeLanes;
    const double left = std::round(scene.margin + column);
    scene.laneLabelRight = left - beforeLanes;
    scene.finishRight = input.size.width() - scene.margin;
    const double right = std::max(left + theme.px(40), std::round(scene.finishRight - finishColumn));
    scene.lanes.setLeft(left);
    scene.lanes.setRight(right);
}

/// Under the lanes, where they have enough room without it. Takes its height from that of the foot.
void placeOverview(GanttScene& scene, const SceneInput& input, double& foot)
{
    constexpr double leastLanes = 120;
    const Theme& theme = *input.theme;
    if (!input.everything || input.slide || input.presenting || input.content->bands.empty())
        return;
    const double height = theme.px(overviewHeight(input.content->bands.size()));
    const double bottom = input.size.height() - theme.px(10);
    const double taken = height + theme.px(10 + 12);
    if (input.size.height() - taken - scene.lanes.top() < theme.px(leastLanes))
        return;
    foot = taken; // from the beginning, so that nothing jumps when a run begins
    if (std::ranges::none_of(input.content->bands,
                             [](const GanttBand& band) { return band.timeline != nullptr; }))
        return;
    scene.overview = QRectF(scene.lanes.left(), bottom - height, scene.lanes.width(), height);
    scene.overviewAxis = {input.everything->begin, input.everything->end, scene.overview.left(),
                          scene.overview.width()};
}

/// The largest lanes with which all bands are seen; in the end three pixels each. Titles of groups come where
/// there are several, and like strips only where lanes need not shrink too far for them.
analysis::LaneLayout layOutPresented(const std::vector<BandShape>& shapes, double height,
                                     const analysis::LayoutMetrics& metrics)
{
    constexpr double unbounded = 1e9;
    constexpr double leastWithStrips = 0.8; // lanes are the hero
    constexpr double leastWithTitles = 0.4;
    const bool grouped =
        std::ranges::adjacent_find(shapes, std::ranges::not_equal_to(), &BandShape::group) != shapes.end();
    analysis::LaneLayout layout;
    for (double factor = 1.6; factor > 0.02; factor -= 0.02) {
        analysis::LayoutMetrics pressed = metrics;
        pressed.laneHeight = std::max(3.0, std::round(metrics.laneHeight * factor));
        pressed.minimumLaneHeight = pressed.calmLaneHeight = pressed.laneHeight;
        pressed.laneGap = std::max(1.0, std::round(metrics.laneGap * std::min(factor, 1.0)));
        pressed.thinHeight = std::max(3.0, std::round(metrics.thinHeight * std::min(factor, 1.0)));
        pressed.bandGap = std::max(8.0, std::round(metrics.bandGap * std::clamp(factor, 0.2, 0.8)));
        if (factor < leastWithStrips)
            pressed.stripHeight = pressed.smallStripHeight = 0;
        const bool titled = grouped && factor >= leastWithTitles;
        if (!titled)
            pressed.groupHeader = 0;
        pressed.nameRow = std::round(metrics.nameRow * std::clamp(factor, 0.84, 1.0));
        layout = analysis::layOutBands(shapes, unbounded, pressed);
        for (analysis::BandPlace& place : layout.bands) {
            if (!titled)
                place.groupHeader.reset();
        }
        if (layout.height <= height)
            break;
    }
    return layout;
}

} // namespace

int BandScene::rowOf(core::LaneIndex lane) const
{
    return byTask ? -1 : rowIndex(static_cast<int>(lane));
}

int BandScene::rowIndex(int lane) const
{
    const auto row = std::ranges::find(rows, lane, &BandRow::lane);
    return row == rows.end() ? -1 : static_cast<int>(row - rows.begin());
}

QString rowTitle(const core::Timeline* timeline, const BandRow& row)
{
    if (row.kind == RowKind::allSlots)
        return ChartWords::tr("%1 slots")
            .arg(std::ranges::count(timeline->lanes, LaneKind::slot, &core::Lane::kind));
    return row.lane >= 0 ? session::laneText(timeline->lanes[row.lane].name) : QString();
}

QString bandTitle(const GanttBand& band)
{
    return band.title.isEmpty() ? QString::fromStdString(band.strategy.text()) : band.title;
}

GanttScene composeScene(const SceneInput& input)
{
    const Theme& theme = *input.theme;
    GanttScene scene;
    scene.size = input.size;
    scene.presenting = input.presenting;
    scene.margin = theme.px(input.slide ? 32 : input.presenting ? 9 : 24);
    for (std::size_t i = 0; i < input.content->bands.size(); ++i)
        scene.bands.push_back(composeBand(input, i));
    composeStrips(scene, input);
    placeColumns(scene, input);

    // Rows of the header, measured between their middles.
    scene.titleY = theme.px(input.slide ? 36 : 26);
    scene.titleLine = theme.px(24);
    const QFont titleFont = theme.font(TextRole::title);
    const double room = input.size.width() - 2 * scene.margin;
    if (input.slide)
        scene.title = wrapped(input.slide->finding.isEmpty() ? input.content->title : input.slide->finding,
                              titleFont, room);
    else
        scene.title = QStringList{elided(input.content->title, titleFont, room)};
    const double header = scene.titleY + scene.titleLine * static_cast<double>(scene.title.size() - 1);
    scene.legendY = header + theme.px(input.slide ? 30 : 27);
    scene.axisY = header + theme.px(input.slide ? 56 : 49);
    if (input.presenting) {
        scene.title.clear();
        scene.legendY = theme.px(9);
        scene.axisY = theme.px(27);
    }
    scene.lanes.setTop(scene.axisY + theme.px(input.presenting ? 9 : 11));
    double foot = theme.px(input.presenting ? 2 : 12);
    if (input.slide && !input.slide->caption.isEmpty()) {
        scene.captionY = input.size.height() - theme.px(24);
        foot = theme.px(50);
    }
    placeOverview(scene, input, foot);
    scene.lanes.setBottom(std::max(scene.lanes.top() + 1, input.size.height() - foot));

    std::vector<BandShape> shapes;
    for (std::size_t i = 0; i < scene.bands.size(); ++i) {
        shapes.push_back(shapeOf(input.content->bands[i], scene.bands[i], input.presenting));
        if (scene.bands[i].folded)
            scene.bands[i].strips.clear();
    }
    const auto metrics = analysis::LayoutMetrics{}.scaled(theme.scale);
    scene.axis = {input.visible.begin, input.visible.end, scene.lanes.left(), scene.lanes.width()};
    if (input.presenting) {
        scene.layout = layOutPresented(shapes, scene.lanes.height(), metrics);
        scene.scroll = std::clamp(input.scroll, 0.0, scene.maximumScroll());
        return scene;
    }
    scene.layout = analysis::layOutBands(shapes, scene.lanes.height(), metrics);
    // Few lanes use the room that is there, within reason: a slide is filled, a window stays calm. Measured
    // as if nothing were folded, so that folding one band leaves the others as they are.
    std::vector<BandShape> unfolded = shapes;
    for (BandShape& shape : unfolded)
        shape.folded = false;
    constexpr double unbounded = 1e9;
    for (double factor = input.slide ? 2.8 : 1.6; factor > 1; factor -= 0.05) {
        const analysis::LayoutMetrics stretched = metrics.stretched(factor);
        if (analysis::layOutBands(unfolded, unbounded, stretched).height > scene.lanes.height())
            continue;
        scene.layout = analysis::layOutBands(shapes, unbounded, stretched);
        break;
    }
    scene.scroll = std::clamp(input.scroll, 0.0, scene.maximumScroll());
    return scene;
}

double GanttScene::maximumScroll() const
{
    return std::max(0.0, std::ceil(layout.height - lanes.height()));
}

QRectF GanttScene::laneRect(int band, int row) const
{
    const analysis::LanePlace& lane = layout.bands[band].lanes[row];
    return {lanes.left(), toWidget(lane.top), lanes.width(), lane.height};
}

QRectF GanttScene::stripRect(int band, int strip) const
{
    const analysis::LanePlace& place = layout.bands[band].strips[strip];
    return {lanes.left(), toWidget(place.top), lanes.width(), place.height};
}

QRectF GanttScene::bandRect(int band) const
{
    const analysis::BandPlace& place = layout.bands[band];
    return {0, toWidget(place.top), size.width(), place.bottom - place.top};
}

analysis::LaneHit GanttScene::hit(const QPointF& point) const
{
    if (point.y() < lanes.top() || point.y() >= lanes.bottom())
        return {};
    analysis::LaneHit result = layout.hit(point.y() - lanes.top() + scroll);
    if (point.x() < lanes.left() || point.x() >= lanes.right())
        result.lane = result.strip = -1;
    return result;
}

analysis::TimeInterval traceOf(const GanttContent& content)
{
    analysis::TimeInterval trace{0, 0};
    Nanoseconds start = 0;
    for (const GanttBand& band : content.bands) {
        if (band.timeline) {
            trace.end = std::max(trace.end, band.timeline->end);
            start = std::min(start, band.timeline->start);
        }
        if (band.finishSeconds)
            trace.end = std::max(trace.end, core::fromSeconds(*band.finishSeconds));
        if (band.forecastSeconds)
            trace.end = std::max(trace.end, core::fromSeconds(*band.forecastSeconds));
    }
    if (trace.end <= 0)
        trace.end = core::nanosecondsPerSecond;
    // A start-up that would not reach four pixels only pushes zero away from the edge.
    if (-start > trace.end / 250)
        trace.begin = start;
    return trace;
}

bool anyRunning(const GanttContent& content)
{
    return std::any_of(content.bands.begin(), content.bands.end(),
                       [](const GanttBand& band) { return band.running; });
}

Nanoseconds liveMoment(const GanttContent& content)
{
    Nanoseconds latest = 0;
    for (const GanttBand& band : content.bands) {
        if (band.running && band.timeline)
            latest = std::max(latest, band.timeline->end);
    }
    return latest;
}

} // namespace overlap::charts
