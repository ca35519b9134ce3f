// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "gui/main_window.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <cstdio>

namespace overlap::app {

namespace {

constexpr QSize usual{1600, 1000};
constexpr int settle = 350;
constexpr int midRun = 3600; // of "web-requests": the second strategy is under way

} // namespace

Screenshots::Screenshots(gui::MainWindow& window, QString folder)
    : QObject(&window)
    , m_window(window)
    , m_folder(std::move(folder))
{
    using Look = session::Settings::Look;
    const auto look = [this](Look which) { return [this, which] { m_window.setLook(which); }; };
    const auto tab = [this](int index) {
        return [this, index] {
            m_window.findChild<QTabWidget*>(QStringLiteral("bottomTabs"))->setCurrentIndex(index);
        };
    };
    const auto run = [this] { m_window.findChild<QPushButton*>(QStringLiteral("runButton"))->click(); };
    const auto open = [this](const char* id) {
        return [this, id] { m_window.openExperiment(QLatin1String(id)); };
    };
    m_steps = {
        {{}, usual, look(Look::light), settle},
        {{}, usual, open("web-requests"), settle},
        {QStringLiteral("first-start"), usual, {}, settle},
        {QStringLiteral("mid-run"), usual, run, midRun},
        {QStringLiteral("main-light"), usual, {}, settle, true},
        {QStringLiteral("latencies"), usual, tab(1), settle},
        {QStringLiteral("results"), usual, tab(2), settle},
        {QStringLiteral("log"), usual, tab(3), settle},
        {{}, usual, tab(0), settle},
        {QStringLiteral("main-dark"), usual, look(Look::dark), settle},
        {QStringLiteral("again-dark"), usual, run, midRun},
        {{}, usual, {}, settle, true},
        {{}, usual, look(Look::light), settle},
        {QStringLiteral("small"), {1024, 700}, {}, settle},
        {QStringLiteral("small-details"),
         {1024, 700},
         [this] { m_window.findChild<QToolButton*>(QStringLiteral("detailsButton"))->click(); },
         settle},
        {QStringLiteral("large"), {1920, 1080}, {}, settle},
        {{}, usual, open("stores"), settle},
        {QStringLiteral("stores-mid-run"), usual, run, 5200},
        {QStringLiteral("stores"), usual, {}, settle, true},
        {QStringLiteral("stores-small"), {1024, 700}, {}, settle},
    };
    QDir().mkpath(m_folder);
    QTimer::singleShot(settle, this, &Screenshots::next);
}

void Screenshots::next()
{
    if (m_at == m_steps.size()) {
        QApplication::quit();
        return;
    }
    const Step& step = m_steps[m_at++];
    m_window.resize(step.size);
    if (step.act)
        step.act();
    const auto finish = [this, step] {
        take(step.name);
        next();
    };
    if (step.untilEnded && m_window.controller().running()) {
        connect(
            &m_window.controller(), &session::RunController::ended, this,
            [this, finish] { QTimer::singleShot(settle, this, finish); }, Qt::SingleShotConnection);
    } else {
        QTimer::singleShot(step.waitMilliseconds, this, finish);
    }
}

void Screenshots::take(const QString& name)
{
    if (name.isEmpty())
        return;
    const QString file = m_folder + QLatin1Char('/') + name + QStringLiteral(".png");
    if (m_window.grab().save(file))
        std::printf("%s\n", qPrintable(file));
}

} // namespace overlap::app
