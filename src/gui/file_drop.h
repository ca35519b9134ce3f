// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QDropEvent;
class QLabel;
class QWidget;

namespace overlap::gui {

/// Takes files that are dropped anywhere on the window and says, while they hover, what dropping will do.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    /// `area` is the part of the window that the words cover.
    FileDrop(QWidget* window, QWidget* area);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void dropped(const QStringList& paths);

private:
    void showWords(const QStringList& paths);

    QWidget* m_area;
    QLabel* m_words;
};

/// Local files and folders of what is dragged; empty where there is anything else.
QStringList localPaths(const QDropEvent& event);

} // namespace overlap::gui
