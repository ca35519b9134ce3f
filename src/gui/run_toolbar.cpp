// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run_toolbar.h"

#include "gui/icons.h"
#include "session/experiment_draft.h"
#include "session/measuring.h"
#include "session/message_text.h"
#include "ui_run_toolbar.h"

#include <QEvent>
#include <QMenu>
#include <algorithm>

namespace overlap::gui {

namespace {

void giveMenu(QToolButton& button, QMenu* menu)
{
    button.setMenu(menu);
    // A dialog that an entry opens keeps the button from hearing that the mouse has left it: it would stay
    // grey until the mouse came by again.
    QObject::connect(menu, &QMenu::aboutToHide, &button, [&button] {
        button.setAttribute(Qt::WA_UnderMouse, false);
        button.update();
    });
}

} // namespace

RunToolbar::RunToolbar(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::RunToolbar>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->blocksField->setRange(1, core::maximumRepeats);
    m_ui->blocksField->setFixedWidth(52);
    m_ui->timeScaleField->setRange(0.001, 100);
    m_ui->timeScaleField->setSuffix(QStringLiteral(" ×"));
    m_ui->timeScaleField->setFixedWidth(82);
    connect(m_ui->runButton, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT stopRequested();
        else
            Q_EMIT runRequested(false);
    });
    m_ui->measureButton->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F5));
    connect(m_ui->measureButton, &QToolButton::clicked, this, [this] { Q_EMIT runRequested(true); });
    makeMeasureMenu();
    connect(m_ui->blocksField, &QSpinBox::valueChanged, this, [this](int repeats) {
        if (!m_refreshing)
            m_draft->setRepeats(repeats);
    });
    connect(m_ui->timeScaleField, &QDoubleSpinBox::valueChanged, this, [this](double scale) {
        if (!m_refreshing)
            m_draft->setTimeScale(scale);
    });
    // Undo is the experiment's there, not the letter's.
    m_ui->blocksField->setProperty("edits", true);
    m_ui->timeScaleField->setProperty("edits", true);
    connect(m_ui->machineButton, &QToolButton::clicked, this, &RunToolbar::machineRequested);
    connect(m_ui->themeButton, &QToolButton::clicked, this, &RunToolbar::themeToggled);
    connect(m_ui->presentButton, &QToolButton::clicked, this, &RunToolbar::presentRequested);
}

RunToolbar::~RunToolbar() = default;

void RunToolbar::setDraft(session::ExperimentDraft* draft)
{
    m_draft = draft;
    connect(draft, &session::ExperimentDraft::changed, this, &RunToolbar::refresh);
}

void RunToolbar::setMachine(const QString& text, const QString& details, bool doubtful)
{
    m_machine = text;
    m_machineDetails = details;
    m_doubtful = doubtful;
    showMachine();
}

