// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/python_setting.h"

#include "session/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <mutex>

using namespace overlap;

namespace {

engine::PythonChoice found(const std::string& version)
{
    engine::PythonChoice choice;
    choice.facts = engine::PythonFacts{};
    choice.facts->version = version;
    return choice;
}

engine::PythonChoice missing(const char* sentence)
{
    return {std::nullopt, core::Message(sentence)};
}

/// Answers what the test wants, and remembers what it was asked.
struct Oracle
{
    std::mutex mutex;
    std::vector<std::string> asked;

    session::PythonSetting::Look look()
    {
        return [this](const std::filesystem::path& named) {
            const std::lock_guard lock(mutex);
            asked.push_back(named.string());
            return named == "/bad" ? missing("it is broken") : found(named.empty() ? "3.11.2" : "3.13.0");
        };
    }
};

} // namespace

class TestPythonSetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtOnceAndTellsWhatItFound()
    {
        session::Settings settings(file("first"));
        Oracle oracle;
        session::PythonSetting python(settings, oracle.look());
        QVERIFY(python.looking());
        QVERIFY(!python.choice());
        QVERIFY(python.reason().empty()); // nobody knows yet
        QTRY_VERIFY(python.choice());
        QVERIFY(!python.looking());
        QCOMPARE(python.choice()->facts->version, std::string("3.11.2"));
    }

    void aPathIsKeptAndLookedAt()
    {
        session::Settings settings(file("kept"));
        Oracle oracle;
        {
            session::PythonSetting python(settings, oracle.look());
            python.setPath(QStringLiteral("/bad"));
            QTRY_VERIFY(!python.looking() && python.choice());
            QCOMPARE(QString::fromStdString(python.reason().english()), QStringLiteral("it is broken"));
        }
        session::PythonSetting again(settings, oracle.look());
        QCOMPARE(again.path(), QStringLiteral("/bad"));
        QTRY_VERIFY(again.choice());
        QVERIFY(!again.choice()->facts);
        again.setPath(QString());
        QTRY_VERIFY(!again.looking() && again.choice()->facts);
    }

    void whatIsSetMeanwhileIsWhatCounts()
    {
        session::Settings settings(file("meanwhile"));
        Oracle oracle;
        session::PythonSetting python(settings, oracle.look());
        const QSignalSpy spy(&python, &session::PythonSetting::changed);
        python.setPath(QStringLiteral("/bad"));
        python.setPath(QStringLiteral("/good"));
        QTRY_VERIFY(!python.looking());
        QCOMPARE(python.choice()->facts->version, std::string("3.13.0"));
        const std::lock_guard lock(oracle.mutex);
        QCOMPARE(oracle.asked.back(), std::string("/good"));
    }

    void theEngineLooksForItself()
    {
        session::Settings settings(file("engine"));
        Oracle oracle;
        engine::PythonSource source;
        {
            session::PythonSetting python(settings, oracle.look());
            source = python.source();
            QTRY_VERIFY(python.choice());
            python.setPath(QStringLiteral("/good"));
        }
        QCOMPARE(source().facts->version, std::string("3.13.0")); // also when the window is gone
    }

private:
    QString file(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name) + QLatin1String(".ini"));
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPythonSetting)
#include "tst_python_setting.moc"
