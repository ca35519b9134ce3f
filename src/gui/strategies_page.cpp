// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/strategies_page.h"

#include "core/text.h"
#include "gui/help_text.h"
#include "gui/page_parts.h"
#include "session/message_text.h"
#include "session/strategy_guide.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

namespace overlap::gui {

namespace {

constexpr QSize firstSize{976, 640};
constexpr int nameWidth = 168;
constexpr int sideWidth = 252;

QString seconds(double value)
{
    return session::figureText(core::durationText(value));
}

} // namespace

StrategiesPage::StrategiesPage(session::CostsCheck& check, const core::Catalogue& catalogue,
                               const session::GalleryModel& presets, QWidget* parent)
    : QDialog(parent)
    , m_check(check)
    , m_presets(presets)
    , m_open(new QAction(this))
    , m_headline(addPageLabel(this, QStringLiteral("strategiesHeadline"), "cardTitle"))
    , m_details(addPageLabel(this, QStringLiteral("strategiesDetails"), "secondary"))
    , m_hint(addPageLabel(this, QStringLiteral("strategiesHint"), "secondary"))
    , m_bar(new QProgressBar(this))
    , m_measure(addPageButton(this, QStringLiteral("strategiesMeasure")))
    , m_stop(addPageButton(this, QStringLiteral("strategiesStop")))
    , m_close(addPageButton(this, QStringLiteral("strategiesClose")))
{
    setObjectName(QStringLiteral("strategiesPage"));
    m_open->setObjectName(QStringLiteral("openStrategies"));
    layOut(catalogue);
    connect(m_open, &QAction::triggered, this, &StrategiesPage::reopen);
    connect(m_measure, &QPushButton::clicked, this, &StrategiesPage::start);
    connect(m_stop, &QPushButton::clicked, &m_check, &session::CostsCheck::stop);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_check, &session::CostsCheck::progressed, this, [this](int done, int of) {
        m_bar->setRange(0, of);
        m_bar->setValue(done);
    });
    connect(&m_check, &session::CostsCheck::finished, this,
            [this](const std::vector<engine::StrategyCost>& costs) {
                m_costs = costs;
                refresh();
            });
    connect(&m_check, &session::CostsCheck::refused, this, [this](const core::Error& reason) {
        m_refusal = reason;
        refresh();
    });
    retranslate();
}

