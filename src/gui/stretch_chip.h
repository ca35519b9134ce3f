// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QTabWidget;

namespace overlap::session {
class TimeWindow;
}

namespace overlap::gui {

/// "0.8 s to 1.2 s ✕": says that what stands below speaks of a selected stretch of time, and leads back to
/// the whole run. Not there while nothing is selected. It lies at the right end of the tabs' row; as their
/// corner widget it would be underlined, selected or not.
class StretchChip : public QPushButton
{
    Q_OBJECT

public:
    /// The window must outlive the chip.
    StretchChip(session::TimeWindow& window, QTabWidget& tabs);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showSelection();
    void place();

    session::TimeWindow& m_window;
    QTabWidget& m_tabs;
};

} // namespace overlap::gui
