// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/advice_in_words.h"

#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

class QAbstractButton;
class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace overlap::gui {

/// What the advisor asks for: the runtime first, then the work in a person's own words, how long all of it
/// takes and how much data a task gets; the last two may stay unsaid. Examples fill everything in.
class AdvisorQuestion : public QWidget
{
    Q_OBJECT

public:
    /// `cores` of this machine.
    explicit AdvisorQuestion(int cores, QWidget* parent = nullptr);

    /// Nothing is described yet.
    bool isEmpty() const;
    core::Runtime runtime() const;
    /// Throws core::Error with a JSON pointer where a figure cannot be read. What it returns may still be
    /// refused by adviceOf.
    analysis::AdviceQuestion question() const;
    /// Shown at the field that its JSON pointer names; null takes it away.
    void setProblem(const core::Error* problem);
    /// To where a person types.
    void focusDescription();

Q_SIGNALS:
    /// Something else is asked; what is typed counts as soon as the typing pauses.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field
    {
        const char* pointer;
        QWidget* input;
        QLabel* problem;
    };

    QLabel* addName(QGridLayout* grid, QWidget* buddy, int row);
    void addRuntimes(QGridLayout* grid);
    void addDescription(QGridLayout* grid);
    void addExamples(QGridLayout* grid);
    void addFigures(QGridLayout* grid);
    void addField(QGridLayout* grid, const char* pointer, QWidget* input, int row);
    void useExample(std::size_t index);
    void retranslate();
    void tellRuntime();
    void setFigure(double figure);

    int m_cores;
    QTimer m_pause; ///< of the typing
    QLabel* m_runtimeName = nullptr;
    QButtonGroup* m_runtimes;
    QLabel* m_runtimeHint;
    QLabel* m_descriptionName = nullptr;
    QLineEdit* m_description = nullptr;
    QLabel* m_examplesName = nullptr;
    std::vector<QPushButton*> m_examples;
    QLabel* m_durationName = nullptr;
    QLineEdit* m_duration = nullptr;
    std::optional<double> m_figure; ///< in it, in its unit; nothing where it is empty or no number
    QComboBox* m_unit = nullptr;
    QLabel* m_dataName;
    QComboBox* m_data = nullptr;
    std::vector<Field> m_fields;
};

} // namespace overlap::gui