void StrategiesPage::layOut(const core::Catalogue& catalogue)
{
    auto* list = new QWidget;
    list->setObjectName(QStringLiteral("strategiesList"));
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(20);
    grid->setColumnStretch(1, 1);
    for (const core::StrategyDescriptor& strategy : catalogue.strategies)
        addRow(grid, strategy);
    grid->setRowStretch(static_cast<int>(m_rows.size()), 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_measure->setProperty("role", QStringLiteral("accent"));
    m_bar->setObjectName(QStringLiteral("strategiesBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(180);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_headline);
    column->addWidget(m_details);
    column->addSpacing(8);
    column->addWidget(scroll, 1);
    column->addSpacing(8);
    column->addWidget(m_hint);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_measure);
    foot->addWidget(m_stop);
    foot->addSpacing(8);
    foot->addWidget(m_bar);
    foot->addStretch(1);
    foot->addWidget(m_close);
    column->addLayout(foot);
    resize(firstSize);
}

void StrategiesPage::addRow(QGridLayout* grid, const core::StrategyDescriptor& strategy)
{
    const QString name = QString::fromStdString(strategy.name);
    const int at = static_cast<int>(m_rows.size());
    QWidget* list = grid->parentWidget();
    Row row{&strategy, QString::fromUtf8(session::tellingPreset(strategy.name)), nullptr, nullptr, nullptr,
            nullptr};
    row.title = addPageLabel(list, QStringLiteral("title_") + name, "term");
    row.title->setFixedWidth(nameWidth);
    row.help = addPageLabel(list, QStringLiteral("help_") + name, "fact");
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(row.title);
    QLabel* written = addPageLabel(list, QStringLiteral("name_") + name, "secondary");
    written->setText(name);
    names->addWidget(written);
    names->addStretch(1);
    grid->addLayout(names, at, 0);
    grid->addWidget(row.help, at, 1, Qt::AlignTop);
    auto* side = new QVBoxLayout;
    side->setSpacing(8);
    row.cost = addPageLabel(list, QStringLiteral("cost_") + name, "secondary");
    row.cost->setFixedWidth(sideWidth);
    side->addWidget(row.cost);
    if (m_presets.preset(row.preset)) {
        row.run = addPageButton(list, QStringLiteral("run_") + name);
        connect(row.run, &QPushButton::clicked, this, [this, preset = row.preset, name] {
            close(); // the lanes are under it
            Q_EMIT presetWanted(preset, name);
        });
        side->addWidget(row.run, 0, Qt::AlignLeft);
    }
    side->addStretch(1);
    grid->addLayout(side, at, 2);
    m_rows.push_back(row);
}

QString StrategiesPage::whyOthersWait()
{
    return tr("What the strategies cost here is being measured. Experiments wait until that has ended: "
              "measuring both at once would spoil both.");
}

void StrategiesPage::setHeldUp(const QString& why)
{
    m_heldUp = why;
    refresh();
}

void StrategiesPage::reopen()
{
    show();
    raise();
    activateWindow();
}

void StrategiesPage::done(int result)
{
    m_check.stop();
    QDialog::done(result);
}

void StrategiesPage::start()
{
    m_costs.clear();
    m_refusal.reset();
    m_bar->setValue(0);
    m_check.start();
    refresh();
    m_stop->setFocus();
}

void StrategiesPage::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StrategiesPage::retranslate()
{
    setWindowTitle(tr("Strategies"));
    setWhatsThis(helpText(windowTitle(),
                          tr("What each strategy is, when it pays, what it costs on this machine, and a "
                             "preset that shows it. The costs are also in: %1")
                              .arg(QStringLiteral("overlap-cli doctor"))));
    m_open->setText(tr("Strategies: what they are and what they cost"));
    m_open->setIconText(tr("What they are and what they cost"));
    m_open->setToolTip(tr("What each strategy is, when it pays, and what it costs on this machine"));
    m_open->setWhatsThis(whatsThis());
    m_headline->setText(tr("Who runs which task when"));
    for (const Row& row : m_rows) {
        const QString title = session::translatedText("Strategies", row.strategy->title);
        row.title->setText(title);
        row.help->setText(session::translatedText("Strategies", row.strategy->help));
        if (!row.run)
            continue;
        const QString preset = session::translatedText("Experiments", m_presets.preset(row.preset)->title);
        row.run->setText(tr("Run “%1”").arg(preset));
        row.run->setToolTip(tr("Opens the preset that shows it, and runs it"));
        row.run->setAccessibleName(tr("Run “%1” to see: %2").arg(preset, title));
        row.run->setWhatsThis(helpText(row.run->text(), row.run->toolTip()));
    }
    m_measure->setText(tr("Measure the costs here"));
    m_measure->setToolTip(tr("Runs empty tasks under every strategy, which takes some seconds"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop and keep what is measured"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_bar->setAccessibleName(tr("Progress"));
    refresh();
}

void StrategiesPage::refresh()
{
    const bool running = m_check.running();
    const bool focusGoes = m_stop->hasFocus() && !running;
    m_measure->setVisible(!running);
    m_measure->setEnabled(m_heldUp.isEmpty());
    m_stop->setVisible(running);
    m_bar->setVisible(running);
    if (focusGoes)
        m_measure->setFocus();
    for (const Row& row : m_rows) {
        row.cost->setText(costOf(row));
        if (row.run)
            row.run->setEnabled(!running && m_heldUp.isEmpty());
    }
    m_details->setText(outcome());
    m_hint->setText(running ? whyOthersWait() : m_heldUp);
    m_hint->setVisible(!m_hint->text().isEmpty());
}

QString StrategiesPage::outcome() const
{
    if (m_refusal)
        return session::errorText(*m_refusal);
    if (m_costs.empty()) {
        return tr("Each of them does the same work. What it costs before it has done any good can be "
                  "measured on this machine.");
    }
    return tr("Costs on this machine, medians of five runs of tasks that do nothing: how long until the "
              "first result from nothing there, and what each further task takes.");
}

QString StrategiesPage::costOf(const Row& row) const
{
    const auto found = std::ranges::find(m_costs, row.strategy->name,
                                         [](const engine::StrategyCost& cost) { return cost.strategy.name; });
    if (found == m_costs.end())
        return m_check.running() ? tr("…") : tr("Not measured here yet");
    if (!found->refusal.empty())
        return session::sentenceText(found->refusal);
    return tr("%1: first result after %2, then %3 for each task")
        .arg(QString::fromStdString(found->strategy.text()), seconds(found->firstResult),
             seconds(found->perTask));
}

} // namespace overlap::gui
