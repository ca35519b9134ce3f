// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/gil_check_page.h"

#include "core/shown.h"
#include "core/text.h"
#include "gui/help_text.h"
#include "gui/icons.h"
#include "gui/page_parts.h"
#include "session/message_text.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace overlap::gui {

namespace {

constexpr int quickBlocks = 3;
constexpr int thoroughBlocks = 10; // as on the command line
constexpr int leastForIntervals = 5;
constexpr int secondsPerBlock = 5;
constexpr QSize firstSize{976, 512};

enum Column { nameColumn, modelColumn, pythonColumn, askedColumn, resultColumn, columnCount };

constexpr std::array explanations{
    QT_TRANSLATE_NOOP("overlap::gui::GilCheckPage", "Computing"),
    QT_TRANSLATE_NOOP("overlap::gui::GilCheckPage",
                      "Threads that compute share the time of one: two of them gain nothing."),
    QT_TRANSLATE_NOOP("overlap::gui::GilCheckPage", "Waiting"),
    QT_TRANSLATE_NOOP(
        "overlap::gui::GilCheckPage",
        "Waits of 2, 8 and 32 threads take place at once, because who waits gives the lock back."),
    QT_TRANSLATE_NOOP("overlap::gui::GilCheckPage", "Turns"),
    QT_TRANSLATE_NOOP("overlap::gui::GilCheckPage",
                      "How long a thread computes before it hands the lock to another."),
    QT_TRANSLATE_NOOP("overlap::gui::GilCheckPage", "Wake-ups"),
    QT_TRANSLATE_NOOP(
        "overlap::gui::GilCheckPage",
        "How late a thread that slept gets on beside one that computes, at three switch intervals."),
};

QString figureOf(const engine::GilRow& row, double value)
{
    return row.unit == engine::GilRow::Unit::times
               ? session::figureText(core::fixedNumber(value, 2)) + QStringLiteral(" ×")
               : session::figureText(core::durationText(value, row.python));
}

} // namespace

