// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis.h"
#include "session/time_window.h"

#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace overlap::gui {

/// What happened in the runs, in words: of each diagnosis its sentence and its remedy, a way to its place in
/// the lanes, and a way to try what would change it. Hidden while there is nothing to say.
class HappenedList : public QWidget
{
    Q_OBJECT

public:
    explicit HappenedList(QWidget* parent = nullptr);

    void setDiagnoses(std::vector<core::Diagnosis> diagnoses);
    bool isEmpty() const { return m_diagnoses.empty(); }
    /// In the language of now.
    void retranslate();

Q_SIGNALS:
    /// `range` of the lanes of a strategy is to be looked at.
    void placeWanted(const QString& strategy, const overlap::session::TimeRange& range);
    /// A strategy, in its canonical text, is to be tried.
    void strategyWanted(const QString& strategy);

private:
    void addRow(QVBoxLayout* column, std::size_t index);

    std::vector<core::Diagnosis> m_diagnoses;
    QWidget* m_rows = nullptr; ///< made anew whenever the diagnoses or the language change
};

} // namespace overlap::gui
