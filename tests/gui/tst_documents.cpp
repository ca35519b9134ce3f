// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_chart.h"
#include "charts/scaling_chart.h"
#include "support/temp_folder.h"
#include "window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace overlap;
using testing::find;

namespace {

constexpr int runLimit = 30000;

void drop(QWidget& target, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &dropped);
}

QStringList galleryKeys(const QWidget& window)
{
    const QAbstractItemModel* model = find<QTreeView>(window, "galleryTree")->model();
    QStringList keys;
    for (int chapter = 0; chapter < model->rowCount(); ++chapter) {
        const QModelIndex group = model->index(chapter, 0);
        for (int row = 0; row < model->rowCount(group); ++row)
            keys << model->index(row, 0, group).data(session::GalleryModel::idRole).toString();
    }
    return keys;
}

} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<testing::TempFolder>();
        m_fixture = std::make_unique<testing::WindowFixture>();
        m_window = m_fixture->makeWindow();
        m_window->openExperiment(QStringLiteral("two-waits"));
    }
    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

    void aPresetBecomesAFileAndOpensAgain()
    {
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Two waits[*] – Overlap"));
        seconds()->setValue(0.25);
        QVERIFY(!m_window->isWindowModified());
        const QString file = save("mine.overlap.json");
        QVERIFY(m_fixture->dialogs.lastProposal.endsWith(QStringLiteral("two-waits.overlap.json")));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("mine[*] – Overlap"));
        QVERIFY(galleryKeys(*m_window).contains(file));
        QCOMPARE(find<QTreeView>(*m_window, "galleryTree")->currentIndex().data().toString(),
                 QStringLiteral("mine"));

        seconds()->setValue(0.5);
        QVERIFY(m_window->isWindowModified());
        trigger("saveFile");
        QVERIFY(!m_window->isWindowModified());
        m_window->openExperiment(QStringLiteral("stores"));
        m_fixture->dialogs.nextFileName = file;
        trigger("openFile");
        QCOMPARE(seconds()->value(), 0.5);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("mine[*] – Overlap"));
    }

    void theLastFileIsOpenAtTheNextStart()
    {
        seconds()->setValue(0.25);
        save("mine.overlap.json");
        m_window->close();
        m_window.reset();
        m_window = m_fixture->makeWindow();
        QCOMPARE(m_window->windowTitle(), QStringLiteral("mine[*] – Overlap"));
        QCOMPARE(seconds()->value(), 0.25);
    }

    void changesOfAFileAreAskedAbout()
    {
        const QString file = save("mine.overlap.json");
        seconds()->setValue(0.75);

        m_window->openExperiment(QStringLiteral("stores")); // cancelled
        QCOMPARE(m_fixture->dialogs.asked.size(), 1);
        QVERIFY(m_fixture->dialogs.asked.first().contains(QStringLiteral("mine")));
        QVERIFY(m_window->isWindowModified());
        m_window->close();
        QVERIFY(m_window->isVisible());

        m_fixture->dialogs.nextUnsaved = gui::DialogService::Unsaved::save;
        m_window->openExperiment(QStringLiteral("stores"));
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Stores")));
        m_window->openExperiment(file);
        QCOMPARE(seconds()->value(), 0.75);

        seconds()->setValue(0.8);
        m_fixture->dialogs.nextUnsaved = gui::DialogService::Unsaved::discard;
        m_window->close();
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(
            QString::fromStdString(testing::bytesOf(file.toStdString())).contains(QStringLiteral("0.75")));
    }

    void aChangedPresetIsNotAskedAbout()
    {
        seconds()->setValue(0.75);
        m_window->openExperiment(QStringLiteral("stores"));
        m_window->openExperiment(QStringLiteral("two-waits"));
        QCOMPARE(seconds()->value(), 0.75);
        trigger("resetExperiment");
        QCOMPARE(seconds()->value(), 1.0);
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QVERIFY(m_fixture->dialogs.asked.isEmpty());
    }

    void aNewExperimentIsOnesOwn()
    {
        seconds()->setValue(0.75);
        trigger("newExperiment");
        QCOMPARE(seconds()->value(), 1.0);
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("(new)")));
        seconds()->setValue(0.5);
        QVERIFY(m_window->isWindowModified());
        m_window->close();
        QVERIFY(m_window->isVisible());
        QCOMPARE(m_fixture->dialogs.asked.size(), 1);
    }

    void droppingOpensOneFile()
    {
        const QString file = save("mine.overlap.json");
        m_window->openExperiment(QStringLiteral("stores"));
        drop(*m_window, {file, file});
        auto* notice = find<QLabel>(*m_window, "noticeText");
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(QStringLiteral("one file at a time")));
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Stores")));
        drop(*m_window, {file});
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("mine")));
        QVERIFY(!notice->isVisible());
        QVERIFY(!find<QLabel>(*m_window, "dropHint")->isVisible());
    }

    void aBadFileIsToldWithItsPlaceAndNothingElseChanges()
    {
        seconds()->setValue(0.75);
        const auto bad = m_folder->write("bad.overlap.json", "{\n  \"schema\": 5\n}");
        m_window->openFiles({QString::fromStdString(bad.string())});
        auto* notice = find<QLabel>(*m_window, "noticeText");
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("bad.overlap.json:2:")), qPrintable(notice->text()));
        QCOMPARE(seconds()->value(), 0.75);
        QVERIFY(!galleryKeys(*m_window).contains(QString::fromStdString(bad.string())));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY(!notice->isVisible());
    }

    void aFailedSaveIsTold()
    {
        m_fixture->dialogs.nextFileName = QStringLiteral("/nonexistent/folder/mine.overlap.json");
        trigger("saveFileAs");
        QVERIFY(
            find<QLabel>(*m_window, "noticeText")->text().contains(QStringLiteral("/nonexistent/folder")));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Two waits[*] – Overlap"));
    }

    void aSweepRunsAndStandsUnderScaling()
    {
        core::Experiment experiment;
        experiment.id = "sweep";
        experiment.title = "Sweep";
        experiment.workload = "wait";
        experiment.strategies = {"threads"};
        experiment.timeScale = 0.02;
        experiment.sweep = core::Sweep{"strategy.workers", {core::Value(1), core::Value(2)}};
        const auto path = *m_folder / "sweep.overlap.json";
        core::saveExperiment(path, experiment);
        m_window->openFiles({QString::fromStdString(path.string())});
        QCOMPARE(find<QLineEdit>(*m_window, "sweepValues")->text(), QStringLiteral("1, 2"));
        QSignalSpy ended(&m_window->controller(), &session::RunController::ended);
        find<QPushButton>(*m_window, "runButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20000);
        const charts::ScalingContent& scaling =
            find<charts::ScalingChart>(*m_window, "scalingChart")->content();
        QCOMPARE(scaling.series.size(), 1U);
        QCOMPARE(scaling.series[0].title, QStringLiteral("threads"));
        QCOMPARE(scaling.series[0].samples.size(), 2U);
        QVERIFY(scaling.series[0].samples[1].value > scaling.series[0].samples[0].value);
    }

    void whatVariesIsChosenInTheWindow()
    {
        m_window->openExperiment(QStringLiteral("two-waits"));
        auto* over = find<QComboBox>(*m_window, "sweepOver");
        auto* values = find<QLineEdit>(*m_window, "sweepValues");
        QCOMPARE(over->currentText(), QStringLiteral("nothing"));
        QVERIFY(!values->isVisibleTo(m_window.get()));
        const auto choose = [over](const QString& title) {
            const int index = over->findText(title);
            over->setCurrentIndex(index);
            Q_EMIT over->activated(index);
        };
        choose(QStringLiteral("workers"));
        QVERIFY(values->isVisibleTo(m_window.get()));
        QVERIFY(find<QPushButton>(*m_window, "runButton")->isEnabled());
        values->setFocus();
        values->setText(QString());
        QTest::keyClicks(values, QStringLiteral("1, 2, 2"));
        QVERIFY(!find<QPushButton>(*m_window, "runButton")->isEnabled());
        QTest::keyClick(values, Qt::Key_Backspace);
        QTest::keyClicks(values, QStringLiteral("4"));
        QVERIFY(find<QPushButton>(*m_window, "runButton")->isEnabled());
        // What the rows had is there again when nothing varies any more.
        choose(QStringLiteral("nothing"));
        QVERIFY(find<QPushButton>(*m_window, "runButton")->isEnabled());
        QVERIFY(!values->isVisibleTo(m_window.get()));
    }

    void undoKeepsTheFocusInItsField()
    {
        auto* field = seconds();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Up);
        const double stepped = field->value();
        QVERIFY(stepped != 1.0);
        QCOMPARE(find<QAction>(*m_window, "undo")->text(), QStringLiteral("Undo: Wait of each"));
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->value(), 1.0);
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(field->value(), stepped);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(field->value(), stepped);
        QVERIFY(field->hasFocus());
    }

    void undoReachesTextsTicksAndToolbar()
    {
        m_window->openExperiment(QStringLiteral("web-requests"));
        auto* urls = find<QPlainTextEdit>(*m_window, "parameter_urls");
        const QString before = urls->toPlainText();
        urls->setFocus();
        QTest::keyClicks(urls, QStringLiteral("x"));
        QVERIFY(urls->toPlainText() != before);
        QTest::keyClick(urls, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(urls->toPlainText(), before);
        auto* box = find<QCheckBox>(*m_window, "chosen_1");
        box->click();
        find<QSpinBox>(*m_window, "blocksField")->setValue(7);
        trigger("undo");
        QCOMPARE(find<QSpinBox>(*m_window, "blocksField")->value(), 1);
        trigger("undo");
        QVERIFY(box->isChecked());
        QVERIFY(!find<QAction>(*m_window, "undo")->isEnabled());
    }

    void whatIsTypedOutsideTheRangeStaysAndIsTold()
    {
        auto* field = find<QSpinBox>(*m_window, "parameter_tasks");
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("-1"));
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(field->value(), -1);
        QVERIFY(!find<QPushButton>(*m_window, "runButton")->isEnabled());
        const auto told = [this] {
            QStringList sentences;
            for (const QLabel* label : m_window->findChildren<QLabel*>()) {
                if (label->isVisible() && label->property("role") == QStringLiteral("problem"))
                    sentences << label->text();
            }
            return sentences;
        };
        // A form that was just made is shown by the next turn of the loop.
        QTRY_COMPARE(told().size(), 1);
        QVERIFY2(told().first().contains(QStringLiteral("tasks")), qPrintable(told().first()));
        QTest::keyClick(field, Qt::Key_Up);
        QVERIFY(find<QPushButton>(*m_window, "runButton")->isEnabled());
    }

    void addedRowsAreTakenAwayAgain()
    {
        auto* lanes = find<charts::GanttChart>(*m_window, "lanesChart");
        const std::size_t bands = lanes->content().bands.size();
        // It comes below the rows of all strategies that are offered.
        const auto row = [this](const char* name) {
            int last = 0;
            while (m_window->findChild<QWidget*>(QStringLiteral("strategy_%1").arg(last)))
                ++last;
            return QStringLiteral("%1_%2").arg(QLatin1String(name)).arg(last - 1);
        };
        const QString before = row("strategy");
        QVERIFY(!m_window->findChild<QToolButton*>(QStringLiteral("remove_1")));
        find<QToolButton>(*m_window, "addStrategy")->menu()->actions().first()->trigger();
        QTRY_COMPARE(lanes->content().bands.size(), bands + 1);
        QTRY_VERIFY(m_window->findChild<QToolButton*>(QStringLiteral("remove_1")));
        QVERIFY(!find<QToolButton>(*m_window, "remove_0")->isEnabled());
        const QString added = row("strategy");
        QVERIFY(added != before);
        auto* box = m_window->findChild<QCheckBox*>(row("chosen"));
        QVERIFY(box);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Delete);
        QTRY_COMPARE(lanes->content().bands.size(), bands);
        QTRY_VERIFY(!m_window->findChild<QWidget*>(added));
        trigger("undo");
        QTRY_COMPARE(lanes->content().bands.size(), bands + 1);
        QTRY_VERIFY(m_window->findChild<QWidget*>(added));
        auto* remove = m_window->findChild<QToolButton*>(row("remove"));
        QVERIFY(remove);
        remove->click();
        QTRY_VERIFY(!m_window->findChild<QWidget*>(added));
    }

    void foldersAreTypedChosenDroppedAndCleared()
    {
        m_window->openExperiment(QStringLiteral("file-digests"));
        auto* line = find<QLineEdit>(*m_window, "parameter_folder");
        auto* run = find<QPushButton>(*m_window, "runButton");
        QVERIFY(line->text().isEmpty());
        QTest::keyClicks(line, QStringLiteral("/nonexistent/pictures"));
        QVERIFY(!run->isEnabled());
        QVERIFY(line->property("wrong").toBool());
        line->clear();
        QVERIFY(run->isEnabled());

        m_folder->write("one.txt", "1");
        const QString folder = QString::fromStdString(m_folder->path().string());
        m_fixture->dialogs.nextFileName = folder;
        find<QToolButton>(*m_window, "chooseFolder")->click();
        QCOMPARE(line->text(), folder);
        QVERIFY(run->isEnabled());
        line->clear();
        drop(*line->parentWidget(), {folder});
        QCOMPARE(line->text(), folder);
    }

    void anotherFileStopsTheRunFirst()
    {
        const QString file = save("mine.overlap.json");
        m_window->openExperiment(QStringLiteral("two-waits"));
        find<QDoubleSpinBox>(*m_window, "timeScaleField")->setValue(50);
        QTest::mouseClick(find<QPushButton>(*m_window, "runButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().feed().current(), runLimit);
        m_window->openExperiment(file);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().startsWith(QStringLiteral("mine")), 5000);
        QVERIFY(!m_window->controller().running());
    }

    void recentFilesAreListedAndCleared()
    {
        const QString file = save("mine.overlap.json");
        find<QToolButton>(*m_window, "fileButton")->menu()->aboutToShow();
        find<QAction>(*m_window, "clearRecent")->trigger();
        QVERIFY(m_fixture->settings.recentFiles().isEmpty());
        QVERIFY(!galleryKeys(*m_window).contains(file));
    }

private:
    QDoubleSpinBox* seconds() { return find<QDoubleSpinBox>(*m_window, "parameter_seconds"); }
    void trigger(const char* action) { find<QAction>(*m_window, action)->trigger(); }
    QString save(const char* name)
    {
        m_fixture->dialogs.nextFileName = QString::fromStdString((*m_folder / name).string());
        trigger("saveFileAs");
        return m_fixture->dialogs.nextFileName;
    }

    std::unique_ptr<testing::TempFolder> m_folder;
    std::unique_ptr<testing::WindowFixture> m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;
};

QTEST_MAIN(TestDocuments)
#include "tst_documents.moc"
