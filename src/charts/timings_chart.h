// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"
#include "core/report.h"

#include <QString>
#include <QWidget>
#include <memory>
#include <optional>

class QScrollBar;

namespace overlap::charts {

class TimingsPlot;

/// What the timings chart shows. Finding and caption are the caller's words.
struct TimingsContent
{
    core::Report report;                  ///< may be partial: a strategy without runs is a row that waits
    std::optional<core::Report> previous; ///< of the same experiment: thin bars under the others
    QString finding;
    QString caption;
    QString runtimeName[2]; ///< by core::Runtime: "Native", "CPython 3.11"; empty: a plain word
    QString runtimeWork[2]; ///< by core::Runtime: "work: 5 items"
};

/// Wall time per strategy as bars, with interval, start-up, speed-up and CPU time. Window thread only.
class TimingsChart : public QWidget
{
    Q_OBJECT

public:
    explicit TimingsChart(QWidget* parent = nullptr);
    ~TimingsChart() override;

    void setContent(TimingsContent content);
    const TimingsContent& content() const;
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

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void layOut();

    std::unique_ptr<TimingsPlot> m_plot;
    QScrollBar* m_scrollBar = nullptr;
    int m_replots = 0;
    bool m_ownHint = true; ///< nobody has set another one
};

} // namespace overlap::charts
