// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "gui/main_window.h"
#include "gui/present_view.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QPixmap>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <cstdio>

namespace overlap::app {

namespace {

constexpr QSize usual{1600, 1000};
constexpr QSize projector{1280, 800};
constexpr QSize advisorPage{1080, 780}; // also where the screen is smaller
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
    const auto press = [this](Qt::Key key) {
        return [this, key] {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            if (gui::PresentView* view = presentView())
                QApplication::sendEvent(view, &event);
        };
    };
    const auto advisor = [this](const char* button) {
        return [this, button] {
            m_window.findChild<QAction*>(QStringLiteral("openAdvisor"))->trigger();
            m_window.findChild<QWidget*>(QStringLiteral("advisorPage"))->resize(advisorPage);
            m_window.findChild<QPushButton*>(QLatin1String(button))->click();
        };
    };
    m_steps = {
        {{}, usual, look(Look::light), settle},
        {{}, usual, open("web-requests"), settle},
        {QStringLiteral("first-start"), usual, {}, settle},
        {QStringLiteral("mid-run"), usual, run, midRun},
        {QStringLiteral("main-light"), usual, {}, settle, true},
        {QStringLiteral("where-time-went"), usual, tab(1), settle},
        {QStringLiteral("latencies"), usual, tab(2), settle},
        {QStringLiteral("results"), usual, tab(4), settle},
        {QStringLiteral("log"), usual, tab(5), settle},
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
        {{}, usual, open("two-sums"), settle},
        {QStringLiteral("sums-first"), usual, {}, settle},
        {{}, usual, run, settle},
        {QStringLiteral("sums"), usual, {}, settle, true},
        {QStringLiteral("sums-where-time-went"), usual, tab(1), settle},
        {QStringLiteral("sums-dark"), usual, look(Look::dark), settle},
        {{}, usual, look(Look::light), settle},
        {{}, usual, tab(0), settle},
        {QStringLiteral("sums-small"), {1024, 700}, {}, settle},
        {{}, usual, open("image-resize"), settle},
        {QStringLiteral("pictures-mid-run"), usual, run, 1500},
        {QStringLiteral("pictures"), usual, {}, settle, true},
        {QStringLiteral("pictures-where-time-went"), usual, tab(1), settle},
        {{}, usual, tab(0), settle},
        {{}, usual, open("stores"), settle},
        {QStringLiteral("stores-mid-run"), usual, run, 5200},
        {QStringLiteral("stores"), usual, {}, settle, true},
        {QStringLiteral("stores-small"), {1024, 700}, {}, settle},
        {QStringLiteral("advisor"), usual, advisor("advisorExample_1"), settle},
        {QStringLiteral("advisor-native"), usual, advisor("advisorNative"), settle},
        {{}, usual, look(Look::dark), settle},
        {QStringLiteral("advisor-dark"), usual, advisor("advisorPython"), settle},
        {{}, usual, advisor("advisorClose"), settle},
        {{}, usual, look(Look::light), settle},
        {{}, usual, open("web-requests"), settle},
        {QStringLiteral("present-question"), projector,
         [this] { m_window.findChild<QToolButton*>(QStringLiteral("presentButton"))->click(); }, settle},
        {QStringLiteral("present-running"), projector, press(Qt::Key_Space), midRun},
        {QStringLiteral("present-hidden"), projector, {}, settle, true},
        {QStringLiteral("present-revealed"), projector, press(Qt::Key_R), settle},
        {QStringLiteral("present-large"), {1920, 1080}, {}, settle},
        {QStringLiteral("present-dark"), projector, look(Look::dark), settle},
        {QStringLiteral("present-next"), projector, press(Qt::Key_Right), settle},
        {QStringLiteral("after-presenting"), usual, press(Qt::Key_Escape), settle},
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
    if (gui::PresentView* view = presentView()) {
        view->showNormal(); // as large as the picture, whatever the screen is
        view->resize(step.size);
    }
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

gui::PresentView* Screenshots::presentView() const
{
    return m_window.findChild<gui::PresentView*>(QStringLiteral("presentView"));
}

void Screenshots::take(const QString& name)
{
    if (name.isEmpty())
        return;
    const QString file = m_folder + QLatin1Char('/') + name + QStringLiteral(".png");
    auto* const page = m_window.findChild<QWidget*>(QStringLiteral("advisorPage"));
    QWidget* const shown = presentView()       ? static_cast<QWidget*>(presentView())
                           : page->isVisible() ? page
                                               : &m_window;
    if (shown->grab().save(file))
        std::printf("%s\n", qPrintable(file));
}

} // namespace overlap::app
