// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replay_bar.h"

#include "charts/chart_text.h"
#include "charts/gantt_chart.h"
#include "session/replay.h"
#include "session/time_window.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace overlap::gui {

using charts::GanttCommand;

namespace {

constexpr int sliderSteps = 10'000;

} // namespace

QString replaySpeedText(double speed)
{
    return speed < 1 ? ReplayBar::tr("1/%1 ×").arg(qRound(1 / speed))
                     : ReplayBar::tr("%1 ×").arg(qRound(speed));
}

ReplayBar::ReplayBar(session::Replay& replay, charts::GanttChart& lanes, QWidget* parent)
    : QWidget(parent)
    , m_replay(replay)
    , m_lanes(lanes)
    , m_action(new QAction(this))
{
    setObjectName(QStringLiteral("ReplayBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 6, 20, 6);
    row->setSpacing(8);
    m_back = addButton("replayBackButton", &session::Replay::stepBack);
    m_back->setText(QStringLiteral("◂|"));
    m_play = new QToolButton(this);
    m_play->setObjectName(QStringLiteral("replayPlayButton"));
    connect(m_play, &QToolButton::clicked, this, [this] { m_replay.setPlaying(!m_replay.playing()); });
    row->addWidget(m_play);
    m_forward = addButton("replayForwardButton", &session::Replay::stepForward);
    m_forward->setText(QStringLiteral("|▸"));
    m_slower = addButton("replaySlowerButton", &session::Replay::slower);
    m_slower->setText(QStringLiteral("−"));
    m_speed = new QLabel(this);
    m_speed->setObjectName(QStringLiteral("replaySpeed"));
    m_speed->setAlignment(Qt::AlignCenter);
    row->addWidget(m_speed);
    m_faster = addButton("replayFasterButton", &session::Replay::faster);
    m_faster->setText(QStringLiteral("+"));
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("replaySlider"));
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 20);
    m_slider->setSingleStep(sliderSteps / 200);
    row->addWidget(m_slider, 1);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        const session::TimeRange range = m_replay.range();
        m_replay.seek(range.begin + static_cast<core::Nanoseconds>(static_cast<double>(range.length()) *
                                                                   value / sliderSteps));
    });
    m_time = new QLabel(this);
    m_time->setObjectName(QStringLiteral("replayTime"));
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_time);
    m_close = addButton("replayCloseButton", &session::Replay::end);
    m_close->setText(QStringLiteral("✕"));

    m_action->setObjectName(QStringLiteral("replayAction"));
    m_action->setCheckable(true);
    connect(m_action, &QAction::triggered, this, [this](bool on) {
        if (on)
            m_replay.start();
        else
            m_replay.end();
    });
    connect(&lanes, &charts::GanttChart::commanded, this, &ReplayBar::obey);
    lanes.installEventFilter(this);
    installEventFilter(this);
    connect(&replay, &session::Replay::changed, this, &ReplayBar::showState);
    connect(&replay, &session::Replay::moved, this, &ReplayBar::showMoment);
    retranslate();
}

QToolButton* ReplayBar::addButton(const char* name, void (session::Replay::*act)())
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QToolButton::clicked, &m_replay, act);
    layout()->addWidget(button);
    return button;
}

void ReplayBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReplayBar::retranslate()
{
    setAccessibleName(tr("Replay"));
    setWhatsThis(tr("<b>Replay</b><br>Shows the runs once more, all on one clock, at up to 100 times their "
                    "speed or down to a thousandth of it. What comes after the moment is hidden."));
    m_action->setText(tr("Replay") + QStringLiteral("\t") +
                      QKeySequence(Qt::Key_Space).toString(QKeySequence::NativeText));
    m_action->setWhatsThis(whatsThis());
    const auto describe = [](QWidget* widget, const QString& name, const QString& key) {
        widget->setAccessibleName(name);
        widget->setToolTip(key.isEmpty() ? name : tr("%1 (key %2)").arg(name, key));
        widget->setWhatsThis(widget->toolTip());
    };
    describe(m_back, tr("One event back"), QStringLiteral(","));
    describe(m_forward, tr("One event on"), QStringLiteral("."));
    describe(m_slower, tr("Slower"), QStringLiteral("<"));
    describe(m_faster, tr("Faster"), QStringLiteral(">"));
    describe(m_close, tr("End the replay"), tr("Esc"));
    describe(m_slider, tr("Moment of the replay"), {});
    describe(m_speed, tr("Speed of the replay"), {});
    showState();
}

