// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_plot.h"

#include "charts/gantt_labels.h"
#include "charts/gantt_playhead.h"
#include "charts/pattern.h"

#include <algorithm>

namespace overlap::charts {

namespace {

constexpr auto gridLayer = "grid";
constexpr auto labelLayer = "axes";
constexpr auto overlayLayer = "overlay";

} // namespace

GanttPlot::GanttPlot(QWidget* parent)
{
    if (parent) {
        m_plot = new QCustomPlot(parent);
    } else {
        m_owned = std::make_unique<QCustomPlot>();
        m_plot = m_owned.get();
    }
    m_plot->setObjectName(QStringLiteral("ganttPlot"));
    m_plot->setNoAntialiasingOnDrag(true);
    // The plot contributes its buffers and layers. Time, rows and labels come from the scene.
    QCPAxisRect* const rect = m_plot->axisRect();
    rect->setAutoMargins(QCP::msNone);
    for (QCPAxis* const axis : rect->axes()) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    m_plot->plotLayout()->setRowSpacing(0);
    m_context.content = &m_content;
    m_context.theme = &m_laneTheme;
    m_context.scene = &m_scene;
    addLayers();
}

GanttPlot::~GanttPlot() = default;

void GanttPlot::addLayers()
{
    // Layerables belong to the plot.
    new PaintedLayer(m_plot, QLatin1String(gridLayer),
                     [this](QCPPainter& painter) { paintGanttGrid(painter, labelInput(painter)); });
    new PaintedLayer(m_plot, QLatin1String(labelLayer), [this](QCPPainter& painter) {
        const GanttLabelInput input = labelInput(painter);
        paintGanttSides(painter, input);
        paintGanttHeader(painter, input);
        m_overview.paint(painter, m_content, m_scene, m_laneTheme);
    });
    new PaintedLayer(m_plot, QLatin1String(overlayLayer),
                     [this](QCPPainter& painter) { paintOverlay(painter); });
}

StateSet GanttPlot::shownStates() const
{
    StateSet states = 0;
    for (const core::State state : m_content.expectedStates)
        states |= stateBit(state);
    for (const GanttBand& band : m_content.bands) {
        if (band.timeline)
            states |= statesOf(*band.timeline);
    }
    return states;
}

std::optional<core::State> GanttPlot::legendAt(const QPointF& point) const
{
    if (m_scene.bands.empty())
        return std::nullopt;
    return legendStateAt(point, {m_scene.margin, m_scene.legendY}, m_scene.finishRight, shownStates(),
                         m_theme);
}

std::optional<core::State> GanttPlot::stateAt(const QPointF& point) const
{
    const auto entry = legendAt(point);
    return entry ? entry : readoutAt(point).state;
}

GanttLabelInput GanttPlot::labelInput(QCPPainter& painter) const
{
    GanttLabelInput input;
    input.content = &m_content;
    input.scene = &m_scene;
    input.theme = &m_theme;
    input.slide = m_slide ? &*m_slide : nullptr;
    input.states = shownStates();
    input.dimmed = m_context.dimmed;
    input.chosen = chosenLane();
    input.emptyHint = m_emptyHint;
    input.vectorized = isVectorized(painter);
    return input;
}

void GanttPlot::paintOverlay(QCPPainter& painter)
{
    if (isVectorized(painter) || m_slide)
        return;
    paintGhosts(painter, m_ghosts, m_content, m_scene, m_readout, m_theme);
    if (m_playhead)
        paintPlayhead(painter, *m_playhead, m_content, m_scene, m_theme);
    if (m_selection && m_selection->end > m_scene.axis.begin && m_selection->begin < m_scene.axis.end) {
        const double left = std::max(m_scene.lanes.left(), m_scene.axis.toPixel(m_selection->begin));
        const double right = std::min(m_scene.lanes.right(), m_scene.axis.toPixel(m_selection->end));
        QColor veil = m_theme.roles.accent;
        veil.setAlphaF(0.12F);
        const QRectF area(left, m_scene.lanes.top(), right - left, m_scene.lanes.height());
        painter.fillRect(area, veil);
        painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), m_theme.roles.accent);
        painter.fillRect(QRectF(area.right(), area.top(), 1, area.height()), m_theme.roles.accent);
    }
    if (!m_explanation.empty()) {
        paintExplanation(painter, m_explanation, m_anchor, m_scene, m_theme);
        if (!m_explanation.isPath)
            return; // its card says it all
    } else {
        paintFlow(painter, m_selected, m_scene, m_theme, FlowLook::selected);
        if (m_readout.flow)
            paintFlow(painter, *m_readout.flow, m_scene, m_theme, FlowLook::pointedAt);
        else
            paintFlow(painter, m_listed, m_scene, m_theme, FlowLook::listed);
    }
    if (m_ruler.on) // it has a card of its own
        paintRuler(painter, m_content, m_scene, m_theme, m_ruler);
    else
        paintReadout(painter, m_readout, m_pointer, m_scene, m_theme);
}

