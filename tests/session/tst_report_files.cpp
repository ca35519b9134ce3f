// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's export menu writes: whole, or the old file and a sentence.
#include "session/report_files.h"

#include "core/message.h"
#include "support/limits.h"
#include "support/small_catalogue.h"
#include "support/temp_folder.h"

#include <QTest>

using namespace overlap;
using overlap::testing::bytesOf;
using overlap::testing::FileSizeLimit;
using overlap::testing::TempFolder;

using Save = void (*)(const core::Report&, const std::filesystem::path&);
Q_DECLARE_METATYPE(Save)

class TestReportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeWrittenLeavesTheOldFile_data()
    {
        QTest::addColumn<Save>("save");
        QTest::newRow("report") << &session::saveReport;
        QTest::newRow("runs") << &session::saveRuns;
    }
    void whatCannotBeWrittenLeavesTheOldFile()
    {
        QFETCH(Save, save);
        core::Report report;
        report.experiment = overlap::testing::smallExperiment();
        const TempFolder folder;
        const std::filesystem::path path = folder.write("a", "old");
        std::filesystem::create_symlink("/dev/full", folder / "full");
        const auto said = [&](const std::filesystem::path& target) {
            try {
                save(report, target);
                return QStringLiteral("it was written");
            } catch (const core::Error& error) {
                return QString::fromStdString(error.what());
            }
        };
        const auto names = [](const QString& sentence, const std::filesystem::path& target,
                              const char* cause) {
            return sentence.startsWith(QString::fromStdString(target) +
                                       QStringLiteral(": the file cannot be written (")) &&
                   sentence.endsWith(QStringLiteral(" bytes): ") + QLatin1String(cause));
        };
        QString tooLarge;
        {
            const FileSizeLimit limit(10);
            tooLarge = said(path);
        }
        QVERIFY2(names(tooLarge, path, "File too large"), qPrintable(tooLarge));
        const QString full = said(folder / "full");
        QVERIFY2(names(full, folder / "full", "No space left on device"), qPrintable(full));
        const QString missing = said(folder / "missing/a");
        QVERIFY2(names(missing, folder / "missing/a", "No such file or directory"), qPrintable(missing));
        QCOMPARE(bytesOf(path), std::string("old"));
        QCOMPARE(folder.entries(), std::size_t(2));
        QCOMPARE(said(path), QStringLiteral("it was written"));
        QVERIFY(bytesOf(path).size() > 100);
    }
};

QTEST_MAIN(TestReportFiles)
#include "tst_report_files.moc"
