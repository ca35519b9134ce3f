// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>
#include <QString>
#include <functional>
#include <vector>

namespace overlap::gui {
class MainWindow;
class PresentView;
} // namespace overlap::gui

namespace overlap::app {

/// Drives the window through its states and saves a picture of each: first start, mid-run, finished, dark,
/// small, large. For `overlap --screenshots FOLDER`.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    Screenshots(gui::MainWindow& window, QString folder);

private:
    struct Step
    {
        QString name; ///< of the picture; empty for none
        QSize size;
        std::function<void()> act;
        int waitMilliseconds = 0;
        bool untilEnded = false;
    };

    void next();
    void take(const QString& name);
    gui::PresentView* presentView() const; ///< null while nothing is presented

    gui::MainWindow& m_window;
    QString m_folder;
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
};

} // namespace overlap::app
