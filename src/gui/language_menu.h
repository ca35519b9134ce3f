// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace overlap::session {
class Languages;
class Settings;
} // namespace overlap::session

namespace overlap::gui {

/// The languages of the window, each in its own words, and the system's.
class LanguageMenu : public QMenu
{
    Q_OBJECT

public:
    /// Both outlive the menu.
    LanguageMenu(session::Languages& languages, session::Settings& settings, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QAction* add(const QString& name, const QString& code);

    session::Languages& m_languages;
    session::Settings& m_settings;
    QActionGroup* m_group;
    QAction* m_system;
};

} // namespace overlap::gui
