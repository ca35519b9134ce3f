// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>
#include <filesystem>
#include <vector>

namespace overlap::session {

/// The languages of the window: English, in which it is written, and one for each overlap_<code>.qm of the
/// folder of translations. Holds the translators; made in main and handed down, window thread only.
class Languages
{
public:
    struct Language
    {
        QString code; ///< "en", "de"
        QString name; ///< in the language itself: "Deutsch"
    };

    /// The application must exist. A folder that is missing leaves English.
    explicit Languages(const std::filesystem::path& folder);
    ~Languages();

    const std::vector<Language>& all() const { return m_all; }
    const QString& current() const { return m_current; }

    /// A code of all(); empty or unknown: the first of the system's languages that is there, else English.
    /// Sets QLocale's default, so that numbers follow, and sends QEvent::LanguageChange to every widget.
    void use(const QString& code);

private:
    QString languageOfSystem() const;

    QString m_folder;
    std::vector<Language> m_all;
    QString m_current;
    QTranslator m_ownTexts;
    QTranslator m_qtTexts;
};

} // namespace overlap::session
