// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"
#include "session/crossover_check.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace overlap::charts {
class CrossoverChart;
}

namespace overlap::session {
class ExperimentDraft;
}

namespace overlap::gui {

/// At which task length, payload or number of tasks of the experiment that is open one strategy overtakes
/// another: what to vary and between which two, the search with real runs, and its chart as it grows.
class AdvisorCrossover : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the widget.
    AdvisorCrossover(session::CrossoverCheck& check, const session::ExperimentDraft& draft, QWidget* parent);

    /// Why nothing can be measured now, in a sentence; empty where it can.
    void setHeldUp(const QString& why);
    void setTheme(const charts::Theme& theme);
    /// Why experiments wait while it measures.
    static QString whyOthersWait();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void retranslate();
    void fillChoices();
    void proposeRange();
    /// As the fields ask for it.
    core::Experiment asked() const;
    void start();
    void show(const session::CrossoverCheck::Report& report);
    void refresh();

    session::CrossoverCheck& m_check;
    const session::ExperimentDraft& m_draft;
    std::string m_filled; ///< the workload that the fields are about
    core::Experiment m_measured;
    session::CrossoverCheck::Report m_report; ///< null before a value was measured
    bool m_ended = false;
    std::optional<core::Error> m_refusal;
    QString m_heldUp;
    QLabel* m_headline;
    QLabel* m_details;
    QLabel* m_overLabel;
    QComboBox* m_over;
    QLabel* m_fromLabel;
    QLineEdit* m_from;
    QLabel* m_toLabel;
    QLineEdit* m_to;
    QLabel* m_betweenLabel;
    QComboBox* m_first;
    QLabel* m_andLabel;
    QComboBox* m_second;
    QLabel* m_problem;
    charts::CrossoverChart* m_chart;
    QLabel* m_hint;
    QPushButton* m_measure;
    QPushButton* m_stop;
    QProgressBar* m_bar;
};

} // namespace overlap::gui
