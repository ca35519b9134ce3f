// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

#include <QPointF>
#include <QWidget>
#include <memory>
#include <optional>

class QScrollBar;

namespace overlap::charts {

class RowsPlot;

/// A chart with one row per strategy in the window: it scrolls, and a card beside the pointer reads it out.
/// Window thread only.
class RowsChart : public QWidget
{
    Q_OBJECT

public:
    ~RowsChart() override;

    void setTheme(const Theme& theme);
    const Theme& theme() const;
    void setEmptyHint(const QString& hint);

    /// The readout for a point of the widget, in words; empty where there is nothing to say.
    QString textAt(QPoint position) const;
    QString summary() const;
    int replotCount() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The readout under the pointer changed; empty when it left.
    void hovered(const QString& text);
    /// Ctrl and dragging: the chart is to leave the window.
    void dragStarted();

protected:
    explicit RowsChart(QWidget* parent);
    /// Once, by the constructor of the chart: whose picture this is.
    void setPlot(std::unique_ptr<RowsPlot> plot, const QString& scrollBarName);
    void contentChanged();
    /// The chart's own name and what it says while it is empty, in the language of the window.
    virtual QString ownName() const = 0;
    virtual QString ownHint() const = 0;

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void layOut();

    std::unique_ptr<RowsPlot> m_plot;
    QScrollBar* m_scrollBar = nullptr;
    int m_replots = 0;
    std::optional<QPointF> m_press; ///< with Ctrl held
    bool m_ownHint = true;          ///< nobody has set another one
};

} // namespace overlap::charts
