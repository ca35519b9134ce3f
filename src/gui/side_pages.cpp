// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/side_pages.h"

#include "gui/predict_menu.h"

namespace overlap::gui {

SidePages::SidePages(const Parts& parts, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_gilPage(new GilCheckPage(parts.gil, window))
    , m_strategies(new StrategiesPage(parts.costs, parts.catalogue, parts.presets, window))
    , m_advisor(new AdvisorPage(parts.presets, parts.cores, {parts.advice, parts.draft, parts.forecasts},
                                parts.crossover, window))
{
    connect(&parts.gil, &session::BackgroundCheck::runningChanged, this, &SidePages::refresh);
    connect(&parts.costs, &session::BackgroundCheck::runningChanged, this, &SidePages::refresh);
    connect(&parts.predictor, &session::BackgroundCheck::runningChanged, this, &SidePages::refresh);
    connect(&parts.advice, &session::BackgroundCheck::runningChanged, this, &SidePages::refresh);
    connect(&parts.crossover, &session::BackgroundCheck::runningChanged, this, &SidePages::refresh);
    connect(&parts.controller, &session::RunController::started, this, &SidePages::refresh);
    connect(&parts.controller, &session::RunController::ended, this, &SidePages::refresh);
    connect(m_strategies, &StrategiesPage::presetWanted, this, &SidePages::presetWanted);
    connect(m_advisor, &AdvisorPage::presetWanted, this, &SidePages::presetWanted);
}

void SidePages::setTheme(const charts::Theme& theme)
{
    m_gilPage->setTheme(theme);
    m_advisor->setTheme(theme);
}

QString SidePages::whyExperimentsWait() const
{
    if (m_parts.gil.running())
        return GilCheckPage::whyExperimentsWait();
    if (m_parts.advice.running())
        return AdvisorMeasured::whyOthersWait();
    if (m_parts.crossover.running())
        return AdvisorCrossover::whyOthersWait();
    if (m_parts.predictor.running())
        return PredictMenu::whyOthersWait();
    return m_parts.costs.running() ? StrategiesPage::whyOthersWait() : QString();
}

bool SidePages::showMeasuring()
{
    if (m_parts.gil.running())
        m_gilPage->reopen();
    else if (m_parts.costs.running())
        m_strategies->reopen();
    else if (m_parts.advice.running() || m_parts.crossover.running())
        m_advisor->reopenMeasured();
    else
        return m_parts.predictor.running(); // which has no page, and is over soon
    return true;
}

void SidePages::close()
{
    m_gilPage->close();
    m_strategies->close();
    m_advisor->close();
}

void SidePages::refresh()
{
    QString why = whyExperimentsWait();
    if (m_parts.controller.running())
        why = tr("An experiment is running. Measuring both at once would spoil both; this can start when "
                 "it has ended.");
    m_gilPage->setHeldUp(m_parts.gil.running() ? QString() : why);
    m_strategies->setHeldUp(m_parts.costs.running() ? QString() : why);
    m_advisor->setHeldUp(why);
    Q_EMIT changed();
}

} // namespace overlap::gui
