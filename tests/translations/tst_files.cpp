// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/builtin_charts.h"
#include "core/environment.h"
#include "core/paths.h"
#include "engine/catalogue.h"
#include "ts_file.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace overlap;
using testing::readTs;
using testing::TsEntry;

namespace {

const QString folder = QStringLiteral(OVERLAP_SOURCE_ROOT "/translations");

QString ending(const QString& text)
{
    static const QRegularExpression last(QStringLiteral("(…|\\.\\.\\.|:)?(\\s*)$"));
    const QRegularExpressionMatch match = last.match(text);
    return match.captured(1) + match.captured(2);
}

QString beginning(const QString& text)
{
    static const QRegularExpression first(QStringLiteral("^\\s*"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    // A space that must not break does the same work.
    return first.match(text).captured().replace(QChar(QChar::Nbsp), QLatin1Char(' '));
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(L?[1-9]|n)"));
    QStringList found;
    for (auto it = place.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

/// File dialogs cut their filters at ;; and offer what stands in brackets.
QStringList filterEndings(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\(\\*[^)]*\\)"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    return found;
}

/// What is wrong with one translation of one source; empty where nothing is.
QString fault(const QString& source, const QString& translation)
{
    if (translation.trimmed().isEmpty() && !source.trimmed().isEmpty())
        return QStringLiteral("is empty");
    if (placeholders(source) != placeholders(translation))
        return QStringLiteral("has other places for arguments");
    if (ending(source) != ending(translation))
        return QStringLiteral("ends otherwise: an ellipsis, a colon or a space");
    if (beginning(source) != beginning(translation))
        return QStringLiteral("begins with another space");
    if (source.count(QLatin1Char('&')) != translation.count(QLatin1Char('&')))
        return QStringLiteral("has another number of &");
    if (filterEndings(source) != filterEndings(translation))
        return QStringLiteral("offers other kinds of files");
    if (source.count(QLatin1Char('\n')) != translation.count(QLatin1Char('\n')))
        return QStringLiteral("has another number of lines");
    return {};
}

} // namespace

/// Each test runs for every language, by its file.
class TestTranslationFiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_scratch;
    QString m_complaints;

    QString freshCopy(const QString& name) const { return m_scratch.filePath(name); }

    static void eachLanguage()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : QDir(folder).entryList({QStringLiteral("overlap_*.ts")}))
            QTest::newRow(qPrintable(name)) << name;
    }

