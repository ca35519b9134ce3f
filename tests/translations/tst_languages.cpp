// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"
#include "core/text.h"
#include "session/languages.h"
#include "session/message_text.h"
#include "session/settings.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

using namespace overlap;

namespace {

const QString german = QStringLiteral("de");

QString stateWord()
{
    return session::translatedText("States", "Waiting");
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private:
    core::Paths m_paths = core::Paths::ofThisProgram();

private Q_SLOTS:
    void theFolderSaysWhatThereIs()
    {
        const session::Languages languages(m_paths.translations());
        QCOMPARE(languages.all().front().code, QStringLiteral("en"));
        const auto found = std::ranges::find(languages.all(), german, &session::Languages::Language::code);
        QVERIFY(found != languages.all().end());
        QCOMPARE(found->name, QStringLiteral("Deutsch"));
        QCOMPARE(stateWord(), QStringLiteral("Waiting"));
    }

    void textsAndNumbersFollow()
    {
        session::Languages languages(m_paths.translations());
        languages.use(german);
        QCOMPARE(languages.current(), german);
        QCOMPARE(stateWord(), QStringLiteral("Warten"));
        QCOMPARE(QLocale().decimalPoint(), QStringLiteral(","));
        QCOMPARE(session::figureText(core::durationText(1.5)), QStringLiteral("1,50 s"));
        languages.use(QStringLiteral("en"));
        QCOMPARE(stateWord(), QStringLiteral("Waiting"));
        QCOMPARE(session::figureText(core::durationText(1.5)), QStringLiteral("1.50 s"));
    }

    void aFigureChangesAndANameDoesNot()
    {
        session::Languages languages(m_paths.translations());
        languages.use(german);
        const core::Message message("%1: %2", {"127.0.0.1", core::ratioText(2.5)});
        QCOMPARE(session::messageText(message), QStringLiteral("127.0.0.1: 2,50"));
        QCOMPARE(message.english(), std::string("127.0.0.1: 2.50"));
    }

    void aNumberAtTheEndIsKeptApart()
    {
        session::Languages languages(m_paths.translations());
        languages.use(german);
        QCOMPARE(session::numberedText("Items", "wait 12"), QStringLiteral("Warten 12"));
        QCOMPARE(session::numberedText("Lanes", "main"), QStringLiteral("Haupt-Thread"));
        QCOMPARE(session::numberedText("Items", "/price/7"), QStringLiteral("/price/7"));
        QCOMPARE(session::numberedText("Items", "photo of %1 12"), QStringLiteral("photo of %1 12"));
    }

    void theEndOfItsHolderEndsTheLanguage()
    {
        {
            session::Languages languages(m_paths.translations());
            languages.use(german);
        }
        QCOMPARE(stateWord(), QStringLiteral("Waiting"));
    }

    void withoutAFolderThereIsEnglish()
    {
        session::Languages languages("/nonexistent");
        QCOMPARE(languages.all().size(), std::size_t{1});
        languages.use(german);
        QCOMPARE(languages.current(), QStringLiteral("en"));
    }

    void whatWasChosenIsRemembered()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.ini"));
        {
            session::Settings settings(file);
            QCOMPARE(settings.language(), QString());
            settings.setLanguage(german);
        }
        QCOMPARE(session::Settings(file).language(), german);
    }
};

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
