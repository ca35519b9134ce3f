// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"
#include "charts/theme.h"
#include "session/experiment_draft.h"
#include "session/run_controller.h"

#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

namespace overlap::charts {
class GanttChart;
}

namespace overlap::gui {

/// What the words of the screen are at a moment; painted as they are.
struct PresentTexts
{
    struct Figure
    {
        QString value;       ///< "9.95 ×", or words where there is no gain to tell
        QString name;        ///< of the strategy, with its time
        bool isGain = false; ///< in the accent
    };

    QString title;
    QString description; ///< one line: what the work is
    QString prompt;      ///< what the class is asked, or the finding
    QString aside;       ///< under the prompt, quieter; may be empty
    std::vector<Figure> figures;
    QString keys; ///< the foot
};

/// What is presented, in order, and where it begins.
struct Playlist
{
    std::vector<core::Experiment> experiments;
    std::size_t current = 0;
};

/// The presets, and among them what the window shows, with what has been changed in it.
Playlist playlistOf(std::vector<core::Experiment> presets, const core::Experiment& shown);

/// One experiment after the other for a class: the question, the lanes as they fill, and the result only when
/// somebody asks for it. Everything is sized by the height of the screen, so that it can be read from ten
/// metres off a projector of 1280 × 800.
///
/// It has a draft of its own, so that the window's experiment is never touched, and runs it with the window's
/// RunController, of which it gives back what was there before. Window thread.
class PresentView : public QWidget
{
    Q_OBJECT

public:
    enum class Step {
        question, ///< nothing has run: the class guesses
        running,
        hidden, ///< done, and nothing is told yet
        revealed,
    };

    struct Services
    {
        session::RunController& controller; ///< not running
        const engine::PythonChoice& python; ///< as it is known when presenting begins
        const core::Catalogue& catalogue;
        const charts::Palette& palette;
        int cores = 1;
        bool strips = true; ///< of queues, under the lanes
    };

    /// Precondition: the playlist is not empty.
    PresentView(const Services& services, Playlist playlist, QWidget* parent);
    ~PresentView() override;

    /// Fills the screen.
    void open(const QScreen& screen);
    void setTheme(charts::ThemeKind kind);
    Step step() const { return m_step; }
    const PresentTexts& texts() const { return m_texts; }

Q_SIGNALS:
    /// Nothing runs any more and the controller shows what it showed before.
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void goOn();
    void run();
    void reveal();
    void reset();
    void showExperiment(std::size_t index);
    void leave();
    /// Now, or as soon as the run has stopped.
    void whenStopped(std::function<void()> act);
    void onTick(bool structure);
    void onEnded(const core::Message& error);
    void showLanes();
    void retranslate();
    /// How much work each runtime has, where both are shown: their lanes share a clock, not the work.
    QString bothWorks() const;
    void layOut();

    Services m_services;
    std::vector<core::Experiment> m_playlist;
    std::size_t m_current = 0;
    session::ExperimentDraft m_draft;
    std::shared_ptr<const core::Workload> m_workload;
    session::RunController::Shown m_before;
    std::function<void()> m_afterStop;
    Step m_step = Step::question;
    core::Message m_trouble; ///< why the last run was none
    charts::GanttChart* m_lanes = nullptr;
    charts::Theme m_theme; ///< at the scale of the window
    double m_scale = 1;    ///< of a height of 800
    PresentTexts m_texts;
};

} // namespace overlap::gui