void GanttPlot::setExplanation(GanttExplanation explanation, QPointF anchor)
{
    if (explanation.empty() && m_explanation.empty())
        return;
    m_explanation = std::move(explanation);
    m_anchor = anchor;
    m_plot->layer(QStringLiteral("overlay"))->replot();
}

void GanttPlot::setContent(GanttContent content)
{
    // What the user folded stays folded when the same strategy comes again.
    std::vector<bool> folded;
    for (const GanttBand& band : content.bands) {
        const int before = bandOf(bandTitle(band));
        folded.push_back(before >= 0 ? m_folded[before] : band.folded);
    }
    m_content = std::move(content);
    m_folded = std::move(folded);
    m_overview.reset();
    ++m_context.generation;
    m_readout = {};
    m_explanation = {};
    findLit();
    rebuildBands();
}

void GanttPlot::rebuildBands()
{
    while (m_bands.size() > m_content.bands.size()) {
        m_plot->removePlottable(m_bands.back());
        m_bands.pop_back();
    }
    while (m_bands.size() < m_content.bands.size()) {
        m_bands.push_back(new GanttBandPlottable(m_plot->xAxis, m_plot->yAxis, m_context,
                                                 static_cast<int>(m_bands.size())));
    }
}

void GanttPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    dimLanes();
    m_plot->setBackground(QBrush(theme.roles.window));
}

void GanttPlot::dimLanes()
{
    constexpr double kept = 0.14; // seen to be there, and no more
    m_laneTheme = m_theme;
    for (std::size_t i = 0; i < m_laneTheme.states.size(); ++i) {
        if ((m_context.dimmed & stateBit(static_cast<core::State>(i))) != 0) {
            m_laneTheme.states[i] = mixed(m_theme.roles.emptyLane, m_theme.states[i], kept);
            m_laneTheme.patterns[i].shape = PatternShape::solid;
        }
    }
    m_overview.reset();
    ++m_context.generation;
}

void GanttPlot::setDimmed(StateSet states)
{
    m_context.dimmed = states;
    dimLanes();
    replotQueued();
}

void GanttPlot::choose(int band, analysis::LaneChoices choices)
{
    m_arrangements.choose(m_content.bands[band], std::move(choices));
}

std::optional<ChosenLane> GanttPlot::chosenLane() const
{
    if (!m_chosen || m_chosen->band >= static_cast<int>(m_scene.bands.size()))
        return std::nullopt;
    const BandScene& band = m_scene.bands[m_chosen->band];
    if (band.folded)
        return ChosenLane{m_chosen->band, -1};
    const bool there = m_chosen->lane >= 0 &&
                       std::ranges::find(band.rows, m_chosen->lane, &BandRow::lane) != band.rows.end();
    return there ? m_chosen : std::nullopt;
}

void GanttPlot::setChosenLane(std::optional<ChosenLane> lane)
{
    m_chosen = lane;
    replotQueued();
}

void GanttPlot::setRuler(const GanttRuler& ruler)
{
    if (ruler == m_ruler)
        return;
    m_ruler = ruler;
    m_plot->layer(QLatin1String(overlayLayer))->replot();
}

