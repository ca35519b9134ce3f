// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"
#include "core/text.h"
#include "session/languages.h"
#include "session/message_text.h"
#include "session/settings.h"

#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cstdio>

using namespace overlap;

namespace {

const QString german = QStringLiteral("de");
/// The program says which language the system would get: Qt asks the system once per process.
const QString askForLanguage = QStringLiteral("--language-of-system");

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
        QCOMPARE(session::figureText(core::groupedNumber(500'000)), QStringLiteral("500.000"));
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

    void aTermOfOursIsTranslatedWithinASentence()
    {
        const core::Message message("%1 %2", {core::Term{"Workloads", "consume"}, "consume"});
        session::Languages languages(m_paths.translations());
        QCOMPARE(session::messageText(message), QStringLiteral("consume consume"));
        languages.use(german);
        QCOMPARE(session::messageText(message), QStringLiteral("Verbrauchen consume"));
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

    void withoutAChoiceTheSystemDecides_data()
    {
        QTest::addColumn<QString>("language"); // LANGUAGE: a list that comes before LANG
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* language, const char* locale, const char* expected) {
            QTest::addRow("%s %s", language, locale)
                << QString::fromLatin1(language) << QString::fromLatin1(locale)
                << QString::fromLatin1(expected);
        };
        row("", "de_DE.UTF-8", "de");
        row("", "de_AT.UTF-8", "de");
        row("", "en_GB.UTF-8", "en");
        row("", "fr_FR.UTF-8", "en");
        row("", "C.UTF-8", "en");
        row("fr:de", "fr_FR.UTF-8", "de");
    }

    void withoutAChoiceTheSystemDecides()
    {
        QFETCH(QString, language);
        QFETCH(QString, locale);
        QFETCH(QString, expected);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES"})
            environment.remove(QLatin1String(name));
        if (!language.isEmpty())
            environment.insert(QStringLiteral("LANGUAGE"), language);
        environment.insert(QStringLiteral("LANG"), locale);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {askForLanguage});
        QVERIFY(process.waitForFinished());
        QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), expected);
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

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().contains(askForLanguage)) {
        session::Languages languages(core::Paths::ofThisProgram().translations());
        languages.use(QString());
        std::printf("%s", qPrintable(languages.current()));
        return 0;
    }
    TestLanguages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_languages.moc"
