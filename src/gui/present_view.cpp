// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/present_view.h"

#include "analysis/standing.h"
#include "charts/chart_text.h"
#include "charts/gantt_chart.h"
#include "charts/timings_chart.h"
#include "gui/chart_content.h"
#include "session/message_text.h"
#include "session/time_window.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <algorithm>
#include <utility>

namespace overlap::gui {

using analysis::Standing;

namespace {

// Pixels at a height of 800. Ten metres before an image two metres wide, one of 1280 pixels is 1.6 mm: the
// capitals of 30 pixels of type (22 pixels) are 34 mm high, a three-hundredth of the distance and more than
// twice what good eyes need; what matters most is larger.
constexpr double titleSize = 50;
constexpr double smallSize = 30;
constexpr double promptSize = 42;
constexpr double figureSize = 66;
constexpr double margin = 30;
constexpr double lanesTop = 118;
constexpr double bottomHeight = 232; ///< prompt and figures
constexpr double keysHeight = 46;
// The smallest type of the lanes, 10.5 pixels at scale 1, becomes 28.
constexpr double lanesScale = 2.65;
constexpr std::size_t mostBands = 6; ///< that have room at that scale

} // namespace

Playlist playlistOf(std::vector<core::Experiment> presets, const core::Experiment& shown)
{
    // Dozens of runs for one curve are nothing to watch together.
    std::erase_if(presets, [](const core::Experiment& preset) { return preset.sweep.has_value(); });
    if (shown.sweep)
        return {std::move(presets), 0};
    auto current = std::ranges::find(presets, shown.id, &core::Experiment::id);
    if (current == presets.end())
        current = presets.insert(presets.begin(), shown);
    else
        *current = shown;
    const auto index = static_cast<std::size_t>(current - presets.begin());
    return {std::move(presets), index};
}

PresentView::PresentView(const Services& services, Playlist playlist, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_services(services)
    , m_playlist(std::move(playlist.experiments))
    , m_draft(services.catalogue, services.cores)
    , m_before(services.controller.exchange({}))
    , m_lanes(new charts::GanttChart(this))
{
    setObjectName(QStringLiteral("presentView"));
    setWindowTitle(tr("Overlap"));
    setFocusPolicy(Qt::StrongFocus);
    // Keys belong to the presentation, wherever one has clicked.
    m_lanes->setFocusPolicy(Qt::NoFocus);
    m_lanes->setFocusProxy(this);
    m_lanes->setPresenting(true);
    m_draft.setPython(services.python);
    connect(&services.controller, &session::RunController::ticked, this, &PresentView::onTick);
    connect(&services.controller, &session::RunController::ended, this, &PresentView::onEnded);
    showExperiment(playlist.current);
}

PresentView::~PresentView() = default;

void PresentView::open(const QScreen& screen)
{
    setGeometry(screen.geometry());
    showFullScreen();
    activateWindow();
    setFocus();
}

void PresentView::setTheme(charts::ThemeKind kind)
{
    m_theme = charts::makeTheme(m_services.palette, kind);
    layOut();
}

bool PresentView::event(QEvent* event)
{
    // Keys are for the presentation, not for the shortcuts of the window under it.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void PresentView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            goOn();
        break;
    case Qt::Key_R:
        reveal();
        break;
    // Remote controls for slides send Page Down and Page Up.
    case Qt::Key_Right:
    case Qt::Key_N:
    case Qt::Key_PageDown:
        whenStopped([this] { showExperiment((m_current + 1) % m_playlist.size()); });
        break;
    case Qt::Key_Left:
    case Qt::Key_P:
    case Qt::Key_PageUp:
        whenStopped([this] { showExperiment((m_current + m_playlist.size() - 1) % m_playlist.size()); });
        break;
    case Qt::Key_Backspace:
        whenStopped([this] { reset(); });
        break;
    case Qt::Key_Escape:
        leave();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PresentView::closeEvent(QCloseEvent* event)
{
    event->ignore();
    leave();
}

void PresentView::goOn()
{
    if (m_step == Step::question)
        run();
    else if (m_step == Step::hidden)
        reveal();
}

void PresentView::run()
{
    if (m_services.controller.running() || !m_draft.problems().empty())
        return;
    m_trouble = {};
    m_step = Step::running;
    m_lanes->timeWindow()->reset();
    m_services.controller.start(m_draft.experiment());
    retranslate();
}

void PresentView::reveal()
{
    if (m_step != Step::hidden)
        return;
    m_step = Step::revealed;
    showLanes();
    retranslate();
}

void PresentView::reset()
{
    m_step = Step::question;
    m_trouble = {};
    m_lanes->timeWindow()->reset();
    showLanes();
    retranslate();
}

void PresentView::showExperiment(std::size_t index)
{
    m_current = index;
    m_draft.load(m_playlist[index]);
    m_workload = workloadOf(m_draft);
    reset();
    layOut(); // how many bands there are decides how large their names can be
}

void PresentView::leave()
{
    whenStopped([this] {
        m_services.controller.exchange(std::move(m_before));
        m_services.controller.disconnect(this);
        Q_EMIT left();
    });
}

void PresentView::whenStopped(std::function<void()> act)
{
    if (!m_services.controller.running()) {
        act();
        return;
    }
    m_afterStop = std::move(act);
    m_services.controller.stop();
}

void PresentView::onTick(bool structure)
{
    if (structure)
        showLanes();
    else
        m_lanes->refresh();
}

void PresentView::onEnded(const core::Message& error)
{
    m_step = error.empty() ? Step::hidden : Step::question;
    m_trouble = error;
    if (m_afterStop) {
        std::exchange(m_afterStop, nullptr)();
        return;
    }
    showLanes();
    retranslate();
}

void PresentView::showLanes()
{
    const bool ran = m_step != Step::question;
    if (ran && m_services.controller.feed().workload())
        m_workload = m_services.controller.feed().workload();
    charts::GanttContent content =
        ran ? liveLanes(m_services.controller.feed(), m_workload) : plannedLanes(m_draft, m_workload);
    content.strips = m_services.strips;
    content.expectedStates.clear(); // the legend says what can be seen, no more
    content.timesHidden = m_step != Step::revealed;
    for (charts::GanttBand& band : content.bands) {
        if (!content.timesHidden)
            continue;
        band.finishSeconds.reset();
        band.speedup.reset();
    }
    m_lanes->setContent(std::move(content));
}

QString PresentView::bothWorks() const
{
    const auto isPython = [](const charts::GanttBand& band) {
        return band.strategy.runtime == core::Runtime::python;
    };
    const auto& bands = m_lanes->content().bands;
    if (!m_workload || std::ranges::none_of(bands, isPython) || std::ranges::all_of(bands, isPython))
        return {};
    const core::Message native = m_workload->amount(core::Runtime::native);
    const core::Message python = m_workload->amount(core::Runtime::python);
    if (native == python)
        return {};
    return session::messageText(core::Environment().runtimeName(core::Runtime::native)) +
           QStringLiteral(": ") + session::messageText(native) + QStringLiteral(" · Python: ") +
           session::messageText(python);
}

void PresentView::retranslate()
{
    const core::Experiment& experiment = m_draft.experiment();
    PresentTexts texts;
    texts.title = session::translatedText("Experiments", experiment.title);
    if (m_workload)
        texts.description = session::messageText(m_workload->describe());
    if (const QString works = bothWorks(); !works.isEmpty())
        texts.description = works;
    const QString around = tr("→ next    ← back    Esc leave");
    switch (m_step) {
    case Step::question:
        if (!m_draft.problems().empty()) {
            texts.prompt = session::sentenceText(m_draft.problems().front().message);
            texts.keys = around;
            break;
        }
        texts.prompt =
            m_trouble.empty() ? tr("Which is faster, and by how much?") : session::sentenceText(m_trouble);
        texts.aside = m_trouble.empty() ? tr("Make a guess first.") : QString();
        texts.keys = tr("Space run    %1").arg(around);
        break;
    case Step::running:
        texts.prompt = tr("Which is faster, and by how much?");
        texts.keys = tr("Backspace stop    %1").arg(around);
        break;
    case Step::hidden:
        texts.prompt = tr("Done. What was your guess?");
        texts.keys = tr("Space reveal    Backspace again    %1").arg(around);
        break;
    case Step::revealed: {
        const charts::TimingsContent timings = liveTimings(m_services.controller.feed(), m_workload.get());
        texts.prompt = timings.finding;
        for (const core::StrategyReport& strategy : timings.report.strategies) {
            const Standing standing = analysis::standingOf(strategy);
            if (!strategy.speedup || (standing != Standing::gain && standing != Standing::loss &&
                                      standing != Standing::noDifference))
                continue;
            const bool cold = timings.report.experiment.timing == core::Timing::cold;
            PresentTexts::Figure figure;
            figure.value = charts::speedupText(*strategy.speedup);
            figure.name = QString::fromStdString(strategy.strategy.text()) + QStringLiteral(" · ") +
                          charts::secondsText(cold ? strategy.coldWallSeconds : strategy.medianWallSeconds);
            figure.isGain = standing == Standing::gain;
            texts.figures.push_back(std::move(figure));
        }
        texts.keys = tr("Backspace again    %1").arg(around);
        break;
    }
    }
    m_texts = std::move(texts);
    setAccessibleName(m_texts.title);
    QStringList words{m_texts.description, m_texts.prompt};
    for (const PresentTexts::Figure& figure : m_texts.figures)
        words << figure.value + QStringLiteral(" ") + figure.name;
    setAccessibleDescription(words.join(QLatin1Char('\n')));
    update();
}

void PresentView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showLanes();
        retranslate();
    }
}

void PresentView::layOut()
{
    // A narrow or upright screen is as small as its width says.
    m_scale = std::min(height() / 800.0, width() / 1280.0);
    if (m_theme.family.isEmpty() || m_scale <= 0)
        return;
    const std::size_t bands = std::max(m_draft.plan().strategies.size(), mostBands);
    const double crowded = std::max(0.6, static_cast<double>(mostBands) / static_cast<double>(bands));
    // The scale of the window follows the font of the desktop; here the screen decides alone.
    m_lanes->setTheme(charts::scaledTheme(m_theme, lanesScale * m_scale * crowded / m_theme.scale));
    const int top = qRound(lanesTop * m_scale);
    const int side = qRound(margin * m_scale * 0.2);
    const int bottom = qRound((bottomHeight + keysHeight) * m_scale);
    m_lanes->setGeometry(side, top, width() - 2 * side, std::max(40, height() - top - bottom));
    update();
}

void PresentView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void PresentView::paintEvent(QPaintEvent*)
{
    using charts::Anchor;
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.roles.window);
    const auto px = [this](double length) { return length * m_scale; };
    const auto font = [&](double size, QFont::Weight weight) {
        QFont result(m_theme.family);
        result.setPixelSize(std::max(1, qRound(px(size))));
        result.setWeight(weight);
        return result;
    };
    const double left = px(margin);
    const double room = width() - 2 * left;
    const QFont title = font(titleSize, QFont::DemiBold);
    const QFont small = font(smallSize, QFont::Normal);
    charts::paintText(painter, {left, px(44)}, Anchor::left, charts::elided(m_texts.title, title, room),
                      title, m_theme.roles.text);
    charts::paintText(painter, {left, px(92)}, Anchor::left, charts::elided(m_texts.description, small, room),
                      small, m_theme.roles.secondary);

