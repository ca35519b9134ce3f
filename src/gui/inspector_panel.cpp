// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspector_panel.h"

#include "analysis/interval_text.h"
#include "core/text.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"
#include "session/python_setting.h"
#include "ui_inspector_panel.h"

#include <QEvent>

namespace overlap::gui {

namespace {

QString number(double value)
{
    return session::figureText(core::shortNumber(value));
}

QString boundsOfSpeedup(const core::Expectation& expectation)
{
    const QString strategy = QString::fromStdString(expectation.strategy);
    const auto& [name, least, most, share] = expectation;
    if (least && most)
        return InspectorPanel::tr("%1: %2 to %3 times as fast as one after the other")
            .arg(strategy, number(*least), number(*most));
    if (least)
        return InspectorPanel::tr("%1: at least %2 times as fast as one after the other")
            .arg(strategy, number(*least));
    if (most)
        return InspectorPanel::tr("%1: at most %2 times as fast as one after the other")
            .arg(strategy, number(*most));
    return share ? QString() : strategy;
}

QString boundsText(const core::Expectation& expectation)
{
    QStringList lines{boundsOfSpeedup(expectation)};
    if (expectation.speedupOfCeiling) {
        lines << InspectorPanel::tr("%1: at least %2 times what plain threads gain on this machine")
                     .arg(QString::fromStdString(expectation.strategy),
                          number(*expectation.speedupOfCeiling));
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString outcomeText(const core::Report& report, const core::ExpectationResult& result)
{
    const core::StrategyReport* strategy = report.strategy(result.expectation.strategy);
    if (strategy && strategy->tasks.notMeant() > 0)
        return InspectorPanel::tr("Tasks failed, so there is nothing to compare. See Results.");
    const core::Speedup speedup = strategy && strategy->speedup ? *strategy->speedup : core::Speedup();
    const QString ratio = session::figureText(analysis::ratioTexts(speedup.value, speedup.interval95).value);
    const QString outcome =
        result.met
            ? InspectorPanel::tr("Came out: %1 ×, as expected.").arg(ratio)
            : InspectorPanel::tr("Came out: %1 ×, not as expected. A busy machine can do that: run it again.")
                  .arg(ratio);
    if (!result.ceiling)
        return outcome;
    return outcome + QLatin1Char('\n') +
           InspectorPanel::tr("Plain threads gained %1 × in the same blocks.")
               .arg(session::figureText(core::ratioText(*result.ceiling)));
}

} // namespace

InspectorPanel::InspectorPanel(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::InspectorPanel>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    for (QLabel* header : {m_ui->workloadHeader, m_ui->strategiesHeader, m_ui->sweepHeader,
                           m_ui->expectedHeader, m_ui->happenedHeader})
        header->setProperty("role", QStringLiteral("header"));
    retranslate();
    m_ui->expectedLabel->setProperty("role", QStringLiteral("secondary"));
    m_ui->noticeLabel->setProperty("role", QStringLiteral("notice"));
    m_ui->noticeLabel->hide();
    m_ui->happenedHeader->hide();
    connect(m_ui->happenedList, &HappenedList::placeWanted, this, &InspectorPanel::placeWanted);
    connect(m_ui->happenedList, &HappenedList::strategyWanted, this,
            [this](const QString& strategy) { m_draft->includeStrategy(strategy.toStdString()); });
}

InspectorPanel::~InspectorPanel() = default;

void InspectorPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InspectorPanel::retranslate()
{
    m_ui->retranslateUi(this);
    for (QLabel* header : {m_ui->workloadHeader, m_ui->strategiesHeader, m_ui->sweepHeader,
                           m_ui->expectedHeader, m_ui->happenedHeader})
        header->setText(header->text().toUpper());
    m_ui->happenedList->retranslate();
    if (m_draft)
        showExpectations();
}

void InspectorPanel::setDraft(session::ExperimentDraft* draft, DialogService* dialogs)
{
    m_draft = draft;
    m_ui->parameterForm->setDraft(draft, dialogs);
    m_ui->strategyList->setDraft(draft);
    m_ui->sweepFields->setDraft(draft);
    connect(draft, &session::ExperimentDraft::loaded, this, [this] { setReport(nullptr); });
}

void InspectorPanel::setPython(session::PythonSetting* python, DialogService* dialogs)
{
    m_ui->strategyList->setPython(python, dialogs);
    const auto tell = [this, python] {
        if (python->choice())
            m_draft->setPython(*python->choice());
    };
    connect(python, &session::PythonSetting::changed, this, tell);
    tell();
}

void InspectorPanel::setPages(QAction* modelCheck, QAction* strategies)
{
    m_ui->strategyList->setModelCheck(modelCheck);
    m_ui->strategiesLink->setProperty("role", QStringLiteral("link"));
    m_ui->strategiesLink->setDefaultAction(strategies);
}

void InspectorPanel::setNotice(const QString& text)
{
    m_ui->noticeLabel->setText(text);
    m_ui->noticeLabel->setVisible(!text.isEmpty());
}

void InspectorPanel::setReport(const core::Report* report)
{
    m_report = report ? std::optional(*report) : std::nullopt;
    std::vector<core::Diagnosis> diagnoses;
    if (report)
        diagnoses = report->diagnoses;
    for (core::Diagnosis& diagnosis : diagnoses) {
        if (report->strategy(diagnosis.remedy.strategy))
            diagnosis.remedy.strategy.clear(); // it ran beside it
    }
    m_ui->happenedList->setDiagnoses(std::move(diagnoses));
    m_ui->happenedHeader->setVisible(!m_ui->happenedList->isEmpty());
    showExpectations();
}

void InspectorPanel::showExpectations()
{
    QStringList lines;
    if (m_report && !m_report->expectations.empty()) {
        for (const core::ExpectationResult& result : m_report->expectations)
            lines << boundsText(result.expectation) + QLatin1Char('\n') + outcomeText(*m_report, result);
    } else {
        for (const core::Expectation& expectation : m_draft->experiment().expect)
            lines << boundsText(expectation);
    }
    m_ui->expectedLabel->setText(lines.join(QStringLiteral("\n\n")));
    m_ui->expectedHeader->setVisible(!lines.isEmpty());
    m_ui->expectedLabel->setVisible(!lines.isEmpty());
}

} // namespace overlap::gui
