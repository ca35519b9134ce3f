// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/predict_menu.h"

#include "analysis/forecast_score.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QWidgetAction>
#include <algorithm>
#include <utility>

namespace overlap::gui {

namespace {

/// What a forecast depends on; how often it runs is no part of it.
bool isSameQuestion(core::Experiment one, const core::Experiment& other)
{
    one.repeats = other.repeats;
    one.precision = other.precision;
    return one == other;
}

} // namespace

PredictMenu::PredictMenu(const Parts& parts, QWidget* window)
    : QMenu(window)
    , m_parts(parts)
    , m_wanted(parts.cores)
{
    setObjectName(QStringLiteral("predictMenu"));
    setToolTipsVisible(true);
    m_here = addAction(QString());
    m_here->setObjectName(QStringLiteral("predictHere"));
    m_here->setShortcut(QKeySequence(Qt::Key_F6));
    connect(m_here, &QAction::triggered, this, [this] {
        m_wanted = m_parts.cores;
        predict();
    });

    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(24, 4, 16, 4);
    m_before = new QLabel(row);
    m_cores = new QSpinBox(row);
    m_cores->setObjectName(QStringLiteral("predictCores"));
    m_cores->setRange(1, analysis::mostForecastCores);
    m_cores->setValue(std::min(8 * parts.cores, analysis::mostForecastCores));
    m_cores->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_cores->setFixedWidth(56);
    m_behind = new QLabel(row);
    layout->addWidget(m_before);
    layout->addWidget(m_cores);
    layout->addWidget(m_behind);
    layout->addStretch();
    auto* cores = new QWidgetAction(this);
    cores->setDefaultWidget(row);
    addAction(cores);
    m_there = addAction(QString());
    m_there->setObjectName(QStringLiteral("predictThere"));
    const auto there = [this] {
        m_wanted = m_cores->value();
        predict();
    };
    connect(m_there, &QAction::triggered, this, there);
    connect(m_cores->findChild<QLineEdit*>(), &QLineEdit::returnPressed, this, there);
    connect(m_cores, &QSpinBox::valueChanged, this, &PredictMenu::refresh);

    addSeparator();
    m_hide = addAction(QString());
    m_hide->setObjectName(QStringLiteral("predictHide"));
    connect(m_hide, &QAction::triggered, this, &PredictMenu::forget);
    m_score = addAction(QString());
    m_score->setObjectName(QStringLiteral("predictScore"));
    m_score->setEnabled(false);

    connect(&parts.predictor, &session::Predictor::finished, this, &PredictMenu::take);
    connect(&parts.predictor, &session::BackgroundCheck::refused, this,
            [this](const core::Error& reason) { Q_EMIT told(session::errorText(reason)); });
    connect(&parts.predictor, &session::BackgroundCheck::runningChanged, this, &PredictMenu::refresh);
    connect(&parts.draft, &session::ExperimentDraft::changed, this, &PredictMenu::refresh);
    connect(&parts.controller, &session::RunController::ended, this, &PredictMenu::hold);
    window->addAction(m_here);
    retranslate();
}

void PredictMenu::changeEvent(QEvent* event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PredictMenu::retranslate()
{
    m_here->setText(m_parts.cores == 1 ? tr("On this machine, with 1 core")
                                       : tr("On this machine, with %1 cores").arg(m_parts.cores));
    m_before->setText(tr("On a machine with"));
    m_behind->setText(tr("cores"));
    m_cores->setAccessibleName(tr("Cores of the machine that is asked about"));
    m_cores->setWhatsThis(tr("<b>Cores</b><br>How many cores the machine has for which Predict answers, 1 to "
                             "256; each is taken to be like one of this machine. On the command line: "
                             "overlap-cli predict --cores N"));
    m_hide->setText(tr("Take the forecast away"));
    refresh();
}

void PredictMenu::refresh()
{
    const bool possible = m_heldUp.isEmpty() && m_parts.draft.problems().empty() &&
                          !m_parts.predictor.running() && !m_parts.controller.running();
    m_here->setEnabled(possible);
    m_there->setEnabled(possible);
    m_there->setText(m_cores->value() == 1 ? tr("Predict for 1 core")
                                           : tr("Predict for %1 cores").arg(m_cores->value()));
    m_hide->setVisible(m_runs != nullptr);
    m_score->setText(scoreText());
}

void PredictMenu::setHeldUp(const QString& reason)
{
    m_heldUp = reason;
    refresh();
}

void PredictMenu::predict()
{
    if (!m_here->isEnabled())
        return;
    close();
    m_asked = m_parts.draft.experiment();
    Q_EMIT told(tr("Predicting: the work is measured once, one item after the other"));
    m_parts.predictor.start(m_asked, m_wanted);
}

void PredictMenu::take(const std::shared_ptr<const session::PredictedRuns>& runs)
{
    if (!runs)
        return;
    m_runs = runs;
    m_checked = false;
    refresh();
    Q_EMIT shownChanged();
    QString sentence =
        runs->prediction.cores == m_parts.cores
            ? tr("Predicted: pale lanes are simulated. Run to see how far off they are")
            : tr("Predicted for %1 cores: pale lanes are simulated").arg(runs->prediction.cores);
    for (const core::Message& notice : runs->notices)
        sentence += QStringLiteral(". ") + session::sentenceText(notice);
    Q_EMIT told(sentence);
}

const session::PredictedRuns* PredictMenu::of(const core::Experiment& experiment) const
{
    return m_runs && isSameQuestion(m_asked, experiment) ? m_runs.get() : nullptr;
}

void PredictMenu::runStarts()
{
    if (m_runs && m_runs->prediction.cores != m_parts.cores)
        m_runs.reset();
    refresh();
}

/// Holds the forecasts against what was measured.
void PredictMenu::hold(const core::Message& error)
{
    refresh();
    const auto report = m_parts.controller.feed().report();
    if (!error.empty() || !report || report->cancelled)
        return;
    m_parts.predictor.learn(*report);
    const session::PredictedRuns* const runs = of(m_parts.controller.feed().experiment());
    if (!runs || runs->prediction.cores != m_parts.cores)
        return;
    std::vector<analysis::Forecast> forecasts = runs->prediction.forecasts;
    analysis::addMeasured(forecasts, *report);
    const core::Timing timing = runs->prediction.experiment.timing;
    const auto checked =
        analysis::checkedForecasts(forecasts, analysis::sharesOf(runs->prediction.profiles), *report);
    if (checked.empty())
        return;
    // Each forecast counts once, however often the experiment runs again.
    if (!std::exchange(m_checked, true))
        m_parts.record.add(checked);
    refresh();
    Q_EMIT told(
        tr("Forecasts of this run: half within %1 %. %2")
            .arg(QLocale().toString(100 * *analysis::medianError(forecasts, timing), 'f', 1), scoreText()));
}

void PredictMenu::forget()
{
    m_runs.reset();
    refresh();
    Q_EMIT shownChanged();
}

QString PredictMenu::whyOthersWait()
{
    return tr("The work is being measured for a forecast; measuring both at once would spoil both.");
}

QString PredictMenu::scoreText() const
{
    const analysis::ForecastScore score = analysis::scoreOf(m_parts.record.read());
    if (score.of == 0)
        return tr("No forecast was checked yet: predict, then run");
    return tr("Checked so far: %1, came true: %2, half of them within %3 %")
        .arg(score.of)
        .arg(score.hits)
        .arg(QLocale().toString(100 * *score.medianError, 'f', 1));
}

} // namespace overlap::gui
