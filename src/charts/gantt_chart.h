// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/lane_arrangement.h"
#include "charts/gantt_commands.h"
#include "charts/gantt_content.h"
#include "charts/theme.h"

#include <QWidget>
#include <memory>
#include <optional>

class QScrollBar;
class QTimer;

namespace overlap::session {
class ItemFocus;
class TimeWindow;
} // namespace overlap::session

namespace overlap::charts {

class GanttCommander;
struct GanttGhost;
class GanttInteraction;
struct GanttFlow;
class GanttPlot;

/// The worker lanes of all strategies on one clock. Window thread only.
///
/// Moving: the wheel zooms about the pointer; with Ctrl or Shift, or over the names, it scrolls the bands;
/// dragging pans. Shift and dragging select a stretch of time. Under the lanes lies the whole run, folded
/// small, with a brush that can be moved, resized and drawn anew. What keys do stands in gantt_commands.h,
/// and in words in the sheet of shortcuts; GanttCommander does it.
///
/// Arranging: a click on a strategy's name folds its band; the right button chooses a lane and asks for a
/// menu. Lanes are sorted, hidden, pinned and grouped per strategy, as long as the chart lives. A click on an
/// entry of the legend lets its state recede; a double click there, or Escape, brings all back.
///
/// Looking: a click on a task selects its item: it lights up in every band, joined by arrows, and in every
/// view that shares the ItemFocus; a second click, or Escape, ends that. A click on a wait, a lock or an
/// empty stretch tells why the lane does that there; E tells it of whatever lies under the pointer, or of the
/// selected item where the pointer is elsewhere. C lights what had to happen one after the other. M takes out
/// a ruler that snaps to edges of spans. Escape ends each. Ctrl and dragging take the chart out of the
/// window.
class GanttChart : public QWidget
{
    Q_OBJECT

public:
    explicit GanttChart(QWidget* parent = nullptr);
    ~GanttChart() override;

    void setContent(GanttContent content);
    const GanttContent& content() const;
    /// Timelines have grown: at most one replot is queued, however often this is called in one turn of the
    /// loop.
    void refresh();
    /// Without a theme nothing but the background is drawn.
    void setTheme(const Theme& theme);
    const Theme& theme() const;
    /// The window must outlive the chart or be replaced; null gives the chart its own again.
    void setTimeWindow(session::TimeWindow* window);
    session::TimeWindow* timeWindow() const;
    /// Other runs behind the lanes of the bands that they name.
    void setGhosts(std::vector<GanttGhost> ghosts);
    /// The moment of a replay that has everything after it hidden; empty outside replays.
    void setPlayhead(std::optional<core::Nanoseconds> time);
    /// The same for the items that are lit.
    void setItemFocus(session::ItemFocus* focus);
    session::ItemFocus* itemFocus() const { return m_focus; }
    /// For a projector: what can be read from afar, and all bands at once; see SceneInput::presenting.
    void setPresenting(bool presenting);
    /// Words for the empty state.
    void setEmptyHint(const QString& hint);

    /// What the list of commands has, as a key would do it.
    void perform(GanttCommand command);
    /// The lane that keys and menus act on: its band's title, and its name in English; an empty name for a
    /// band that is folded. Nothing before one was chosen.
    struct Lane
    {
        QString band;
        QString name;
    };
    std::optional<Lane> chosenLane() const;
    /// How the lanes of a strategy are arranged, remembered as long as the chart lives. Changing it is for
    /// any band of the content, by its title; unknown titles are left alone.
    analysis::LaneChoices laneChoices(const QString& band) const;
    void setLaneChoices(const QString& band, const analysis::LaneChoices& choices);
    /// Bands with a run of several stages can be grouped by them.
    bool hasStages(const QString& band) const;

    /// What lies between the ends of the ruler, in nanoseconds and in words; nothing while it is put away or
    /// without a measure.
    std::optional<core::Nanoseconds> measured() const;
    QStringList measureText() const;

    void setBandFolded(const QString& title, bool folded);
    void setAllFolded(bool folded);
    /// Scrolls the band into view.
    void showBand(const QString& title);

    /// The readout for a point of the widget, in words; empty where there is nothing to say.
    QString textAt(QPoint position) const;
    /// The sentences of the explanation that is shown; empty without one.
    QStringList explanation() const;
    /// The state that the lanes or the legend show at a point of the widget.
    std::optional<core::State> stateAt(QPoint position) const;
    /// What the chart shows, in sentences: the accessible description.
    QString summary() const;
    /// How often the chart was drawn, and what the last time cost.
    int replotCount() const;
    double lastReplotMilliseconds() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The readout under the pointer changed; empty when it left.
    void hovered(const QString& text);
    /// core::noItem when it left.
    void itemHovered(overlap::core::ItemIndex item);
    /// A key asked for what is not the chart's own to do, such as the replay.
    void commanded(overlap::charts::GanttCommand command);
    void bandFolded(const QString& title, bool folded);
    /// The right button or the key, after the lane there was chosen; a place on the screen.
    void menuRequested(QPoint place);
    /// Ctrl and dragging: the chart is to leave the window.
    void dragStarted();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void updateTrace();
    void layOut();
    void updateSummary();
    void foldBand(int band, bool folded);
    void reportReadout();
    void click(QPointF place);
    void explain(QPointF place);
    void obey(const GanttKey& key);
    void openMenu(QPoint place);
    void stepLane(bool below);
    void arrangeAll(GanttCommand command);
    void arrangeLane(GanttCommand command);
    void light();
    void showItem(core::ItemIndex item);
    void bringItemIntoSight(const GanttFlow& flow);
    void scrollToRow(int band, int row);
    void learn();

    std::unique_ptr<GanttPlot> m_plot;
    QScrollBar* m_scrollBar = nullptr;
    GanttInteraction* m_interaction = nullptr;
    GanttCommander* m_commander = nullptr;
    int m_replots = 0;
    bool m_ownHint = true; ///< nobody has set another one
    core::ItemIndex m_hoveredItem = core::noItem;
    session::ItemFocus* m_focus = nullptr;
    session::ItemFocus* m_ownFocus = nullptr;
    QTimer* m_learning = nullptr; ///< takes a run's spans into the index of items, a part at a time
    session::TimeWindow* m_window = nullptr;
    session::TimeWindow* m_ownWindow = nullptr;
};

} // namespace overlap::charts
