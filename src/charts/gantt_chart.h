// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
struct GanttKey;
class GanttPlot;

/// The worker lanes of all strategies on one clock. Window thread only.
///
/// Mouse: the wheel zooms about the pointer; with Ctrl or Shift, or over the names, it scrolls the bands;
/// dragging pans; a click on a strategy's name folds its band. Keys: W and S or + and − zoom, A and D or ←
/// and → pan, ↑ and ↓ scroll, F fits, B folds and unfolds all bands. Shift and dragging select a stretch of
/// time; Escape ends that. Ctrl and dragging take the chart out of the window.
///
/// A click on a task selects its item: it lights up in every band, joined by arrows, and in every view that
/// shares the ItemFocus; a second click, or Escape, ends that. A click on a wait, a lock or an empty stretch
/// tells why the lane does that there; E tells it of whatever lies under the pointer, or of the selected item
/// where the pointer is elsewhere. C lights what had to happen one after the other. Escape ends each.
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
    /// Words for the empty state.
    /// For a projector: what can be read from afar, and all bands at once; see SceneInput::presenting.
    void setPresenting(bool presenting);
    void setEmptyHint(const QString& hint);

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
    void light();
    void showItem(core::ItemIndex item);
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