void RunToolbar::showMachine()
{
    QToolButton* button = m_ui->machineButton;
    // The style leaves hardly a gap behind the warning.
    const QString gap = m_doubtful ? QStringLiteral(" ") : QString();
    button->setText(m_narrow ? QString() : gap + m_machine);
    const QString click = m_doubtful ? tr("Something here casts doubt on measurements. Click to see what.")
                                     : tr("Click for all that is known of this machine.");
    button->setToolTip(m_machineDetails + QLatin1Char('\n') + click);
    button->setAccessibleName(tr("Machine: %1").arg(m_machine));
    button->setAccessibleDescription(click);
    button->setIcon(m_doubtful ? tintedIcon(QStringLiteral("warning"), m_theme.roles.failed)
                    : m_narrow ? tintedIcon(QStringLiteral("machine"), m_theme.roles.secondary)
                               : QIcon());
    button->setToolButtonStyle(m_narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

QWidget* RunToolbar::machineButton() const
{
    return m_ui->machineButton;
}

void RunToolbar::setFileMenu(QMenu* menu)
{
    giveMenu(*m_ui->fileButton, menu);
}

void RunToolbar::setPredictMenu(QMenu* menu)
{
    giveMenu(*m_ui->predictButton, menu);
}

void RunToolbar::setExportMenu(QMenu* menu)
{
    giveMenu(*m_ui->exportButton, menu);
}

void RunToolbar::setViewMenu(QMenu* menu)
{
    giveMenu(*m_ui->viewButton, menu);
}

void RunToolbar::setDetailsAction(QAction* action)
{
    m_ui->detailsButton->setDefaultAction(action);
    m_ui->detailsButton->hide();
}

void RunToolbar::setTheme(const charts::Theme& theme)
{
    m_theme = theme;
    const bool dark = theme.kind == charts::ThemeKind::dark;
    m_ui->themeButton->setIcon(
        tintedIcon(dark ? QStringLiteral("sun") : QStringLiteral("moon"), theme.roles.secondary));
    showThemeButton();
    showRunButton();
    showMachine();
    showCompact();
}

void RunToolbar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunToolbar::retranslate()
{
    m_ui->retranslateUi(this);
    showThemeButton();
    showMachine();
    refresh();
}

void RunToolbar::showThemeButton()
{
    m_ui->themeButton->setToolTip(m_theme.kind == charts::ThemeKind::dark ? tr("Light") : tr("Dark"));
    m_ui->themeButton->setAccessibleName(m_ui->themeButton->toolTip());
}

void RunToolbar::setRunning(bool running)
{
    m_running = running;
    refresh();
}

void RunToolbar::setLastReport(std::shared_ptr<const core::Report> report)
{
    m_lastReport = std::move(report);
    refresh();
}

void RunToolbar::setHeldUp(const QString& reason)
{
    m_heldUp = reason;
    refresh();
}

void RunToolbar::setNarrow(bool narrow)
{
    // The title of the window says it too; words of other languages are longer than the English ones.
    m_ui->nameLabel->setVisible(!narrow);
    // Its field has a × behind the number.
    m_ui->timeScaleLabel->setVisible(!narrow);
    m_narrow = narrow;
    showMachine();
    showCompact();
    m_ui->detailsButton->setVisible(narrow);
}

/// Where there is no room for the words of all, pictures stand for those that the others do not need.
void RunToolbar::showCompact()
{
    const std::pair<QToolButton*, QString> buttons[] = {{m_ui->predictButton, QStringLiteral("predict")},
                                                        {m_ui->presentButton, QStringLiteral("present")},
                                                        {m_ui->exportButton, QStringLiteral("export")}};
    for (const auto& [button, icon] : buttons) {
        button->setIcon(m_narrow ? tintedIcon(icon, m_theme.roles.secondary) : QIcon());
        button->setToolButtonStyle(m_narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
    }
}

void RunToolbar::showRunButton()
{
    // As wide as the wider of its two words, so that nothing beside it jumps when a run begins or ends.
    int width = qRound(m_theme.px(96));
    for (const bool running : {!m_running, m_running}) {
        m_ui->runButton->setText(running ? tr("Stop  Esc") : tr("Run"));
        m_ui->runButton->setIcon(
            tintedIcon(running ? QStringLiteral("stop") : QStringLiteral("run"), m_theme.roles.onAccent));
        width = std::max(width, m_ui->runButton->sizeHint().width());
    }
    // Measure stands beside it and is part of Stop while something runs.
    m_ui->measureButton->setVisible(!m_running);
    if (m_running)
        width += m_ui->measureButton->sizeHint().width() + m_ui->toolbarLayout->spacing();
    m_ui->runButton->setFixedWidth(width);
}

void RunToolbar::makeMeasureMenu()
{
    constexpr int percents[] = {20, 10, 5};
    m_measureMenu = new QMenu(this);
    m_measureMenu->setObjectName(QStringLiteral("measureMenu"));
    m_measureMenu->setToolTipsVisible(true);
    for (const int percent : percents) {
        QAction* action = m_measureMenu->addAction(QString());
        action->setObjectName(QStringLiteral("untilSure%1").arg(percent));
        action->setData(percent);
        connect(action, &QAction::triggered, this,
                [this, percent] { Q_EMIT certaintyRequested(percent / 100.0); });
    }
    giveMenu(*m_ui->measureButton, m_measureMenu);
}

void RunToolbar::retranslateMeasureMenu()
{
    for (QAction* action : m_measureMenu->actions()) {
        action->setText(tr("Until sure: every interval within %1 %").arg(action->data().toInt()));
        action->setToolTip(
            tr("Blocks until the interval of every speed-up is at most %1 % of it wide; at least ten, at "
               "most %2")
                .arg(action->data().toInt())
                .arg(session::untilSure(m_draft->experiment(), 0.1).repeats));
    }
}

QString RunToolbar::measureHelp() const
{
    const core::Experiment& experiment = m_draft->experiment();
    QStringList sentences{tr("%1 blocks of every chosen strategy and a warm-up first: enough for a verdict, "
                             "whatever Blocks says (Ctrl+F5).")
                              .arg(session::forMeasuring(experiment).repeats)};
    if (const auto seconds = session::secondsToMeasure(experiment, m_draft->plan(), m_lastReport.get())) {
        sentences << tr("As the last run went, that takes about %1 s.").arg(std::max(1, qRound(*seconds)));
    }
    return sentences.join(QLatin1Char(' '));
}

void RunToolbar::refresh()
{
    m_refreshing = true;
    const core::Experiment& experiment = m_draft->experiment();
    m_ui->blocksField->setValue(experiment.repeats);
    m_ui->timeScaleField->setValue(experiment.timeScale);
    const bool possible = m_draft->problems().empty();
    const bool heldUp = !m_heldUp.isEmpty();
    m_ui->runButton->setEnabled(m_running || (possible && !heldUp));
    m_ui->predictButton->setEnabled(!m_running && !heldUp);
    m_ui->measureButton->setEnabled(!m_running && possible && !heldUp);
    m_ui->measureButton->setToolTip(heldUp ? m_heldUp : possible ? measureHelp() : QString());
    m_ui->presentButton->setEnabled(!m_running && !heldUp);
    m_ui->runButton->setToolTip(m_running  ? tr("Stop and keep what there is (Esc)")
                                : heldUp   ? m_heldUp
                                : possible ? tr("Run every chosen strategy (F5)")
                                           : session::sentenceText(m_draft->problems().front().message));
    retranslateMeasureMenu();
    showRunButton();
    m_refreshing = false;
}

} // namespace overlap::gui
