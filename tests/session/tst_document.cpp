// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document.h"
#include "session/experiment_draft.h"
#include "support/small_catalogue.h"
#include "support/temp_folder.h"

#include <QSignalSpy>
#include <QtTest>
#include <memory>
#include <sys/stat.h>

using namespace overlap;
using testing::bytesOf;
using testing::TempFolder;

namespace {

QString textOf(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

core::Experiment preset(const std::string& id)
{
    core::Experiment experiment = testing::smallExperiment();
    experiment.id = id;
    experiment.title = "Title of " + id;
    return experiment;
}

/// The place of a refusal, or nothing where it was no refusal.
template <class Act>
std::string refusal(Act act)
{
    try {
        act();
    } catch (const core::Error& error) {
        return error.place() + ": " + error.message().english();
    }
    return {};
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_draft = std::make_unique<session::ExperimentDraft>(m_catalogue, 2);
        m_document = std::make_unique<session::Document>(*m_draft);
    }
    void cleanup()
    {
        m_document.reset();
        m_draft.reset();
    }

    void changesInAPresetAreKeptAndNeverAskedAbout()
    {
        m_document->openPreset(preset("one"));
        m_draft->setParameter("tasks", 7);
        QVERIFY(!m_document->modified());
        QVERIFY(m_document->differsFromPreset());
        m_document->openPreset(preset("two"));
        QVERIFY(!m_document->differsFromPreset());
        m_document->openPreset(preset("one"));
        QCOMPARE(m_draft->experiment().parameters.find("tasks")->asInteger(), 7);
        m_document->resetToPreset();
        QVERIFY(!m_document->differsFromPreset());
        QCOMPARE(m_draft->experiment().parameters.find("tasks")->asInteger(), 2);
        m_draft->history().undo();
        QCOMPARE(m_draft->experiment().parameters.find("tasks")->asInteger(), 7);
    }

    void savingMakesAFileOfIt()
    {
        const TempFolder folder;
        const auto path = folder / "Night run.overlap.json";
        m_document->openPreset(preset("one"));
        m_draft->setParameter("tasks", 7);
        m_document->save(textOf(path));
        QVERIFY(m_document->isOwn());
        QVERIFY(!m_document->modified());
        QCOMPARE(m_document->path(), textOf(path));
        QCOMPARE(m_draft->experiment().title, std::string("Night run"));
        QCOMPARE(m_draft->experiment().id, std::string("night-run"));
        QCOMPARE(folder.entries(), std::size_t{1});

        QSignalSpy changed(m_document.get(), &session::Document::changed);
        m_draft->setRepeats(3);
        QVERIFY(m_document->modified());
        QCOMPARE(changed.count(), 1);
        m_draft->history().undo();
        QVERIFY(!m_document->modified());
        m_draft->history().redo();

        const core::Experiment before = m_draft->experiment();
        m_document->save(textOf(path));
        // The preset is as it was delivered: its changes live in the file.
        m_document->openPreset(preset("one"));
        QVERIFY(!m_document->differsFromPreset());
        m_document->openFile(textOf(path));
        QCOMPARE(m_draft->experiment(), before);
        QVERIFY(!m_document->modified());
    }

    void aTitleOfOnesOwnStays()
    {
        const TempFolder folder;
        core::Experiment own = preset("own");
        own.title = "My title";
        core::saveExperiment(folder / "a.overlap.json", own);
        m_document->openFile(textOf(folder / "a.overlap.json"));
        m_document->save(textOf(folder / "b.overlap.json"));
        QCOMPARE(m_draft->experiment().title, std::string("My title"));
    }

    void aNewExperimentIsAskedAboutOnceItIsChanged()
    {
        m_document->startNew(preset("one"));
        QVERIFY(m_document->isOwn());
        QVERIFY(!m_document->modified());
        m_draft->setTimeScale(0.5);
        QVERIFY(m_document->modified());
        QVERIFY(m_document->path().isEmpty());
    }

    void whatCannotBeSavedLeavesEverythingAsItWas()
    {
        const TempFolder folder;
        const auto path = folder.write("old.overlap.json", "old");
        m_document->openPreset(preset("one"));
        m_draft->setParameter("tasks", 13); // refused by the workload
        QVERIFY(refusal([&] { m_document->save(textOf(path)); }).find("thirteen") != std::string::npos);
        QCOMPARE(bytesOf(path), std::string("old"));
        QVERIFY(!m_document->isOwn());
        m_draft->setParameter("tasks", 3);
        const auto missing = folder.path() / "missing" / "new.overlap.json";
        QVERIFY(refusal([&] { m_document->save(textOf(missing)); }).find(missing.string()) !=
                std::string::npos);
        QVERIFY(!m_document->isOwn());
        QCOMPARE(m_draft->experiment().title, std::string("Title of one"));
        QCOMPARE(folder.entries(), std::size_t{1});
    }

    void whatCannotBeOpenedLeavesEverythingAsItWas_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("wrong kind") << QStringLiteral("kind") << QStringLiteral("kind.overlap.json:2:");
        QTest::newRow("truncated") << QStringLiteral("truncated")
                                   << QStringLiteral("truncated.overlap.json:1:");
        QTest::newRow("missing") << QStringLiteral("missing") << QStringLiteral("missing.overlap.json");
        QTest::newRow("folder") << QStringLiteral("folder") << QStringLiteral("folder.overlap.json");
        QTest::newRow("pipe") << QStringLiteral("pipe") << QStringLiteral("pipe.overlap.json");
        QTest::newRow("device") << QStringLiteral("device") << QStringLiteral("device.overlap.json");
        QTest::newRow("link loop") << QStringLiteral("loop") << QStringLiteral("loop.overlap.json");
        QTest::newRow("ten gigabytes") << QStringLiteral("giant") << QStringLiteral("10737418240");
    }
    void whatCannotBeOpenedLeavesEverythingAsItWas()
    {
        QFETCH(QString, kind);
        QFETCH(QString, said);
        const TempFolder folder;
        const auto path = folder / (kind.toStdString() + ".overlap.json");
        if (kind == QStringLiteral("kind")) {
            folder.write("kind.overlap.json",
                         "{\"schema\": \"overlap.experiment/1\", \"id\": \"x\", \"title\": \"X\",\n  "
                         "\"repeats\": \"many\", \"workload\": {\"id\": \"nap\"}, \"strategies\": "
                         "[\"sequential\"]}");
        } else if (kind == QStringLiteral("truncated")) {
            folder.write("truncated.overlap.json", "{\"schema\": \"overlap.exp");
        } else if (kind == QStringLiteral("folder")) {
            std::filesystem::create_directory(path);
        } else if (kind == QStringLiteral("pipe")) {
            QCOMPARE(mkfifo(path.c_str(), 0600), 0);
        } else if (kind == QStringLiteral("device")) {
            std::filesystem::create_symlink("/dev/zero", path);
        } else if (kind == QStringLiteral("loop")) {
            std::filesystem::create_symlink(path, path);
        } else if (kind == QStringLiteral("giant")) {
            folder.write("giant.overlap.json", "");
            std::filesystem::resize_file(path, 10737418240);
        }
        m_document->openPreset(preset("one"));
        m_draft->setParameter("tasks", 7);
        const core::Experiment before = m_draft->experiment();
        const std::string sentence = refusal([&] { m_document->openFile(textOf(path)); });
        QVERIFY2(sentence.find(said.toStdString()) != std::string::npos, sentence.c_str());
        QCOMPARE(m_draft->experiment(), before);
        QVERIFY(!m_document->isOwn());
        QVERIFY(m_draft->history().canUndo());
    }

