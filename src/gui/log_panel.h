// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"
#include "session/live_feed.h"

#include <QWidget>
#include <memory>

namespace overlap::gui {

namespace Ui {
class LogPanel;
}

/// What has happened, a line each with the time of day.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(QWidget* parent = nullptr);
    ~LogPanel() override;

    void write(const QString& line);
    /// The runs that ended from `first` on: what they took, and what went wrong in them. `workload` names the
    /// items; null numbers them.
    void writeRuns(const session::LiveFeed& feed, const core::Workload* workload, std::size_t first);
    /// What came of it, and what has to be taken with care.
    void writeEnd(const session::LiveFeed& feed, const core::Workload* workload);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    /// "block 3 · "; empty where there is one run of each strategy.
    static QString blockText(const session::LiveFeed& feed, const core::RunReport& run);

    std::unique_ptr<Ui::LogPanel> m_ui;
    std::size_t m_replaced = 0; // replaced blocks that were told
};

} // namespace overlap::gui
