// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_band.h"
#include "charts/gantt_explanation.h"
#include "charts/gantt_ghost.h"
#include "charts/gantt_hover.h"
#include "charts/gantt_labels.h"
#include "charts/gantt_overview.h"
#include "charts/gantt_ruler.h"
#include "charts/legend.h"
#include "charts/painted_layer.h"

#include <optional>
#include <vector>

namespace overlap::charts {

/// The picture of the lanes: a plot with its layers, and the scene they paint. It knows nothing of mouse,
/// keys and windows; GanttChart shows it in the window, the export paints it on a slide.
class GanttPlot
{
public:
    /// The plot widget becomes a child of `parent`, if there is one; else it belongs to this object.
    explicit GanttPlot(QWidget* parent = nullptr);
    ~GanttPlot();
    GanttPlot(const GanttPlot&) = delete;
    GanttPlot& operator=(const GanttPlot&) = delete;

    QCustomPlot* widget() const { return m_plot; }

    void setContent(GanttContent content);
    const GanttContent& content() const { return m_content; }
    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    void setSlide(SlideFrame slide);
    void setPresenting(bool presenting) { m_presenting = presenting; }
    void setEmptyHint(const QString& hint) { m_emptyHint = hint; }

    bool isFolded(int band) const { return m_folded[band]; }
    void setFolded(int band, bool folded) { m_folded[band] = folded; }
    int bandOf(const QString& title) const;
    const analysis::LaneChoices& choices(int band) const
    {
        return m_arrangements.choices(m_content.bands[band]);
    }
    void choose(int band, analysis::LaneChoices choices);
    /// The lane that keys and menus act on; nothing where the one that was chosen is gone.
    std::optional<ChosenLane> chosenLane() const;
    void setChosenLane(std::optional<ChosenLane> lane);
    /// States that recede in the lanes and the overview.
    StateSet dimmed() const { return m_context.dimmed; }
    void setDimmed(StateSet states);
    StateSet shownStates() const;
    const GanttRuler& ruler() const { return m_ruler; }
    /// On the readout's layer.
    void setRuler(const GanttRuler& ruler);
    /// Folds whole bands, those with most lanes first, until everything fits; for slides, which do not
    /// scroll.
    void foldToFit(QSizeF size);

    /// Computes the scene; replot() paints it.
    /// `everything` is what the overview shows; without it there is none.
    void compose(QSizeF size, analysis::TimeInterval visible, double scroll,
                 std::optional<analysis::TimeInterval> everything = {});
    const GanttScene& scene() const { return m_scene; }
    void replotQueued();

    /// What lies under a point, in words.
    GanttReadout readoutAt(const QPointF& point) const;
    /// Items that are lit without being pointed at here: under the pointer in another view, and selected.
    void setLit(core::ItemIndex listed, core::ItemIndex selected);
    /// Other runs behind the lanes; of bands that are not there, none.
    void setGhosts(std::vector<GanttGhost> ghosts);
    const std::vector<GanttGhost>& ghosts() const { return m_ghosts; }
    /// Of a replay; on the readout's layer, so that a frame of it paints no lane.
    void setPlayhead(std::optional<core::Nanoseconds> time);
    const GanttFlow& selectedFlow() const { return m_selected; }
    /// Learns more of where items are; false while there is more to come. A frame's part of the work.
    bool learnWays();
    QPointF pointer() const { return m_pointer; }

    /// The readout on its own layer: the lanes are not painted again for it.
    void setReadout(const GanttReadout& readout, QPointF pointer);
    /// The scene has moved under the pointer; no replot of its own.
    void renewReadout();
    const GanttReadout& readout() const { return m_readout; }
    QString summary() { return summaryOf(m_content, &m_activity); }
    std::optional<core::State> legendAt(const QPointF& point) const;
    /// Of the entry of the legend or of what the lanes show under a point.
    std::optional<core::State> stateAt(const QPointF& point) const;
    /// Lit until another one comes, or an empty one; a card stands near `anchor`. On the readout's layer,
    /// too.
    void setExplanation(GanttExplanation explanation, QPointF anchor = {});
    const GanttExplanation& explanation() const { return m_explanation; }
    void setSelection(std::optional<analysis::TimeInterval> selection) { m_selection = selection; }

private:
    GanttLabelInput labelInput(QCPPainter& painter) const;
    void dimLanes();
    void addLayers();
    void findLit();
    void paintOverlay(QCPPainter& painter);
    void rebuildBands();

    std::unique_ptr<QCustomPlot> m_owned;
    QCustomPlot* m_plot = nullptr;
    GanttContent m_content;
    Theme m_theme;
    std::optional<SlideFrame> m_slide;
    bool m_presenting = false;
    QString m_emptyHint;
    GanttScene m_scene;
    Theme m_laneTheme; ///< m_theme, in which dimmed states recede
    GanttArrangements m_arrangements;
    std::optional<ChosenLane> m_chosen;
    GanttRuler m_ruler;
    GanttPaintContext m_context;
    std::vector<GanttBandPlottable*> m_bands; // owned by the plot
    std::vector<bool> m_folded;
    std::vector<BandActivity> m_activity; ///< by band
    mutable FlowFinder m_ways;
    std::optional<core::Nanoseconds> m_playhead;
    std::vector<GanttGhost> m_ghosts;
    GanttFlow m_listed;
    GanttFlow m_selected;
    GanttOverview m_overview;
    GanttReadout m_readout;
    QPointF m_pointer;
    std::optional<analysis::TimeInterval> m_selection;
    GanttExplanation m_explanation;
    QPointF m_anchor;
};

} // namespace overlap::charts
