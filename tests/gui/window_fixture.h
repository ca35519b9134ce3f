// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"
#include "core/forecast_record.h"
#include "engine/catalogue.h"
#include "gui/dialog_service.h"
#include "gui/main_window.h"
#include "net/curl_fetcher.h"
#include "session/languages.h"
#include "session/python_setting.h"

#include <QApplication>
#include <QCheckBox>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>
#include <optional>

namespace overlap::testing {

/// Answers dialogs instead of a person and remembers what was said.
class ScriptedDialogs final : public gui::DialogService
{
public:
    QString nextFileName; ///< empty: the person changes their mind
    QString lastProposal;
    std::optional<Unsaved> nextUnsaved; ///< nothing: cancel
    QStringList asked;
    QStringList told;

    void saveFileName(QWidget*, const QString&, const QString& proposal, const QString&,
                      PathAnswer answer) override
    {
        lastProposal = proposal;
        reply(answer);
    }
    void openFileName(QWidget*, const QString&, const QString& folder, const QString&,
                      PathAnswer answer) override
    {
        lastProposal = folder;
        reply(answer);
    }
    void folderName(QWidget*, const QString&, const QString& folder, PathAnswer answer) override
    {
        lastProposal = folder;
        reply(answer);
    }
    void askUnsaved(QWidget*, const QString&, const QString& sentence, UnsavedAnswer answer) override
    {
        asked << sentence;
        if (nextUnsaved)
            answer(*nextUnsaved);
    }
    void tell(QWidget*, const QString&, const QString& sentence) override { told << sentence; }

private:
    void reply(const PathAnswer& answer) const
    {
        if (!nextFileName.isEmpty())
            answer(nextFileName);
    }
};

/// Everything that main composes, with settings and dialogs of the test's own.
class WindowFixture
{
public:
    /// With a controller of its own; the one before must be gone.
    std::unique_ptr<gui::MainWindow> newWindow()
    {
        controller = std::make_unique<session::RunController>(services);
        gilCheck = std::make_unique<session::GilCheck>(gilMeasure);
        costsCheck = std::make_unique<session::CostsCheck>(costsMeasure);
        predictor = std::make_unique<session::Predictor>(services, 2);
        adviceCheck = std::make_unique<session::AdviceCheck>(session::measureAdvice(services, 2));
        crossoverCheck = std::make_unique<session::CrossoverCheck>(session::measureCrossover(services));
        environment.cores = 2;
        python = std::make_unique<session::PythonSetting>(settings, pythonLook);
        return std::make_unique<gui::MainWindow>(
            gui::MainWindow::Services{*controller, *gilCheck, *costsCheck, *predictor, *adviceCheck,
                                      *crossoverCheck, *python, catalogue, environment, palette, settings,
                                      forecasts, languages, dialogs},
            engine::loadPresets(paths, catalogue, 2));
    }

    std::unique_ptr<gui::MainWindow> makeWindow(QSize size = {1600, 1000})
    {
        auto window = newWindow();
        window->resize(size);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            return nullptr;
        return window;
    }

    ipc::Launcher launcher;
    net::CurlLibrary curl;
    core::Paths paths = core::Paths::ofThisProgram();
    core::Catalogue catalogue = engine::makeCatalogue();
    engine::EngineServices services{paths, launcher, catalogue, 0};
    charts::Palette palette = charts::loadPalette(paths.palette());
    QTemporaryDir folder;
    session::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    core::ForecastRecord forecasts{folder.filePath(QStringLiteral("forecasts.tsv")).toStdString()};
    session::Languages languages{paths.translations()}; ///< English until a test asks for another
    ScriptedDialogs dialogs;
    core::Environment environment;
    session::GilCheck::Measure gilMeasure = session::measureGil(services);          ///< of the next window
    session::CostsCheck::Measure costsMeasure = session::measureCosts(services, 2); ///< of the next window
    session::PythonSetting::Look pythonLook = session::lookWith(launcher);          ///< of the next window
    std::unique_ptr<session::RunController> controller;
    std::unique_ptr<session::GilCheck> gilCheck;
    std::unique_ptr<session::CostsCheck> costsCheck;
    std::unique_ptr<session::Predictor> predictor;
    std::unique_ptr<session::AdviceCheck> adviceCheck;
    std::unique_ptr<session::CrossoverCheck> crossoverCheck;
    std::unique_ptr<session::PythonSetting> python;
};

template <class Widget>
Widget* find(const QWidget& window, const char* name)
{
    Widget* widget = window.findChild<Widget*>(QLatin1String(name));
    if (!widget)
        qFatal("the window has no %s", name);
    return widget;
}

/// Takes a strategy out of the experiment, as a person would.
inline void leaveOut(const QWidget& window, const char* strategy)
{
    for (QCheckBox* box : window.findChildren<QCheckBox*>()) {
        if (box->text() == QLatin1String(strategy) && box->isChecked())
            box->click();
    }
}

} // namespace overlap::testing