void ReplayBar::toggle()
{
    if (m_replay.active())
        m_replay.setPlaying(!m_replay.playing());
    else if (m_replay.possible())
        m_replay.start();
}

void ReplayBar::obey(GanttCommand command)
{
    switch (command) {
    case GanttCommand::replay:
        return toggle();
    case GanttCommand::replayBack:
        return m_replay.stepBack();
    case GanttCommand::replayForward:
        return m_replay.stepForward();
    case GanttCommand::replaySlower:
        return m_replay.active() ? m_replay.slower() : void();
    case GanttCommand::replayFaster:
        return m_replay.active() ? m_replay.faster() : void();
    default:
        return;
    }
}

/// Keys that mean something else in the lanes while nothing is replayed, and all of them in the bar.
bool ReplayBar::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Home:
        m_replay.seek(m_replay.range().begin);
        return true;
    case Qt::Key_End:
        m_replay.seek(m_replay.range().end);
        return true;
    case Qt::Key_Escape:
        m_replay.end();
        m_lanes.setFocus();
        return true;
    default:
        return false;
    }
}

bool ReplayBar::eventFilter(QObject* watched, QEvent* event)
{
    const bool pressed = event->type() == QEvent::KeyPress;
    if (!m_replay.active() || (!pressed && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (!pressed) { // else the window's shortcut would take Escape
        if (key.key() == Qt::Key_Escape)
            event->accept();
        return key.key() == Qt::Key_Escape;
    }
    if (handleKey(key.key()))
        return true;
    if (watched == this) {
        if (const auto known = charts::ganttKeyOf(key))
            obey(known->command);
    }
    return QWidget::eventFilter(watched, event);
}

void ReplayBar::showState()
{
    setVisible(m_replay.active());
    m_action->setEnabled(m_replay.possible());
    m_action->setChecked(m_replay.active());
    const bool playing = m_replay.playing();
    m_play->setText(playing ? QStringLiteral("❚❚") : QStringLiteral("▶"));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(tr("%1 (key %2)").arg(m_play->accessibleName(), tr("Space")));
    m_play->setWhatsThis(m_play->toolTip());
    m_speed->setText(replaySpeedText(m_replay.speed()));
    m_speed->setMinimumWidth(
        m_speed->fontMetrics().horizontalAdvance(replaySpeedText(session::Replay::slowest)));
    showMoment();
}

void ReplayBar::showMoment()
{
    if (!m_replay.active()) {
        m_lanes.setPlayhead(std::nullopt);
        return;
    }
    const session::TimeRange range = m_replay.range();
    const core::Nanoseconds time = m_replay.time();
    // Where the lanes are zoomed in, they follow: the moment comes to stand a fifth from the left.
    session::TimeWindow& window = *m_lanes.timeWindow();
    const session::TimeRange visible = window.visible();
    if (m_replay.playing() && (time < visible.begin || time > visible.end)) {
        const core::Nanoseconds begin = time - visible.length() / 5;
        window.setVisible({begin, begin + visible.length()});
    }
    m_lanes.setPlayhead(time);
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(
        qRound(static_cast<double>(time - range.begin) / static_cast<double>(range.length()) * sliderSteps));
    const core::Nanoseconds resolution = std::max<core::Nanoseconds>(1, range.length() / 5000);
    m_time->setText(
        tr("%1 of %2").arg(charts::momentText(time, resolution), charts::momentText(range.end, resolution)));
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(
        tr("%1 of %2")
            .arg(charts::momentText(-range.end, resolution), charts::momentText(range.end, resolution))));
}

} // namespace overlap::gui
