// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language_menu.h"

#include "session/languages.h"
#include "session/settings.h"

#include <QActionGroup>
#include <QEvent>

namespace overlap::gui {

LanguageMenu::LanguageMenu(session::Languages& languages, session::Settings& settings, QWidget* parent)
    : QMenu(parent)
    , m_languages(languages)
    , m_settings(settings)
    , m_group(new QActionGroup(this))
    , m_system(add({}, {}))
{
    setObjectName(QStringLiteral("languageMenu"));
    // Whoever reads only one of them has to find it, so each stands there in itself.
    for (const session::Languages::Language& language : m_languages.all())
        add(language.name, language.code);
    connect(this, &QMenu::aboutToShow, this, [this] {
        for (QAction* action : m_group->actions())
            action->setChecked(action->data().toString() == m_settings.language());
    });
    retranslate();
}

QAction* LanguageMenu::add(const QString& name, const QString& code)
{
    QAction* action = m_group->addAction(addAction(name));
    action->setCheckable(true);
    action->setData(code);
    connect(action, &QAction::triggered, this, [this, code] {
        m_settings.setLanguage(code);
        m_languages.use(code);
    });
    return action;
}

void LanguageMenu::changeEvent(QEvent* event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LanguageMenu::retranslate()
{
    setTitle(tr("Language"));
    m_system->setText(tr("Language of the system"));
}

} // namespace overlap::gui
