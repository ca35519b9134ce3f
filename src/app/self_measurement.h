// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace overlap::gui {
class MainWindow;
}

namespace overlap::app {

/// What `overlap --measure` prints: milliseconds from the start of the process to a usable window (first
/// picture drawn, event loop idle again), and the longest stall of the event loop while 64 workers run. For
/// ./dev bench.
class SelfMeasurement : public QObject
{
    Q_OBJECT

public:
    explicit SelfMeasurement(gui::MainWindow& window);

private:
    void measureStalls();

    gui::MainWindow& m_window;
};

} // namespace overlap::app
