// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameter.h"

#include <QWidget>
#include <functional>
#include <map>
#include <string>

class QLabel;

namespace overlap::session {
class ExperimentDraft;
}

namespace overlap::gui {

class DialogService;

/// A field for each parameter of the workload, made from its schema; what is wrong stands under the field.
/// Fields are found by the object name "parameter_<name>".
class ParameterForm : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterForm(QWidget* parent = nullptr);

    /// Both outlive the form.
    void setDraft(session::ExperimentDraft* draft, DialogService* dialogs);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    struct Field
    {
        QLabel* label = nullptr;
        QWidget* editor = nullptr;
        QWidget* input = nullptr; ///< the part of it that takes the keyboard
        QLabel* problem = nullptr;
        std::function<void(const core::Value&)> show;
    };

    void rebuild();
    void refresh();
    /// Why a parameter has no effect as the others are set; empty where it has one.
    QString whyIdle(const core::Parameter& parameter) const;
    Field makeField(const core::Parameter& parameter);

    session::ExperimentDraft* m_draft = nullptr;
    DialogService* m_dialogs = nullptr;
    std::map<std::string, Field> m_fields;
    bool m_refreshing = false;
};

} // namespace overlap::gui
