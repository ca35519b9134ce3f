// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view_menu.h"

#include "gui/language_menu.h"
#include "gui/panel_layout.h"

#include <QActionGroup>
#include <QEvent>

namespace overlap::gui {

using Look = session::Settings::Look;

ViewMenu::ViewMenu(const PanelLayout& panels, session::Languages& languages, session::Settings& settings,
                   const QList<QAction*>& pages, const QList<QAction*>& lanes, QWidget* window)
    : QMenu(window)
{
    addAction(panels.galleryAction());
    addAction(panels.inspectorAction());
    addAction(panels.lockAction());
    addSeparator();
    addLooks(settings);
    addSeparator();
    addMenu(new LanguageMenu(languages, settings, this));
    addSeparator();
    addActions(pages);
    addSeparator();
    addActions(lanes);
    addSeparator();
    QAction* fullScreen = add(QT_TR_NOOP("Full screen"));
    fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    connect(fullScreen, &QAction::triggered, window,
            [window] { window->setWindowState(window->windowState() ^ Qt::WindowFullScreen); });
    connect(add(QT_TR_NOOP("Reset the layout")), &QAction::triggered, this, &ViewMenu::layoutForgotten);
    retranslate();
}

void ViewMenu::addLooks(const session::Settings& settings)
{
    auto* looks = new QActionGroup(this);
    const std::pair<Look, const char*> choices[] = {{Look::system, QT_TR_NOOP("Colours of the system")},
                                                    {Look::light, QT_TR_NOOP("Light")},
                                                    {Look::dark, QT_TR_NOOP("Dark")}};
    for (const auto& [look, title] : choices) {
        QAction* action = looks->addAction(add(title));
        action->setCheckable(true);
        action->setData(static_cast<int>(look));
        connect(action, &QAction::triggered, this, [this, look = look] { Q_EMIT lookChosen(look); });
    }
    connect(this, &QMenu::aboutToShow, looks, [looks, &settings] {
        for (QAction* action : looks->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(settings.look()));
    });
}

QAction* ViewMenu::add(const char* text)
{
    QAction* action = addAction(QString());
    m_texts.emplace_back(action, text);
    return action;
}

void ViewMenu::changeEvent(QEvent* event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ViewMenu::retranslate()
{
    for (const auto& [action, text] : m_texts)
        action->setText(tr(text));
}

} // namespace overlap::gui
