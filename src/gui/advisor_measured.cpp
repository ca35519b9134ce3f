// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advisor_measured.h"

#include "core/text.h"
#include "gui/forecast_content.h"
#include "gui/help_text.h"
#include "gui/page_parts.h"
#include "session/experiment_draft.h"
#include "session/measuring.h"
#include "session/message_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <algorithm>

namespace overlap::gui {

using analysis::Cost;

namespace {

enum Column {
    strategyColumn,
    forecastColumn,
    measuredColumn,
    errorColumn,
    cpuColumn,
    memoryColumn,
    latencyColumn,
    remarkColumn,
    columnCount
};

} // namespace

AdvisorMeasured::AdvisorMeasured(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_headline(addPageLabel(this, QStringLiteral("measuredHeadline"), "cardTitle"))
    , m_details(addPageLabel(this, QStringLiteral("measuredDetails"), "secondary"))
    , m_countsLabel(new QLabel(this))
    , m_counts(new QComboBox(this))
    , m_table(new QTableWidget(0, columnCount, this))
    , m_reasons(addPageLabel(this, QStringLiteral("measuredReasons"), "fact"))
    , m_hint(addPageLabel(this, QStringLiteral("measuredHint"), "secondary"))
    , m_measure(addPageButton(this, QStringLiteral("measuredStart")))
    , m_stop(addPageButton(this, QStringLiteral("measuredStop")))
    , m_take(addPageButton(this, QStringLiteral("measuredTake")))
    , m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("advisorMeasured"));
    layOut();
    session::AdviceCheck& check = parts.check;
    connect(m_measure, &QPushButton::clicked, this, &AdvisorMeasured::start);
    connect(m_stop, &QPushButton::clicked, &check, &session::AdviceCheck::stop);
    connect(m_take, &QPushButton::clicked, this, &AdvisorMeasured::take);
    connect(m_counts, &QComboBox::currentIndexChanged, this, &AdvisorMeasured::recommend);
    connect(&check, &session::AdviceCheck::progressed, this, [this](int done, int of) {
        m_bar->setRange(0, of);
        m_bar->setValue(done);
    });
    connect(&check, &session::AdviceCheck::committed, this,
            [this](const std::shared_ptr<const engine::Commitment>& commitment) {
                m_commitment = commitment;
                refresh();
            });
    connect(&check, &session::AdviceCheck::finished, this,
            [this](const session::AdviceCheck::Outcome& advice) {
                m_outcome = advice;
                keepScore();
                recommend();
            });
    connect(&check, &session::AdviceCheck::refused, this, [this](const core::Error& reason) {
        m_refusal = reason;
        refresh();
    });
    connect(&check, &session::AdviceCheck::runningChanged, this, &AdvisorMeasured::refresh);
    connect(&parts.draft, &session::ExperimentDraft::changed, this, &AdvisorMeasured::refresh);
    connect(&parts.draft, &session::ExperimentDraft::loaded, this, &AdvisorMeasured::refresh);
    retranslate();
}

void AdvisorMeasured::layOut()
{
    m_counts->setObjectName(QStringLiteral("measuredCounts"));
    for (std::size_t i = 0; i < analysis::costCount; ++i)
        m_counts->addItem(QString());
    m_countsLabel->setBuddy(m_counts);
    m_countsLabel->setProperty("role", QStringLiteral("secondary"));
    m_table->setObjectName(QStringLiteral("measuredTable"));
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(76); // the style leaves the words of a header no room
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_measure->setProperty("role", QStringLiteral("accent"));
    m_bar->setObjectName(QStringLiteral("measuredBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(180);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_headline);
    column->addWidget(m_details);
    column->addWidget(m_reasons);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_countsLabel);
    row->addWidget(m_counts);
    row->addStretch(1);
    column->addSpacing(4);
    column->addLayout(row);
    column->addWidget(m_table, 100);
    column->addStretch(1); // for as long as there is no table
    column->addWidget(m_hint);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_measure);
    foot->addWidget(m_stop);
    foot->addWidget(m_take);
    foot->addSpacing(8);
    foot->addWidget(m_bar);
    foot->addStretch(1);
    column->addLayout(foot);
}

