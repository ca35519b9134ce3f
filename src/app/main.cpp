// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"
#include "app/self_measurement.h"
#include "core/forecast_record.h"
#include "core/paths.h"
#include "engine/catalogue.h"
#include "engine/environment_probe.h"
#include "gui/dialog_service.h"
#include "gui/main_window.h"
#include "ipc/limits.h"
#include "net/curl_fetcher.h"
#include "session/languages.h"
#include "session/python_setting.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>
#include <csignal>
#include <cstdio>
#include <optional>

using namespace overlap;

namespace {

// So that the window stays fluid beside workers that compute on every core; told in the environment of a
// report.
constexpr int workerNiceness = 10;

int runWindow(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN); // libcurl asks for it
    std::signal(SIGXFSZ, SIG_IGN); // a limit of file sizes is an error of writing, not the end
    ipc::raiseDescriptorLimit();
    // Before Qt and everything else, because children die with the thread that spawned them.
    ipc::Launcher launcher;
    const net::CurlLibrary curl;
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setApplicationName(QStringLiteral("Overlap"));
    QApplication::setApplicationVersion(QStringLiteral(OVERLAP_VERSION));

    const core::Paths paths = core::Paths::ofThisProgram();
    session::Languages languages(paths.translations());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Main", "A desktop laboratory for concurrency"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption screenshots(
        QStringLiteral("screenshots"),
        QCoreApplication::translate("Main",
                                    "Save pictures of the window in its states to this folder and end."),
        QStringLiteral("folder"));
    const QCommandLineOption measure(
        QStringLiteral("measure"),
        QCoreApplication::translate(
            "Main", "Print how long the window takes to start and how long it stalls at most, and end."));
    const QCommandLineOption language(
        QStringLiteral("language"),
        QCoreApplication::translate("Main", "The language of this start, such as en or de."),
        QStringLiteral("code"));
    parser.addOptions({screenshots, measure, language});
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QCoreApplication::translate("Main", "An experiment to open."),
                                 QStringLiteral("[file]"));
    parser.process(application);

    const core::Catalogue catalogue = engine::makeCatalogue();
    const int cores = engine::usableCores();
    const charts::Palette palette = charts::loadPalette(paths.palette());
    // Pictures and measurements start from nothing and leave nothing in the user's settings.
    const bool plain = parser.isSet(screenshots) || parser.isSet(measure);
    std::optional<QTemporaryDir> scratch;
    if (plain)
        scratch.emplace();
    session::Settings settings =
        plain ? session::Settings(scratch->filePath(QStringLiteral("settings.ini"))) : session::Settings();
    const core::ForecastRecord forecasts(
        plain ? scratch->filePath(QStringLiteral("forecasts.tsv")).toStdString()
              : core::ForecastRecord::usualFile().string());
    session::PythonSetting python(settings, session::lookWith(launcher));
    engine::EngineServices engineServices{paths, launcher, catalogue, workerNiceness};
    engineServices.python = python.source();
    // Pictures are the same on every machine.
    const QString usual = plain ? QStringLiteral("en") : settings.language();
    languages.use(parser.isSet(language) ? parser.value(language) : usual);
    gui::DesktopDialogs dialogs;
    const core::Environment environment = engine::probeEnvironment();
    session::RunController controller(engineServices);
    session::GilCheck gilCheck(session::measureGil(engineServices));
    session::CostsCheck costsCheck(session::measureCosts(engineServices, cores));
    session::Predictor predictor(engineServices, cores);
    session::AdviceCheck adviceCheck(session::measureAdvice(engineServices, cores));
    session::CrossoverCheck crossoverCheck(session::measureCrossover(engineServices));
    gui::MainWindow window({controller, gilCheck, costsCheck, predictor, adviceCheck, crossoverCheck, python,
                            catalogue, environment, palette, settings, forecasts, languages, dialogs},
                           engine::loadPresets(paths, catalogue, cores));
    window.show();
    window.openFiles(parser.positionalArguments());
    if (parser.isSet(screenshots))
        new app::Screenshots(window, parser.value(screenshots));
    if (parser.isSet(measure))
        new app::SelfMeasurement(window, !parser.positionalArguments().isEmpty());
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    // Qt would abort without a word that helps.
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") ||
                            qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
                            qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (!hasDisplay) {
        std::fputs("overlap: there is no display; overlap-cli runs the same experiments without one\n",
                   stderr);
        return 2;
    }
    try {
        return runWindow(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "overlap: %s\n", error.what());
        return 2;
    }
}