GilCheckPage::GilCheckPage(session::GilCheck& check, QWidget* parent)
    : QDialog(parent)
    , m_check(check)
    , m_open(new QAction(this))
    , m_headline(addPageLabel(this, QStringLiteral("gilHeadline"), "cardTitle"))
    , m_details(addPageLabel(this, QStringLiteral("gilDetails"), "secondary"))
    , m_middle(new QStackedWidget(this))
    , m_table(new QTableWidget(0, columnCount, this))
    , m_hint(addPageLabel(this, QStringLiteral("gilHint"), "secondary"))
    , m_bar(new QProgressBar(this))
    , m_step(addPageLabel(this, QStringLiteral("gilStep"), "secondary"))
    , m_quick(addPageButton(this, QStringLiteral("gilQuick")))
    , m_thorough(addPageButton(this, QStringLiteral("gilThorough")))
    , m_stop(addPageButton(this, QStringLiteral("gilStop")))
    , m_copy(addPageButton(this, QStringLiteral("gilCopy")))
    , m_close(addPageButton(this, QStringLiteral("gilClose")))
{
    setObjectName(QStringLiteral("gilCheckPage"));
    m_open->setObjectName(QStringLiteral("openGilCheck"));
    layOut();
    connect(m_open, &QAction::triggered, this, &GilCheckPage::reopen);
    connect(m_quick, &QPushButton::clicked, this, [this] { start(quickBlocks); });
    connect(m_thorough, &QPushButton::clicked, this, [this] { start(thoroughBlocks); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_check.stop();
        m_stopping = true;
        showProgress();
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(plainText()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_check, &session::GilCheck::progressed, this, [this](int done) {
        m_done = done;
        showProgress();
    });
    connect(&m_check, &session::GilCheck::finished, this, [this](const engine::GilValidation& found) {
        m_found = found;
        refresh();
    });
    connect(&m_check, &session::GilCheck::refused, this, [this](const core::Error& reason) {
        m_refusal = reason;
        refresh();
    });
    retranslate();
}

void GilCheckPage::layOut()
{
    makeTable();
    m_middle->addWidget(makeExplanation());
    m_middle->addWidget(m_table);
    m_quick->setProperty("role", QStringLiteral("accent"));
    m_quick->setDefault(true);
    m_bar->setObjectName(QStringLiteral("gilBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(180);
    m_step->setWordWrap(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_headline);
    column->addWidget(m_details);
    column->addSpacing(8);
    column->addWidget(m_middle, 1);
    column->addSpacing(8);
    column->addWidget(m_hint);
    column->addSpacing(4);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_quick, m_thorough, m_stop})
        foot->addWidget(widget);
    foot->addSpacing(8);
    foot->addWidget(m_bar);
    foot->addWidget(m_step);
    foot->addStretch(1);
    foot->addWidget(m_copy);
    foot->addWidget(m_close);
    column->addLayout(foot);
    resize(firstSize);
}

QWidget* GilCheckPage::makeExplanation()
{
    auto* page = new QWidget(m_middle);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(20);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < explanations.size(); ++i) {
        const bool term = i % 2 == 0;
        auto* label = addPageLabel(page, QStringLiteral(""), term ? "term" : "fact");
        label->setWordWrap(!term);
        m_explained.push_back(label);
        grid->addWidget(label, static_cast<int>(i / 2), term ? 0 : 1, Qt::AlignTop);
    }
    grid->setRowStretch(static_cast<int>(explanations.size() / 2), 1);
    return page;
}

void GilCheckPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("gilTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    for (int i = 0; i < columnCount; ++i) {
        auto* item = new QTableWidgetItem;
        item->setTextAlignment((i == modelColumn || i == pythonColumn ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignVCenter);
        m_table->setHorizontalHeaderItem(i, item);
    }
}

QString GilCheckPage::whyExperimentsWait()
{
    return tr(
        "Model and CPython are being compared. Experiments wait until that has ended: measuring both at "
        "once would spoil both.");
}

void GilCheckPage::setHeldUp(const QString& why)
{
    m_heldUp = why;
    refresh();
}

void GilCheckPage::reopen()
{
    show();
    raise();
    activateWindow();
}

void GilCheckPage::done(int result)
{
    m_check.stop();
    QDialog::done(result);
}

void GilCheckPage::start(int blocks)
{
    m_found.reset();
    m_refusal.reset();
    m_blocks = blocks;
    m_done = 0;
    m_stopping = false;
    m_check.start(blocks);
    refresh();
    m_stop->setFocus();
}

void GilCheckPage::setTheme(const charts::Theme& theme)
{
    m_theme = theme;
    fillTable();
}

void GilCheckPage::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GilCheckPage::retranslate()
{
    setWindowTitle(tr("How faithful is this model here?"));
    setWhatsThis(helpText(windowTitle(),
                          tr("Strategies such as gil-threads run under a model of CPython's lock. Here the "
                             "model and a real CPython do the same work in turn, block by block in random "
                             "order, and each figure says how close they came. On the command line: %1")
                              .arg(QStringLiteral("overlap-cli doctor --gil"))));
    m_open->setText(tr("Python's lock: how faithful is the model here?"));
    m_open->setIconText(windowTitle());
    m_open->setToolTip(tr("Measures the model of Python's lock beside the CPython of this machine"));
    m_open->setWhatsThis(whatsThis());
    for (std::size_t i = 0; i < m_explained.size(); ++i)
        m_explained[i]->setText(tr(explanations[i]));
    const std::array headers{tr("Measured"), tr("Model"), tr("CPython"), tr("Asked"), tr("Result")};
    for (int i = 0; i < columnCount; ++i)
        m_table->horizontalHeaderItem(i)->setText(headers[static_cast<std::size_t>(i)]);
    m_table->setAccessibleName(tr("Model and CPython side by side"));
    const auto seconds = [](int blocks) { return QString::number(blocks * secondsPerBlock); };
    m_quick->setText(tr("Quick look, about %1 s").arg(seconds(quickBlocks)));
    m_quick->setToolTip(tr("%1 blocks").arg(quickBlocks));
    m_thorough->setText(tr("%1 blocks, about %2 s").arg(thoroughBlocks).arg(seconds(thoroughBlocks)));
    m_thorough->setToolTip(tr("From five blocks on there are intervals, and single disturbances count less"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop and keep the blocks that are done"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the outcome as text"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_bar->setAccessibleName(tr("Progress"));
    refresh();
}

void GilCheckPage::refresh()
{
    const bool running = m_check.running();
    const bool rows = !running && m_found && !m_found->rows.empty();
    // What has the focus now may go out of sight.
    const bool focusGoes = m_stop->hasFocus() && !running;
    m_open->setEnabled(m_heldUp.isEmpty());
    for (QPushButton* button : {m_quick, m_thorough}) {
        button->setVisible(!running);
        button->setEnabled(m_heldUp.isEmpty());
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{m_stop, m_bar, m_step})
        widget->setVisible(running);
    m_copy->setVisible(rows);
    fillTable();
    m_middle->setCurrentIndex(rows ? 1 : 0);
    if (focusGoes)
        (rows ? static_cast<QWidget*>(m_table) : m_quick)->setFocus();
    const Words said = words();
    m_headline->setText(said.headline);
    m_details->setText(said.details);
    m_hint->setText(said.hint);
    setAccessibleDescription(said.headline);
    showProgress();
}

void GilCheckPage::showProgress()
{
    m_stop->setEnabled(!m_stopping);
    m_bar->setRange(0, std::max(1, m_blocks));
    m_bar->setValue(m_done);
    m_step->setText(m_stopping ? tr("Stopping…")
                               : tr("Block %1 of %2").arg(std::min(m_done + 1, m_blocks)).arg(m_blocks));
}

void GilCheckPage::fillTable()
{
    m_table->setRowCount(0);
    if (!m_found)
        return;
    QFont marked = m_table->font();
    marked.setWeight(QFont::DemiBold);
    for (const engine::GilRow& row : m_found->rows) {
        const int at = m_table->rowCount();
        m_table->insertRow(at);
        const std::array texts{session::sentenceText(row.name), figureOf(row, row.model),
                               figureOf(row, row.python), session::messageText(row.limit),
                               row.within ? tr("passes") : tr("differs")};
        for (int i = 0; i < columnCount; ++i) {
            auto* item = new QTableWidgetItem(texts[static_cast<std::size_t>(i)]);
            item->setTextAlignment((i == modelColumn || i == pythonColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
            if (!row.within)
                item->setFont(marked);
            if (i == resultColumn && !row.within)
                item->setIcon(tintedIcon(QStringLiteral("warning"), m_theme.roles.failed));
            m_table->setItem(at, i, item);
        }
    }
}

GilCheckPage::Words GilCheckPage::words() const
{
    const QString what =
        tr("Strategies such as gil-threads run under a model of the lock that lets one Python "
           "thread compute at a time. Here the model and the CPython of this machine do the "
           "same in turn, and their figures stand side by side.");
    if (m_check.running())
        return {tr("Comparing model and CPython…"), what,
                tr("Experiments wait until this has ended: measuring both at once would spoil both.")};
    Words said = m_refusal || m_found ? wordsOfOutcome()
                                      : Words{tr("Not compared on this machine yet"), what,
                                              tr("A block takes about %1 s. Programs that are busy meanwhile "
                                                 "show in the figures.")
                                                  .arg(secondsPerBlock)};
    if (!m_heldUp.isEmpty())
        said.hint = m_heldUp;
    return said;
}

GilCheckPage::Words GilCheckPage::wordsOfOutcome() const
{
    if (m_refusal) {
        return {
            tr("There is nothing to compare with"),
            session::errorText(*m_refusal) + QLatin1Char('\n') +
                tr("What helps: install Python 3.3 or newer, or start Overlap with the environment variable "
                   "OVERLAP_PYTHON naming one. The model itself needs no Python."),
            {}};
    }
    const engine::GilValidation& found = *m_found;
    if (found.rows.empty()) {
        return {tr("Stopped before a block was done"), tr("There is nothing to show yet."),
                tr("A block takes about %1 s.").arg(secondsPerBlock)};
    }
    const QString version = QString::fromStdString(core::shown(found.version));
    const auto differing = std::ranges::count(found.rows, false, &engine::GilRow::within);
    const int all = static_cast<int>(found.rows.size());
    Words said;
    if (differing == 0) {
        said.headline = tr("The model behaves as CPython %1 on this machine, in every row").arg(version);
    } else if (differing == 1) {
        const auto row = std::ranges::find(found.rows, false, &engine::GilRow::within);
        said.headline = tr("The model differs from CPython %1 in 1 of %2 rows: %3")
                            .arg(version)
                            .arg(all)
                            .arg(session::messageText(row->name));
    } else {
        said.headline =
            tr("The model differs from CPython %1 in %2 of %3 rows").arg(version).arg(differing).arg(all);
    }
    const QString blocks = found.blocks == 1 ? tr("One block") : tr("Medians of %1 blocks").arg(found.blocks);
    said.details = tr("%1, both sides in each, in random order · %2, whose own switch interval is %3")
                       .arg(found.cancelled ? tr("Stopped early: %1").arg(blocks) : blocks,
                            QString::fromStdString(core::printable(found.interpreter.string())),
                            session::figureText(core::durationText(found.defaultIntervalSeconds)));
    said.hint = differing > 0 ? tr("Where the model differs, other programs may have been busy: close them "
                                   "and look again.")
                : found.blocks < leastForIntervals
                    ? tr("This was a quick look; %1 blocks tell it with more certainty.").arg(thoroughBlocks)
                    : QString();
    return said;
}

QString GilCheckPage::plainText() const
{
    const Words said = words();
    QString text = said.headline + QLatin1Char('\n') + said.details + QStringLiteral("\n\n");
    for (const engine::GilRow& row : m_found->rows) {
        text += tr("%1: model %2, CPython %3; asked: %4; %5")
                    .arg(session::sentenceText(row.name), figureOf(row, row.model), figureOf(row, row.python),
                         session::messageText(row.limit), row.within ? tr("passes") : tr("differs")) +
                QLatin1Char('\n');
    }
    return text;
}

} // namespace overlap::gui
