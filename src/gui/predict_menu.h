// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forecast_record.h"
#include "session/predictor.h"
#include "session/run_controller.h"

#include <QMenu>
#include <memory>

class QLabel;
class QSpinBox;

namespace overlap::session {
class ExperimentDraft;
} // namespace overlap::session

namespace overlap::gui {

/// Predict: for this machine or for one with another number of cores; the forecasts that stand in the lanes,
/// and the score of all that were made, misses included.
class PredictMenu : public QMenu
{
    Q_OBJECT

public:
    /// Everything outlives the menu.
    struct Parts
    {
        session::Predictor& predictor;
        const session::ExperimentDraft& draft;
        const session::RunController& controller;
        const core::ForecastRecord& record;
        int cores; ///< of this machine
    };

    PredictMenu(const Parts& parts, QWidget* window);

    /// For as many cores as the menu says.
    void predict();
    /// What was predicted of that experiment; null where nothing was.
    const session::PredictedRuns* of(const core::Experiment& experiment) const;
    int machineCores() const { return m_parts.cores; }
    /// A run of the draft begins: what was foretold of another machine makes way.
    void runStarts();
    /// Why nothing else can be measured while the predictor runs.
    static QString whyOthersWait();
    /// Nothing can be predicted now, and why; empty where it can.
    void setHeldUp(const QString& reason);

Q_SIGNALS:
    /// Other forecasts stand in the lanes, or none do any more.
    void shownChanged();
    void told(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void take(const std::shared_ptr<const session::PredictedRuns>& runs);
    void hold(const core::Message& error);
    void forget();
    QString scoreText() const;

    Parts m_parts;
    core::Experiment m_asked;
    std::shared_ptr<const session::PredictedRuns> m_runs;
    bool m_checked = false; ///< against a run; it is in the score
    QAction* m_here;
    QAction* m_there;
    QAction* m_hide;
    QAction* m_score;
    QLabel* m_before; ///< the words around the number of cores
    QLabel* m_behind;
    QSpinBox* m_cores;
    int m_wanted; ///< cores
    QString m_heldUp;
};

} // namespace overlap::gui
