// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/forecast_content.h"

#include "core/text.h"
#include "session/message_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace overlap::gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(overlap::gui::ForecastContent)

public:
    static QString forCores(int cores)
    {
        return cores == 1 ? tr("Predict: a machine with 1 core")
                          : tr("Predict: a machine with %1 cores").arg(cores);
    }
    static QString forecast(double seconds)
    {
        return tr("forecast %1").arg(session::figureText(core::durationText(seconds)));
    }
};

charts::GanttBand ghostOf(const analysis::Forecast& forecast, std::shared_ptr<const core::Timeline> timeline)
{
    charts::GanttBand band;
    band.strategy = forecast.strategy;
    band.isBaseline = forecast.baseline;
    band.waiting = true;
    band.predicted = true;
    band.expectedLanes = forecast.strategy.workers();
    band.timeline = std::move(timeline);
    band.finishSeconds = forecast.wallSeconds;
    if (forecast.speedup)
        band.speedup = core::Speedup{*forecast.speedup, std::nullopt};
    return band;
}

} // namespace

QString forecastErrorText(double error)
{
    const double percent = 100 * error;
    if (std::abs(percent) < 0.05)
        return QStringLiteral("±0 %");
    const QString figure = QLocale().toString(std::abs(percent), 'f', std::abs(percent) < 9.95 ? 1 : 0);
    return (percent > 0 ? QStringLiteral("+") : QStringLiteral("−")) + figure + QStringLiteral(" %");
}

void addForecasts(charts::GanttContent& content, const session::PredictedRuns& runs, int machineCores,
                  const core::Report* report)
{
    const engine::Prediction& prediction = runs.prediction;
    std::vector<analysis::Forecast> forecasts = prediction.forecasts;
    if (prediction.cores != machineCores) {
        const bool folded = !content.bands.empty() && content.bands.front().folded;
        content.bands.clear();
        for (std::size_t i = 0; i < forecasts.size(); ++i) {
            content.bands.push_back(ghostOf(forecasts[i], runs.timelines[i]));
            content.bands.back().folded = folded;
        }
        std::ranges::stable_sort(content.bands, {},
                                 [](const charts::GanttBand& band) { return band.strategy.runtime; });
        content.subtitle = Words::forCores(prediction.cores) + QStringLiteral(" · ") + content.subtitle;
        return;
    }
    if (report)
        analysis::addMeasured(forecasts, *report);
    for (charts::GanttBand& band : content.bands) {
        const auto forecast = std::ranges::find(forecasts, band.strategy, &analysis::Forecast::strategy);
        if (forecast == forecasts.end())
            continue;
        if (band.waiting) {
            const bool folded = band.folded;
            const QStringList subtitles = band.subtitles;
            band = ghostOf(*forecast, runs.timelines[static_cast<std::size_t>(forecast - forecasts.begin())]);
            band.folded = folded;
            band.subtitles = subtitles;
            continue;
        }
        band.forecastSeconds = forecast->wallSeconds;
        if (forecast->baseline)
            continue; // the profile is from such a run
        QString line = Words::forecast(forecast->seconds(prediction.experiment.timing));
        const auto error = forecast->error(prediction.experiment.timing);
        if (error && band.finishSeconds)
            line += QStringLiteral(" · ") + forecastErrorText(*error);
        band.subtitles << line;
    }
}

} // namespace overlap::gui
