// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/lanes_bar.h"

namespace overlap::session {
class TimeWindow;
}

namespace overlap::gui {

/// A stretch of time to go to, typed: see analysis/typed_window.h.
class GoToBar : public LanesBar
{
    Q_OBJECT

public:
    /// Both outlive the bar.
    GoToBar(session::TimeWindow& window, QWidget* lanes);

protected:
    void retranslate() override;

private:
    void go();

    session::TimeWindow& m_window;
};

} // namespace overlap::gui
