// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/settings.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace overlap;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenFilesAreRememberedTheLastFirst()
    {
        session::Settings settings(m_folder.filePath(QStringLiteral("recent.ini")));
        for (int i = 0; i < 12; ++i)
            settings.addRecentFile(file(i));
        QCOMPARE(settings.recentFiles().size(), 10);
        QCOMPARE(settings.recentFiles().first(), file(11));
        settings.addRecentFile(file(5));
        QCOMPARE(settings.recentFiles().size(), 10);
        QCOMPARE(settings.recentFiles().first(), file(5));
        QCOMPARE(settings.recentFiles().count(file(5)), 1);
    }

    void stripsAreShownUntilTheyAreTurnedOff()
    {
        const QString path = m_folder.filePath(QStringLiteral("strips.ini"));
        QVERIFY(session::Settings(path).strips());
        session::Settings(path).setStrips(false);
        QVERIFY(!session::Settings(path).strips());
    }

    void whatIsGoneIsLeftOut()
    {
        session::Settings settings(m_folder.filePath(QStringLiteral("gone.ini")));
        settings.addRecentFile(file(1));
        settings.addRecentFile(file(2));
        QVERIFY(QFile::remove(file(2)));
        QCOMPARE(settings.recentFiles(), QStringList{file(1)});
        settings.clearRecentFiles();
        QVERIFY(settings.recentFiles().isEmpty());
    }

    void theFolderFallsBackToOneThatIsThere()
    {
        session::Settings settings(m_folder.filePath(QStringLiteral("folder.ini")));
        QCOMPARE(settings.fileFolder(), QDir::homePath());
        settings.setFileFolder(m_folder.path());
        QCOMPARE(settings.fileFolder(), m_folder.path());
        settings.setFileFolder(m_folder.filePath(QStringLiteral("gone")));
        QCOMPARE(settings.fileFolder(), QDir::homePath());
    }

    void exportsHaveAFolderOfTheirOwn()
    {
        session::Settings settings(m_folder.filePath(QStringLiteral("export.ini")));
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        const QString first = QFileInfo(documents).isDir() ? documents : QDir::homePath();
        settings.setFileFolder(m_folder.path());
        QCOMPARE(settings.exportFolder(), first);
        settings.setExportFolder(m_folder.path());
        QCOMPARE(settings.exportFolder(), m_folder.path());
        settings.setExportFolder(m_folder.filePath(QStringLiteral("gone")));
        QCOMPARE(settings.exportFolder(), first);
    }

    void whereNothingCanBeWrittenEverythingWorksUntilTheEnd()
    {
        // A folder cannot be made below a file, whoever asks.
        session::Settings settings(file(1) + QStringLiteral("/below/settings.ini"));
        QVERIFY(!settings.canKeep());
        settings.setLook(session::Settings::Look::dark);
        QCOMPARE(settings.look(), session::Settings::Look::dark);
        session::Settings good(m_folder.filePath(QStringLiteral("good.ini")));
        QVERIFY(good.canKeep());
    }

private:
    QString file(int number)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.overlap.json").arg(number));
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