void GanttPlot::setSlide(SlideFrame slide)
{
    m_slide = std::move(slide);
}

int GanttPlot::bandOf(const QString& title) const
{
    for (std::size_t i = 0; i < m_content.bands.size(); ++i) {
        if (bandTitle(m_content.bands[i]) == title)
            return static_cast<int>(i);
    }
    return -1;
}

void GanttPlot::foldToFit(QSizeF size)
{
    const analysis::TimeInterval any;
    compose(size, any, 0);
    while (m_scene.maximumScroll() > 0) {
        int largest = -1;
        for (std::size_t i = 0; i < m_folded.size(); ++i) {
            const auto rows = m_scene.bands[i].rows.size();
            if (!m_folded[i] && rows > 1 && (largest < 0 || rows > m_scene.bands[largest].rows.size()))
                largest = static_cast<int>(i);
        }
        if (largest < 0)
            return;
        m_folded[largest] = true;
        compose(size, any, 0);
    }
}

void GanttPlot::compose(QSizeF size, analysis::TimeInterval visible, double scroll,
                        std::optional<analysis::TimeInterval> everything)
{
    SceneInput input;
    input.content = &m_content;
    input.theme = &m_theme;
    input.size = size;
    input.visible = visible;
    input.everything = everything;
    input.scroll = scroll;
    input.folded = &m_folded;
    input.arrangements = &m_arrangements.look(m_content);
    input.activity = &m_activity;
    input.slide = m_slide ? &*m_slide : nullptr;
    input.presenting = m_presenting;
    GanttScene scene = composeScene(input);
    // Pictures of lanes are kept by row.
    if (!std::ranges::equal(scene.bands, m_scene.bands, {}, &BandScene::rows, &BandScene::rows))
        ++m_context.generation;
    m_scene = std::move(scene);
    const QRectF& lanes = m_scene.lanes;
    m_plot->axisRect()->setMargins(QMargins(static_cast<int>(lanes.left()), static_cast<int>(lanes.top()),
                                            static_cast<int>(size.width() - lanes.right()),
                                            static_cast<int>(size.height() - lanes.bottom())));
}

void GanttPlot::replotQueued()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void GanttPlot::renewReadout()
{
    if (!m_readout.empty())
        m_readout = readoutAt(m_pointer);
    findLit();
}

GanttReadout GanttPlot::readoutAt(const QPointF& point) const
{
    GanttReadout readout = charts::readoutAt(m_content, m_scene, point, m_ways, &m_readout);
    if (const QString text = ghostText(m_ghosts, m_content, readout); !text.isEmpty())
        readout.lines << text;
    return readout;
}

bool GanttPlot::learnWays()
{
    return m_ways.look(m_content);
}

void GanttPlot::setLit(core::ItemIndex listed, core::ItemIndex selected)
{
    if (m_listed.item == listed && m_selected.item == selected)
        return;
    m_listed.item = listed;
    m_selected.item = selected;
    findLit();
    m_plot->layer(QLatin1String(overlayLayer))->replot();
}

void GanttPlot::setGhosts(std::vector<GanttGhost> ghosts)
{
    m_ghosts = std::move(ghosts);
    m_plot->layer(QLatin1String(overlayLayer))->replot();
}

void GanttPlot::setPlayhead(std::optional<core::Nanoseconds> time)
{
    if (time == m_playhead)
        return;
    m_playhead = time;
    m_plot->layer(QLatin1String(overlayLayer))->replot();
}

void GanttPlot::findLit()
{
    for (GanttFlow* const flow : {&m_listed, &m_selected})
        *flow = m_ways.find(m_content, flow->item);
}

void GanttPlot::setReadout(const GanttReadout& readout, QPointF pointer)
{
    if (readout.empty() && m_readout.empty())
        return;
    m_readout = readout;
    m_pointer = pointer;
    m_plot->layer(QLatin1String(overlayLayer))->replot();
}

} // namespace overlap::charts