    const double base = height() - px(bottomHeight + keysHeight);
    // A little smaller rather than a last word alone on a line.
    QFont prompt = font(promptSize, QFont::DemiBold);
    if (const QFont tighter = font(promptSize * 0.88, QFont::DemiBold);
        charts::wrapped(m_texts.prompt, tighter, room).size() <
        charts::wrapped(m_texts.prompt, prompt, room).size())
        prompt = tighter;
    double y = base + px(m_texts.figures.empty() ? 72 : 36);
    const QStringList lines = charts::wrapped(m_texts.prompt, prompt, room);
    for (const QString& line : lines) {
        charts::paintText(painter, {left, y}, Anchor::left, line, prompt, m_theme.roles.text);
        y += px(50);
    }
    charts::paintText(painter, {left, y + px(6)}, Anchor::left, charts::elided(m_texts.aside, small, room),
                      small, m_theme.roles.secondary);

    // Side by side in columns as wide as their words; what has no room is in the lanes.
    const QFont large = font(figureSize, QFont::Bold);
    double x = left;
    const double figureY = base + px(lines.size() > 1 ? 154 : 124);
    for (const PresentTexts::Figure& figure : m_texts.figures) {
        const double wide =
            std::max(charts::textWidth(figure.value, large), charts::textWidth(figure.name, small));
        if (x + wide > width() - left && x > left)
            break;
        charts::paintText(painter, {x, figureY}, Anchor::left, figure.value, large,
                          figure.isGain ? m_theme.roles.accent : m_theme.roles.secondary);
        charts::paintText(painter, {x, figureY + px(53)}, Anchor::left,
                          charts::elided(figure.name, small, width() - left - x), small,
                          m_theme.roles.secondary);
        x += wide + px(56);
    }
    const double foot = height() - px(keysHeight / 2 + 2);
    painter.fillRect(QRectF(0, height() - px(keysHeight), width(), std::max(1.0, px(1))), m_theme.roles.line);
    charts::paintText(painter, {left, foot}, Anchor::left,
                      charts::elided(m_texts.keys, font(28, QFont::Normal), room), font(28, QFont::Normal),
                      m_theme.roles.faint);
}

} // namespace overlap::gui
