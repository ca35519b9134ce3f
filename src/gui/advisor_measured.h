// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forecast_record.h"
#include "session/advice_check.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace overlap::session {
class ExperimentDraft;
} // namespace overlap::session

namespace overlap::gui {

/// The advisor's answer for the experiment that is open: what its work consists of, a forecast for every
/// strategy before any has run, what came out, and which one to take.
class AdvisorMeasured : public QWidget
{
    Q_OBJECT

public:
    /// Everything outlives the widget. The draft gets what is recommended, where somebody wants it.
    struct Parts
    {
        session::AdviceCheck& check;
        session::ExperimentDraft& draft;
        const core::ForecastRecord& record;
    };

    AdvisorMeasured(const Parts& parts, QWidget* parent);

    /// Why nothing can be measured now, in a sentence; empty where it can.
    void setHeldUp(const QString& why);
    /// Why experiments wait while it measures.
    static QString whyOthersWait();

Q_SIGNALS:
    /// The recommended strategy was chosen in the window.
    void strategyTaken();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void retranslate();
    void start();
    void keepScore();
    void recommend();
    void refresh();
    void fillTable();
    void setRow(int row, const analysis::Forecast& forecast);
    void take();
    analysis::Cost counts() const;
    bool isRecommended(const std::string& strategy) const;
    QString headline() const;
    QString details() const;
    QString reasons() const;
    QString remarkOn(const analysis::Forecast& forecast) const;

    Parts m_parts;
    core::Experiment m_asked;
    std::shared_ptr<const engine::Commitment> m_commitment; ///< null before there is one
    session::AdviceCheck::Outcome m_outcome;                ///< null before the end
    std::vector<analysis::Recommendation> m_recommended;    ///< for what counts now
    std::optional<core::Error> m_refusal;
    QString m_heldUp;
    QLabel* m_headline;
    QLabel* m_details;
    QLabel* m_countsLabel;
    QComboBox* m_counts;
    QTableWidget* m_table;
    QLabel* m_reasons;
    QLabel* m_hint;
    QPushButton* m_measure;
    QPushButton* m_stop;
    QPushButton* m_take;
    QProgressBar* m_bar;
};

} // namespace overlap::gui
