// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace overlap::session {
class TimeWindow;
}

namespace overlap::gui {

/// "0.8 s to 1.2 s ✕": says that what stands below speaks of a selected stretch of time, and leads back to
/// the whole run. Not there while nothing is selected.
class StretchChip : public QPushButton
{
    Q_OBJECT

public:
    /// The window must outlive the chip.
    StretchChip(session::TimeWindow& window, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSelection();

    session::TimeWindow& m_window;
};

} // namespace overlap::gui
