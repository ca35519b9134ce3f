// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace overlap::gui {
class MainWindow;
}

namespace overlap::app {

/// What `overlap --measure` prints: milliseconds from the start of the process to a usable window (first
/// picture drawn, event loop idle again), and the longest stall of the event loop while 64 workers run. With
/// a saved run in place of the latter how long it takes to open, and what frames and stalls cost while
/// somebody zooms and pans in it. For ./dev bench.
class SelfMeasurement : public QObject
{
    Q_OBJECT

public:
    /// `opens` tells that a saved run is being opened.
    SelfMeasurement(gui::MainWindow& window, bool opens);

private:
    void measureStalls();
    void awaitLanes();
    void measureFrames();

    gui::MainWindow& m_window;
};

} // namespace overlap::app
