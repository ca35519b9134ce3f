// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/live_feed.h"

#include <QMenu>
#include <QString>

class QActionGroup;

namespace overlap::charts {
class GanttChart;
}

namespace overlap::gui {

class DifferencesPanel;

/// What stands behind the lanes as pale outlines: nothing, the run before of each strategy, or one strategy
/// of the run behind all the others. Shift+G in the lanes puts the last choice there and takes it away.
class CompareMenu : public QMenu
{
    Q_OBJECT

public:
    /// More tasks than can be matched while a person waits.
    static constexpr std::size_t mostTasks = 300'000;

    /// Both must outlive the menu.
    CompareMenu(charts::GanttChart& lanes, DifferencesPanel& differences, QWidget* parent);

    /// Runs that go on, or none, take away what is compared.
    void setRuns(const session::LiveFeed* feed);

Q_SIGNALS:
    /// Something is compared from now on, or nothing.
    void compared(bool any);
    /// Why there is nothing to compare with.
    void refused(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Kind { nothing, runBefore, strategy };
    struct Choice
    {
        Kind kind = nothing;
        QString strategy; ///< the band's name

        bool operator==(const Choice&) const = default;
    };
    void fill();
    void choose(const Choice& choice);
    void apply();
    void toggle();
    bool possible(const Choice& choice) const;
    std::shared_ptr<const core::Timeline> otherOf(const session::Band& band) const;
    QString titleOf(const Choice& choice) const;

    charts::GanttChart& m_lanes;
    DifferencesPanel& m_differences;
    const session::LiveFeed* m_feed = nullptr;
    QActionGroup* m_group = nullptr;
    Choice m_choice;
    Choice m_last{runBefore, {}}; ///< what the key brings back
};

} // namespace overlap::gui