    void aFileWithASweepOpensAndKeepsIt()
    {
        const TempFolder folder;
        core::Experiment experiment = testing::smallExperiment({"sequential", "threads"});
        experiment.sweep = core::Sweep{"strategy.workers", {core::Value(1), core::Value(2)}};
        core::saveExperiment(folder / "a.overlap.json", experiment);
        m_document->openFile(textOf(folder / "a.overlap.json"));
        QVERIFY(m_draft->problems().empty());
        QCOMPARE(m_draft->plan().runs.size(), 3U); // the baseline is the same at both values
        m_document->save(textOf(folder / "b.overlap.json"));
        m_document->openFile(textOf(folder / "b.overlap.json"));
        QCOMPARE(m_draft->experiment().sweep, experiment.sweep);
        QCOMPARE(m_draft->experiment().strategies, experiment.strategies);
    }

    void namesComeFromFiles()
    {
        QCOMPARE(session::nameOfFile(QStringLiteral("/a/night.overlap.json")), QStringLiteral("night"));
        QCOMPARE(session::nameOfFile(QStringLiteral("/a/night.json")), QStringLiteral("night"));
        QCOMPARE(session::nameOfFile(QStringLiteral("/a/.json")), QStringLiteral(".json"));
    }

private:
    core::Catalogue m_catalogue = testing::smallCatalogue();
    std::unique_ptr<session::ExperimentDraft> m_draft;
    std::unique_ptr<session::Document> m_document;
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