    static std::vector<TsEntry> entriesOf(const QString& name)
    {
        return readTs(folder + QLatin1Char('/') + name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStringList copies;
        for (const QString& name : QDir(folder).entryList({QStringLiteral("overlap_*.ts")})) {
            QVERIFY(QFile::copy(folder + QLatin1Char('/') + name, freshCopy(name)));
            copies << freshCopy(name);
            QVERIFY2(entriesOf(name).size() > 100, qPrintable(name));
        }
        QVERIFY(!copies.isEmpty());
        QProcess update;
        update.start(QStringLiteral(OVERLAP_CMAKE),
                     {QStringLiteral("-DLUPDATE=" OVERLAP_LUPDATE),
                      QStringLiteral("-DSCRATCH=") + m_scratch.path(),
                      QStringLiteral("-DTS_FILES=") + copies.join(QLatin1Char(';')), QStringLiteral("-P"),
                      folder + QStringLiteral("/Update.cmake")});
        QVERIFY(update.waitForFinished(60000));
        m_complaints = QString::fromUtf8(update.readAllStandardError());
        QVERIFY2(update.exitCode() == 0, qPrintable(m_complaints));
    }

    void lupdateUnderstandsEverySource()
    {
        // A tr() whose class it does not find would land in a context that nobody looks into.
        QStringList complaints = m_complaints.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        // It takes the std:: of a result for a class in front of the function, to no harm.
        complaints.removeIf([](const QString& line) { return line.endsWith(QLatin1String(" ::std")); });
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
    }

    void everyTextOfTheSourcesIsTranslated_data() { eachLanguage(); }
    void everyTextOfTheSourcesIsTranslated()
    {
        QFETCH(QString, name);
        const std::vector<TsEntry> fresh = readTs(freshCopy(name));
        QVERIFY(fresh.size() > 100);
        for (const TsEntry& entry : fresh) {
            if (!entry.state.isEmpty()) {
                QFAIL(qPrintable(QStringLiteral("./dev translations, then translate “%1” (%2)")
                                     .arg(entry.name(), entry.state)));
            }
        }
    }

    void nothingIsLeftThatTheSourcesNoLongerSay_data() { eachLanguage(); }
    void nothingIsLeftThatTheSourcesNoLongerSay()
    {
        QFETCH(QString, name);
        QSet<QString> alive;
        for (const TsEntry& entry : readTs(freshCopy(name)))
            alive << entry.name();
        for (const TsEntry& entry : entriesOf(name))
            QVERIFY2(alive.contains(entry.name()), qPrintable(entry.name()));
    }

    void translationsKeepWhatIsNoText_data() { eachLanguage(); }
    void translationsKeepWhatIsNoText()
    {
        QFETCH(QString, name);
        for (const TsEntry& entry : entriesOf(name)) {
            for (const QString& translation : entry.translations) {
                const QString found = fault(entry.source, translation);
                QVERIFY2(found.isEmpty(), qPrintable(entry.name() + QStringLiteral(" → “") + translation +
                                                     QStringLiteral("” ") + found));
            }
        }
    }

    void faultsAreFound()
    {
        const auto said = [](const char* source, const char* translation) {
            return !fault(QString::fromUtf8(source), QString::fromUtf8(translation)).isEmpty();
        };
        QVERIFY(said("Run", ""));
        QVERIFY(said("%1 of %2", "%1 von %1"));
        QVERIFY(said("%n items", "Posten"));
        QVERIFY(said("Save…", "Speichern"));
        QVERIFY(said("Save…", "Speichern..."));
        QVERIFY(said("Name:", "Name"));
        QVERIFY(said("Name: ", "Name:"));
        QVERIFY(said(" · %1", "· %1"));
        QVERIFY(said("&Run", "Starten"));
        QVERIFY(said("JSON (*.json)", "JSON (*.JSON)"));
        QVERIFY(!said("%1 of %2", "von %2 sind es %1"));
        QVERIFY(!said(" bytes", "\u00a0Bytes"));
    }

    void germanHasItsOwnQuotes()
    {
        for (const TsEntry& entry : entriesOf(QStringLiteral("overlap_de.ts"))) {
            for (const QString& text : entry.translations) {
                const bool paired = text.count(QChar(u'„')) == text.count(QChar(u'“'));
                QVERIFY2(paired && !text.contains(QChar(u'”')) && !text.contains(QLatin1Char('"')),
                         qPrintable(entry.name() + QStringLiteral(" → ") + text));
                QVERIFY2(!text.contains(QStringLiteral("...")), qPrintable(text));
            }
        }
    }

    /// What only running code knows: a text that lupdate was not shown would pass every test above.
    void everythingInTheCatalogueIsTranslated_data() { eachLanguage(); }
    void everythingInTheCatalogueIsTranslated()
    {
        QFETCH(QString, name);
        QSet<QString> known;
        for (const TsEntry& entry : entriesOf(name))
            known << entry.context + QLatin1Char('\n') + entry.source;
        QStringList missing;
        const auto need = [&](const char* context, const std::string& source) {
            const QString text = QString::fromStdString(source);
            if (!text.isEmpty() && !known.contains(QLatin1String(context) + QLatin1Char('\n') + text))
                missing << QLatin1String(context) + QStringLiteral(": ") + text;
        };

        const core::Catalogue catalogue = engine::makeCatalogue();
        for (const core::WorkloadDescriptor& workload : catalogue.workloads) {
            need("Workloads", workload.title);
            for (const core::Parameter& parameter : workload.parameters) {
                need("Workloads", parameter.title);
                need("Workloads", parameter.help);
                for (const std::string& choice : parameter.choices)
                    need("Choices", choice);
            }
        }
        for (const core::StrategyDescriptor& strategy : catalogue.strategies) {
            need("Strategies", strategy.title);
            need("Strategies", strategy.help);
        }
        const auto presets = engine::loadPresets(core::Paths::ofThisProgram(), catalogue, 4);
        QVERIFY(!presets.empty());
        for (const core::Experiment& preset : presets) {
            need("Experiments", preset.title);
            need("Experiments", preset.chapter);
            const auto workload = catalogue.workload(preset.workload)->make(preset.parameters);
            need("Messages", workload->describe().id);
            for (const core::StageInfo& stage : workload->stages())
                need("Workloads", stage.name);
            for (const core::ResultColumn& column : workload->resultColumns()) {
                const core::Value* typed = preset.parameters.find("field");
                if (!typed || *typed != core::Value(column.title)) // else a person's own word
                    need("Workloads", column.title);
            }
            for (core::ItemIndex item = 0; item < workload->itemCount() && item < 3; ++item)
                needNumbered(missing, known, workload->itemLabel(item));
        }
        for (const charts::ChartDescriptor& chart : charts::chartKinds())
            need("Charts", std::string(chart.title));
        for (const core::EnvironmentFact& fact : core::factsOf(core::Environment())) {
            need("Messages", fact.title.id);
            need("Messages", fact.value.id);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

private:
    /// "wait 3" is a word and a number; what holds no such thing is data, as an address is.
    static void needNumbered(QStringList& missing, const QSet<QString>& known, const std::string& label)
    {
        static const QRegularExpression numbered(QStringLiteral("^([A-Za-z][A-Za-z ]*) [0-9]+$"));
        const QRegularExpressionMatch match = numbered.match(QString::fromStdString(label));
        if (!match.hasMatch())
            return;
        const QString entry = QStringLiteral("Items\n") + match.captured(1) + QStringLiteral(" %1");
        if (!known.contains(entry))
            missing << entry;
    }
};

QTEST_GUILESS_MAIN(TestTranslationFiles)
#include "tst_files.moc"
