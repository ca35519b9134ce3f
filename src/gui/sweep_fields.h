// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

#include <QWidget>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace overlap::session {
class ExperimentDraft;
}

namespace overlap::gui {

/// What an experiment varies: one figure of the strategies or of the work, and its values. Window thread.
class SweepFields : public QWidget
{
    Q_OBJECT

public:
    explicit SweepFields(QWidget* parent = nullptr);

    /// Outlives the fields.
    void setDraft(session::ExperimentDraft* draft);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Target
    {
        std::string over; ///< empty: nothing varies
        QString title;
        std::vector<core::Value> proposed;
        bool operator==(const Target&) const = default;
    };

    void retranslate();
    void refresh();
    void chooseTarget(int index);
    void readValues();
    std::vector<Target> targets() const;

    session::ExperimentDraft* m_draft = nullptr;
    std::vector<Target> m_targets;
    QLabel* m_overLabel;
    QComboBox* m_over;
    QLabel* m_valuesLabel;
    QLineEdit* m_values;
    QLabel* m_about;   ///< how many runs that makes
    QLabel* m_problem; ///< what is wrong with it
};

} // namespace overlap::gui
