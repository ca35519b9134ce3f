// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advisor_page.h"

#include "gui/advisor_answer.h"
#include "gui/advisor_question.h"
#include "gui/help_text.h"
#include "gui/page_parts.h"
#include "session/message_text.h"
#include "session/strategy_guide.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace overlap::gui {

namespace {

constexpr QSize firstSize{1080, 780};
constexpr QSize frame{16, 48}; // of a window, which has to fit on the screen as well

QString text(std::string_view ascii)
{
    return QString::fromLatin1(ascii.data(), static_cast<qsizetype>(ascii.size()));
}

} // namespace

AdvisorPage::AdvisorPage(const session::GalleryModel& presets, int cores,
                         const AdvisorMeasured::Parts& measured, session::CrossoverCheck& crossover,
                         QWidget* parent)
    : QDialog(parent)
    , m_presets(presets)
    , m_check(measured.check)
    , m_crossoverCheck(crossover)
    , m_open(new QAction(this))
    , m_headline(addPageLabel(this, QStringLiteral("advisorHeadline"), "cardTitle"))
    , m_details(addPageLabel(this, QStringLiteral("advisorDetails"), "secondary"))
    , m_tabs(new QTabWidget(this))
    , m_measured(new AdvisorMeasured(measured, this))
    , m_crossover(new AdvisorCrossover(crossover, measured.draft, this))
    , m_question(new AdvisorQuestion(cores, this))
    , m_answer(new AdvisorAnswer(this))
    , m_try(addPageButton(this, QStringLiteral("advisorTry")))
    , m_hint(addPageLabel(this, QStringLiteral("advisorHint"), "secondary"))
    , m_copy(addPageButton(this, QStringLiteral("advisorCopy")))
    , m_close(addPageButton(this, QStringLiteral("advisorClose")))
{
    setObjectName(QStringLiteral("advisorPage"));
    m_open->setObjectName(QStringLiteral("openAdvisor"));
    layOut();
    connect(m_open, &QAction::triggered, this, &AdvisorPage::reopen);
    connect(m_question, &AdvisorQuestion::changed, this, &AdvisorPage::ask);
    connect(m_try, &QPushButton::clicked, this, &AdvisorPage::tryIt);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_answer->plainText()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_measured, &AdvisorMeasured::strategyTaken, this, &QDialog::accept);
    retranslate();
}

void AdvisorPage::layOut()
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("advisorScroll"));
    scroll->setWidget(m_answer);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* line = new QFrame(this);
    line->setProperty("role", QStringLiteral("hairline"));
    m_try->setProperty("role", QStringLiteral("accent"));

    auto* words = new QWidget(this);
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_headline);
    column->addWidget(m_details);
    column->addSpacing(8);
    column->addWidget(m_question);
    column->addSpacing(4);
    column->addWidget(line);
    column->addSpacing(4);
    column->addWidget(scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_try);
    foot->addSpacing(8);
    foot->addWidget(m_hint, 1);
    foot->addStretch(0);
    foot->addWidget(m_copy);
    column->addLayout(foot);

    m_tabs->setObjectName(QStringLiteral("advisorTabs"));
    m_tabs->addTab(words, QString());
    m_tabs->addTab(m_measured, QString());
    m_tabs->addTab(m_crossover, QString());
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(24, 12, 24, 16);
    page->setSpacing(8);
    page->addWidget(m_tabs, 1);
    auto* end = new QHBoxLayout;
    end->addStretch(1);
    end->addWidget(m_close);
    page->addLayout(end);
    resize(firstSize.boundedTo(screen()->availableSize() - frame));
}

void AdvisorPage::setHeldUp(const QString& why)
{
    m_heldUp = why;
    m_measured->setHeldUp(m_check.running() ? QString() : why);
    m_crossover->setHeldUp(m_crossoverCheck.running() ? QString() : why);
    showTrial();
}

void AdvisorPage::setTheme(const charts::Theme& theme)
{
    m_answer->setTheme(theme);
    m_crossover->setTheme(theme);
}

void AdvisorPage::reopen()
{
    show();
    raise();
    activateWindow();
    m_tabs->setCurrentIndex(0);
    m_question->focusDescription();
}

void AdvisorPage::reopenMeasured()
{
    reopen();
    m_tabs->setCurrentWidget(m_crossoverCheck.running() ? static_cast<QWidget*>(m_crossover) : m_measured);
}

void AdvisorPage::done(int result)
{
    m_check.stop();
    m_crossoverCheck.stop();
    QDialog::done(result);
}

void AdvisorPage::ask()
{
    try {
        const analysis::AdviceQuestion question = m_question->question();
        if (m_question->isEmpty())
            m_answer->setNothing(m_question->runtime(), tr("Describe your work"),
                                 tr("The way through these questions lights up as you type. Or begin with an "
                                    "example."));
        else
            m_answer->setAdvice(analysis::adviceOf(question));
        m_question->setProblem(nullptr);
    } catch (const core::Error& problem) {
        m_question->setProblem(&problem);
        m_answer->setNothing(m_question->runtime(), tr("No answer yet"),
                             tr("First put right what is marked above."));
    }
    showTrial();
}

void AdvisorPage::tryIt()
{
    if (!m_answer->advice())
        return;
    const session::AdviceTrial trial = session::trialOf(*m_answer->advice());
    close(); // the lanes are under it
    Q_EMIT presetWanted(text(trial.preset), text(trial.strategy));
}

void AdvisorPage::showTrial()
{
    const bool answered = m_answer->advice().has_value();
    m_try->setVisible(answered);
    m_copy->setVisible(answered);
    m_hint->setVisible(answered);
    m_try->setText(tr("Try it"));
    m_try->setToolTip(tr("Opens a preset with work of that kind and runs it"));
    m_try->setWhatsThis(helpText(m_try->text(), m_try->toolTip()));
    if (!answered)
        return;
    const session::AdviceTrial trial = session::trialOf(*m_answer->advice());
    const core::Experiment* preset = m_presets.preset(text(trial.preset));
    m_try->setVisible(preset != nullptr);
    if (!preset)
        return;
    const QString title = session::translatedText("Experiments", preset->title);
    m_try->setText(tr("Try it: run “%1”").arg(title));
    m_try->setEnabled(m_heldUp.isEmpty());
    m_hint->setText(m_heldUp.isEmpty()
                        ? tr("Work of that kind, measured here: %1 beside others.").arg(text(trial.strategy))
                        : m_heldUp);
}

void AdvisorPage::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AdvisorPage::retranslate()
{
    setWindowTitle(tr("Advisor"));
    setWhatsThis(helpText(
        windowTitle(), tr("Describe your work: the lesson's decision tree says whether threads, processes, "
                          "queues or nothing of it fit, and why. On the command line: %1")
                           .arg(QStringLiteral("overlap-cli advise"))));
    m_open->setText(tr("Advisor: what fits your own work"));
    m_open->setIconText(tr("Not sure? Ask the advisor"));
    m_open->setToolTip(tr("Describe your work, and see which way through the decision tree it takes"));
    m_open->setWhatsThis(whatsThis());
    m_tabs->setTabText(0, tr("In words"));
    m_tabs->setTabText(1, tr("Measured"));
    m_tabs->setTabText(2, tr("Crossover"));
    m_headline->setText(tr("Threads, processes, queues, or nothing of it?"));
    m_details->setText(
        tr("Your words go through the lesson's decision tree. That is advice; only a measurement "
           "tells how much it gains."));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy question and answer as text"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    ask();
}

} // namespace overlap::gui
