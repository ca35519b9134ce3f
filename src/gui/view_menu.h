// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/settings.h"

#include <QMenu>
#include <utility>
#include <vector>

namespace overlap::session {
class Languages;
}

namespace overlap::gui {

class PanelLayout;

/// What the window shows of itself: panels, colours, language, how faithful its model is, full screen. It
/// changes nothing but the full screen itself; the rest it asks for.
class ViewMenu : public QMenu
{
    Q_OBJECT

public:
    /// All outlive the menu; `pages` open one each, `lanes` are entries about the lanes, `window` is the
    /// menu's parent.
    ViewMenu(const PanelLayout& panels, session::Languages& languages, session::Settings& settings,
             const QList<QAction*>& pages, const QList<QAction*>& lanes, QWidget* window);

Q_SIGNALS:
    void lookChosen(overlap::session::Settings::Look look);
    void layoutForgotten();

protected:
    void changeEvent(QEvent* event) override;

private:
    QAction* add(const char* text);
    void addLooks(const session::Settings& settings);
    void retranslate();

    std::vector<std::pair<QAction*, const char*>> m_texts; // English
};

} // namespace overlap::gui
