// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <algorithm>

namespace overlap::session {

namespace {

const QString sourceLanguage = QStringLiteral("en");

} // namespace

Languages::Languages(const std::filesystem::path& folder)
    : m_folder(QString::fromStdString(folder.string()))
    , m_all{{sourceLanguage, QStringLiteral("English")}}
{
    for (const QString& file :
         QDir(m_folder).entryList({QStringLiteral("overlap_*.qm")}, QDir::Files, QDir::Name)) {
        const QString code = QFileInfo(file).completeBaseName().section(QLatin1Char('_'), 1);
        const QLocale locale(code);
        if (locale.language() != QLocale::C)
            m_all.push_back({code, locale.nativeLanguageName()});
    }
}

Languages::~Languages()
{
    QCoreApplication::removeTranslator(&m_ownTexts);
    QCoreApplication::removeTranslator(&m_qtTexts);
}

void Languages::use(const QString& code)
{
    const bool known = std::ranges::find(m_all, code, &Language::code) != m_all.end();
    const QString next = known ? code : languageOfSystem();
    if (next == m_current)
        return;
    m_current = next;
    const QLocale locale(next);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_ownTexts);
    QCoreApplication::removeTranslator(&m_qtTexts);
    if (next == sourceLanguage)
        return;
    // Widgets hear of it once the loop runs, when both are in place. Qt's own texts come from its package,
    // which need not be there.
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qtTexts.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), qtFolder))
        QCoreApplication::installTranslator(&m_qtTexts);
    if (m_ownTexts.load(QStringLiteral("overlap_") + next, m_folder))
        QCoreApplication::installTranslator(&m_ownTexts);
}

QString Languages::languageOfSystem() const
{
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QString language = QLocale(wanted).name().section(QLatin1Char('_'), 0, 0);
        if (std::ranges::find(m_all, language, &Language::code) != m_all.end())
            return language;
    }
    return sourceLanguage;
}

} // namespace overlap::session
