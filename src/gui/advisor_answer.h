// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/advice_in_words.h"
#include "charts/theme.h"

#include <QWidget>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace overlap::charts {
class DecisionTree;
}

namespace overlap::gui {

/// What the advisor says: the answer, the decision tree with the way there, the reasons, the lesson's own
/// answer, and what would make it surer.
class AdvisorAnswer : public QWidget
{
    Q_OBJECT

public:
    explicit AdvisorAnswer(QWidget* parent = nullptr);

    void setAdvice(const analysis::Advice& advice);
    /// Nothing is asked yet, or what is asked is refused: the tree alone, with these where the answer stands.
    void setNothing(core::Runtime runtime, const QString& title, const QString& hint);
    void setTheme(const charts::Theme& theme);
    const std::optional<analysis::Advice>& advice() const { return m_advice; }
    /// Everything it says, as lines; empty where it says nothing.
    QString plainText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Column
    {
        QWidget* whole;
        QLabel* header;
        QLabel* text;
    };

    Column addColumn(const QString& name);
    void refresh();
    QString strategyText() const;
    QString lessonText() const;
    QString missingText() const;
    QString reasonsText() const;

    std::optional<analysis::Advice> m_advice;
    core::Runtime m_runtime = core::Runtime::python;
    QString m_title; ///< where there is no advice
    QString m_hint;
    QLabel* m_answer;
    QLabel* m_strategy;
    charts::DecisionTree* m_tree;
    Column m_reasons;
    Column m_lesson;
    Column m_missing;
};

} // namespace overlap::gui