void AdvisorMeasured::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AdvisorMeasured::retranslate()
{
    m_countsLabel->setText(tr("What counts"));
    m_counts->setItemText(static_cast<int>(Cost::time), tr("time"));
    m_counts->setItemText(static_cast<int>(Cost::cpu), tr("CPU time"));
    m_counts->setItemText(static_cast<int>(Cost::memory), tr("peak memory"));
    m_counts->setItemText(static_cast<int>(Cost::latency), tr("latency of the slow items"));
    m_counts->setAccessibleName(tr("What counts"));
    m_counts->setWhatsThis(helpText(
        tr("What counts"), tr("By which of the four costs a strategy is recommended. All four are measured, "
                              "so it can be changed afterwards. On the command line: %1")
                               .arg(QStringLiteral("--for"))));
    m_table->setHorizontalHeaderLabels({tr("Strategy"), tr("Forecast"), tr("Measured"), tr("Off by"),
                                        tr("CPU time"), tr("Memory"), tr("Latency"), tr("Remark")});
    m_table->setAccessibleName(tr("Forecasts and what was measured"));
    for (int column = forecastColumn; column < remarkColumn; ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {strategyColumn, remarkColumn})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_measure->setText(tr("Measure and recommend"));
    m_measure->setToolTip(tr("Forecasts every candidate, then runs all of them in ten blocks"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop and keep what is measured"));
    m_bar->setAccessibleName(tr("Progress"));
    refresh();
}

QString AdvisorMeasured::whyOthersWait()
{
    return tr("The advisor is measuring. Experiments wait until that has ended: measuring both at once would "
              "spoil both.");
}

void AdvisorMeasured::setHeldUp(const QString& why)
{
    m_heldUp = why;
    refresh();
}

Cost AdvisorMeasured::counts() const
{
    return static_cast<Cost>(std::max(m_counts->currentIndex(), 0));
}

void AdvisorMeasured::start()
{
    m_commitment.reset();
    m_outcome.reset();
    m_recommended.clear();
    m_refusal.reset();
    m_bar->setRange(0, 0);
    m_asked = m_parts.draft.experiment();
    m_parts.check.start({session::forMeasuring(m_asked), true, counts()});
    refresh();
    m_stop->setFocus();
}

/// These forecasts were made before the runs as well: they belong to the score.
void AdvisorMeasured::keepScore()
{
    if (m_outcome->cancelled)
        return;
    m_parts.record.add(m_outcome->checked);
}

void AdvisorMeasured::take()
{
    for (const analysis::Recommendation& recommendation : m_recommended) {
        if (!recommendation.strategy.empty())
            m_parts.draft.includeStrategy(recommendation.strategy);
    }
    Q_EMIT strategyTaken();
}

/// Thousands of resampled blocks: not at every change of the draft.
void AdvisorMeasured::recommend()
{
    m_recommended.clear();
    if (m_outcome && m_outcome->commitment)
        m_recommended = analysis::recommendationsOf(m_outcome->outcome.report, counts());
    refresh();
}

void AdvisorMeasured::refresh()
{
    const bool running = m_parts.check.running();
    const bool focusGoes = m_stop->hasFocus() && !running;
    m_headline->setText(headline());
    m_details->setText(details());
    fillTable();
    m_reasons->setText(reasons());
    m_reasons->setVisible(!m_reasons->text().isEmpty());
    const bool possible = m_parts.draft.problems().empty();
    m_hint->setText(running    ? whyOthersWait()
                    : possible ? m_heldUp
                               : session::sentenceText(m_parts.draft.problems().front().message));
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_measure->setVisible(!running);
    m_measure->setEnabled(possible && m_heldUp.isEmpty());
    m_stop->setVisible(running);
    m_bar->setVisible(running);
    if (focusGoes)
        m_measure->setFocus();
    QStringList names;
    for (const analysis::Recommendation& recommendation : m_recommended) {
        if (!recommendation.strategy.empty())
            names << QString::fromStdString(recommendation.strategy);
    }
    // Only for the work that it was found for.
    const core::Experiment& draft = m_parts.draft.experiment();
    m_take->setVisible(!running && !names.isEmpty() && draft.workload == m_asked.workload &&
                       draft.parameters == m_asked.parameters);
    m_take->setText(tr("Choose %1").arg(names.join(tr(" and "))));
    m_take->setToolTip(tr("Chooses it among the strategies of the experiment; Run shows its lanes"));
}

QString AdvisorMeasured::headline() const
{
    QStringList sentences;
    for (const analysis::Recommendation& recommendation : m_recommended)
        sentences << session::sentenceText(recommendation.sentence);
    if (!sentences.isEmpty())
        return sentences.join(QLatin1Char('\n'));
    const core::Experiment& shown =
        m_commitment || m_parts.check.running() ? m_asked : m_parts.draft.experiment();
    return tr("Which strategy, and how many workers, for “%1”?")
        .arg(session::translatedText("Experiments", shown.title));
}

QString AdvisorMeasured::details() const
{
    if (m_refusal)
        return session::errorText(*m_refusal);
    if (m_outcome) {
        QString text = tr("Measured with “%1” in %2 blocks.")
                           .arg(session::translatedText("Experiments", m_asked.title))
                           .arg(m_outcome->outcome.report.experiment.repeats);
        if (m_outcome->score.of > 0)
            text += QLatin1Char(' ') +
                    tr("%1 of %2 forecasts came true.").arg(m_outcome->score.hits).arg(m_outcome->score.of);
        return m_outcome->cancelled ? tr("Stopped before the end. %1").arg(text) : text;
    }
    if (m_commitment)
        return tr("The forecasts stand, before any of them has run. The runs take about %1.")
            .arg(session::figureText(core::durationText(m_commitment->seconds)));
    if (m_parts.check.running())
        return tr("The work is measured once, one item after the other.");
    return tr("The experiment that is open in the window: its work is measured once, every candidate is "
              "forecast, and then all of them run and have to prove it.");
}

QString AdvisorMeasured::reasons() const
{
    QStringList lines;
    for (const analysis::Recommendation& recommendation : m_recommended) {
        for (const core::Message& reason : recommendation.reasons)
            lines << session::sentenceText(reason);
    }
    if (m_outcome) {
        for (const analysis::Advice& lesson : m_outcome->lessons)
            lines << tr("What the lesson's tree says of such work: %1")
                         .arg(session::sentenceText(lesson.answer));
    }
    if (m_commitment) {
        for (const core::Message& note : m_commitment->notes)
            lines << session::sentenceText(note);
    }
    return lines.join(QLatin1Char('\n'));
}

bool AdvisorMeasured::isRecommended(const std::string& strategy) const
{
    return std::ranges::any_of(m_recommended, [&](const analysis::Recommendation& recommendation) {
        return recommendation.strategy == strategy;
    });
}

QString AdvisorMeasured::remarkOn(const analysis::Forecast& forecast) const
{
    const std::string text = forecast.strategy.text();
    for (const analysis::Recommendation& recommendation : m_recommended) {
        const analysis::Choice* const choice = recommendation.choice(text);
        if (!choice)
            continue;
        if (recommendation.strategy == text)
            return tr("recommended");
        if (!choice->obstacle.empty())
            return session::sentenceText(choice->obstacle);
        if (!choice->dominatedBy.empty())
            return tr("%1 is as good in everything, and better in something")
                .arg(QString::fromStdString(choice->dominatedBy));
        if (recommendation.runnerUp == text)
            return tr("runner-up");
        if (choice->alike)
            return tr("not surely 5 % apart");
    }
    return forecast.baseline ? tr("the baseline") : QString();
}

void AdvisorMeasured::setRow(int row, const analysis::Forecast& forecast)
{
    const auto set = [&](int column, const QString& text) {
        auto* item = new QTableWidgetItem(text);
        item->setTextAlignment(
            (column == strategyColumn || column == remarkColumn ? Qt::AlignLeft : Qt::AlignRight) |
            Qt::AlignVCenter);
        if (isRecommended(forecast.strategy.text())) {
            QFont font = m_table->font();
            font.setBold(true);
            item->setFont(font);
            item->setForeground(palette().link());
        }
        m_table->setItem(row, column, item);
    };
    const core::Timing timing = m_asked.timing;
    const auto duration = [](double seconds) { return session::figureText(core::durationText(seconds)); };
    set(strategyColumn, QString::fromStdString(forecast.strategy.text()));
    set(forecastColumn, duration(forecast.seconds(timing)));
    set(measuredColumn, forecast.measuredSeconds ? duration(*forecast.measuredSeconds) : QString());
    const auto error = forecast.error(timing);
    set(errorColumn, error && !forecast.baseline ? forecastErrorText(*error) : QString());
    const analysis::Choice* choice = nullptr;
    for (const analysis::Recommendation& recommendation : m_recommended) {
        if (const analysis::Choice* found = recommendation.choice(forecast.strategy.text()))
            choice = found;
    }
    const auto cost = [&](Cost which) {
        const auto figure = choice ? choice->costs[static_cast<std::size_t>(which)] : std::nullopt;
        return figure ? session::figureText(analysis::costText(which, *figure)) : QString();
    };
    set(cpuColumn, cost(Cost::cpu));
    set(memoryColumn, cost(Cost::memory));
    set(latencyColumn, cost(Cost::latency));
    set(remarkColumn, remarkOn(forecast));
}

void AdvisorMeasured::fillTable()
{
    static const std::vector<analysis::Forecast> none;
    const auto& forecasts = m_outcome && m_outcome->commitment ? m_outcome->forecasts
                            : m_commitment                     ? m_commitment->forecasts
                                                               : none;
    m_table->setVisible(!forecasts.empty());
    m_table->setRowCount(static_cast<int>(forecasts.size()));
    for (std::size_t i = 0; i < forecasts.size(); ++i)
        setRow(static_cast<int>(i), forecasts[i]);
}

} // namespace overlap::gui
