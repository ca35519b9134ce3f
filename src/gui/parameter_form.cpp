// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/parameter_form.h"

#include "core/json.h"
#include "gui/folder_field.h"
#include "gui/help_text.h"
#include "gui/number_field.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStyle>
#include <QTextCursor>
#include <QVBoxLayout>
#include <algorithm>

namespace overlap::gui {

using core::ParameterKind;
using core::Value;

namespace {

constexpr int listRows = 5;
constexpr int leastWidth = 60; // of a number, whatever its range

QString linesOf(const Value& list)
{
    QStringList lines;
    for (const Value& entry : list.asArray())
        lines << QString::fromStdString(entry.isString() ? entry.asString() : std::string());
    return lines.join(QLatin1Char('\n'));
}

Value listOf(const QString& lines)
{
    Value list = Value::array();
    for (const QString& line : lines.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            list.append(Value(line.trimmed().toStdString()));
    }
    return list;
}

} // namespace

ParameterForm::ParameterForm(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void ParameterForm::setDraft(session::ExperimentDraft* draft, DialogService* dialogs)
{
    m_draft = draft;
    m_dialogs = dialogs;
    connect(draft, &session::ExperimentDraft::loaded, this, &ParameterForm::rebuild);
    connect(draft, &session::ExperimentDraft::changed, this, &ParameterForm::refresh);
}

void ParameterForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ParameterForm::retranslate()
{
    for (const core::Parameter& parameter :
         m_draft ? m_draft->workload().parameters : core::ParameterSchema()) {
        const auto found = m_fields.find(parameter.name);
        if (found == m_fields.end())
            continue;
        const Field& field = found->second;
        const QString title = session::translatedText("Workloads", parameter.title);
        field.label->setText(title);
        field.input->setAccessibleName(title);
        field.input->setWhatsThis(parameterHelp(parameter));
        if (parameter.kind == ParameterKind::bytes)
            qobject_cast<QSpinBox*>(field.editor)->setSuffix(tr(" bytes"));
        else if (parameter.kind == ParameterKind::seconds)
            qobject_cast<NumberField*>(field.editor)->setSuffix(tr(" s"));
        else if (auto* box = qobject_cast<QComboBox*>(field.editor))
            for (int i = 0; i < box->count(); ++i)
                box->setItemText(
                    i, session::translatedText("Choices", box->itemData(i).toString().toStdString()));
    }
    refresh();
}

void ParameterForm::rebuild()
{
    m_fields.clear();
    while (QLayoutItem* item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto* holder = new QWidget(this);
    // A grid, not a form layout, which keeps room for rows that are hidden.
    auto* form = new QGridLayout(holder);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setColumnStretch(1, 1);
    int row = 0;
    for (const core::Parameter& parameter : m_draft->workload().parameters) {
        Field field = makeField(parameter);
        if (!field.input)
            field.input = field.editor;
        field.input->setObjectName(QStringLiteral("parameter_") + QString::fromStdString(parameter.name));
        field.input->setProperty("edits", true);
        field.problem = new QLabel(holder);
        field.problem->setProperty("role", QStringLiteral("problem"));
        field.problem->setWordWrap(true);
        field.problem->hide();
        field.label = new QLabel(holder);
        field.label->setBuddy(field.input);
        // A list or a path wants the width of the panel.
        const bool wide =
            parameter.kind == ParameterKind::textList || parameter.kind == ParameterKind::folder;
        form->addWidget(field.label, row, 0, 1, wide ? 2 : 1);
        row += wide ? 1 : 0;
        form->addWidget(field.editor, row, wide ? 0 : 1, 1, wide ? 2 : 1);
        form->addWidget(field.problem, row + 1, 0, 1, 2);
        row += 2;
        m_fields[parameter.name] = field;
    }
    layout()->addWidget(holder);
    retranslate();
}

ParameterForm::Field ParameterForm::makeField(const core::Parameter& parameter)
{
    Field field;
    const auto change = [this, name = parameter.name](Value value) {
        if (!m_refreshing)
            m_draft->setParameter(name, std::move(value));
    };
    switch (parameter.kind) {
    case ParameterKind::boolean: {
        auto* box = new QCheckBox(this);
        connect(box, &QCheckBox::toggled, this, [change](bool on) { change(Value(on)); });
        field.editor = box;
        field.show = [box](const Value& value) { box->setChecked(value.isBoolean() && value.asBoolean()); };
        break;
    }
    case ParameterKind::integer:
    case ParameterKind::bytes: {
        auto* box = new WholeField(this);
        box->setMinimumWidth(leastWidth);
        box->setGroupSeparatorShown(true);
        box->setStepRange(static_cast<int>(std::max(parameter.minimum, -2e9)),
                          static_cast<int>(std::min(parameter.maximum, 2e9)));
        connect(box, &QSpinBox::valueChanged, this, [change](int number) { change(Value(number)); });
        field.editor = box;
        field.show = [box](const Value& value) {
            if (value.isInteger())
                box->setValue(static_cast<int>(value.asInteger()));
        };
        break;
    }
    case ParameterKind::number:
    case ParameterKind::seconds: {
        auto* box = new NumberField(this);
        box->setMinimumWidth(leastWidth);
        box->setStepRange(parameter.minimum, parameter.maximum);
        connect(box, &NumberField::valueChanged, this, [change](double number) { change(Value(number)); });
        field.editor = box;
        field.show = [box](const Value& value) {
            if (value.isNumber())
                box->setValue(value.asNumber());
        };
        break;
    }
    case ParameterKind::folder: {
        auto* folder = new FolderField(*m_dialogs, this);
        connect(folder, &FolderField::pathChanged, this, [change, parameter](const QString& path) {
            change(core::parameterFromText(parameter, path.toStdString()));
        });
        field.editor = folder;
        field.input = folder->lineEdit();
        field.show = [folder](const Value& value) {
            folder->setPath(QString::fromStdString(value.isString() ? value.asString() : std::string()));
        };
        break;
    }
    case ParameterKind::text: {
        auto* line = new QLineEdit(this);
        connect(line, &QLineEdit::textEdited, this,
                [change](const QString& text) { change(Value(text.toStdString())); });
        field.editor = line;
        field.show = [line](const Value& value) {
            const QString text = QString::fromStdString(value.isString() ? value.asString() : std::string());
            if (line->text() != text)
                line->setText(text);
        };
        break;
    }
    case ParameterKind::choice: {
        auto* box = new QComboBox(this);
        for (const std::string& choice : parameter.choices)
            box->addItem(QString(), QString::fromStdString(choice));
        connect(box, &QComboBox::currentIndexChanged, this,
                [change, box] { change(Value(box->currentData().toString().toStdString())); });
        field.editor = box;
        field.show = [box](const Value& value) {
            if (value.isString())
                box->setCurrentIndex(box->findData(QString::fromStdString(value.asString())));
        };
        break;
    }
    case ParameterKind::textList: {
        auto* text = new QPlainTextEdit(this);
        text->setTabChangesFocus(true);
        text->setLineWrapMode(QPlainTextEdit::NoWrap);
        text->setFixedHeight(text->fontMetrics().lineSpacing() * listRows + 18);
        connect(text, &QPlainTextEdit::textChanged, this,
                [change, text] { change(listOf(text->toPlainText())); });
        field.editor = text;
        field.show = [text](const Value& value) {
            // Lines that are being written must not be rearranged under the cursor.
            if (!value.isArray() || listOf(text->toPlainText()) == value)
                return;
            const int place = text->textCursor().position();
            text->setPlainText(linesOf(value));
            QTextCursor cursor = text->textCursor();
            cursor.setPosition(std::min(place, text->document()->characterCount() - 1));
            text->setTextCursor(cursor);
        };
        break;
    }
    }
    return field;
}

QString ParameterForm::whyIdle(const core::Parameter& parameter) const
{
    const auto other = [&](const std::string& name) { return m_draft->experiment().parameters.find(name); };
    const auto given = [](const Value* value) {
        return value && value->isString() && !value->asString().empty();
    };
    const auto titleOf = [this](const std::string& name) {
        const core::ParameterSchema& schema = m_draft->workload().parameters;
        const auto found = std::ranges::find(schema, name, &core::Parameter::name);
        return found == schema.end() ? QString() : session::translatedText("Workloads", found->title);
    };
    if (!parameter.onlyWith.empty() && !given(other(parameter.onlyWith)))
        return tr("Without effect while “%1” is empty.").arg(titleOf(parameter.onlyWith));
    if (!parameter.onlyWithout.empty() && given(other(parameter.onlyWithout)))
        return tr("Without effect while “%1” is filled in.").arg(titleOf(parameter.onlyWithout));
    return {};
}

void ParameterForm::refresh()
{
    m_refreshing = true;
    for (const core::Parameter& parameter :
         m_draft ? m_draft->workload().parameters : core::ParameterSchema()) {
        const std::string& name = parameter.name;
        const auto found = m_fields.find(name);
        if (found == m_fields.end())
            continue;
        Field& field = found->second;
        if (const Value* value = m_draft->experiment().parameters.find(name))
            field.show(*value);
        const core::Problem* problem = m_draft->problemAt(core::jsonPointer("/workload/parameters", name));
        field.problem->setVisible(problem != nullptr);
        field.problem->setText(problem ? session::sentenceText(problem->message) : QString());
        // What is wrong has to stay within reach, whether it has an effect or not.
        const QString idle = problem ? QString() : whyIdle(parameter);
        field.editor->setEnabled(idle.isEmpty());
        field.label->setEnabled(idle.isEmpty());
        field.input->setToolTip(idle.isEmpty() ? session::translatedText("Workloads", parameter.help) : idle);
        if (field.input->property("wrong").toBool() != (problem != nullptr)) {
            field.input->setProperty("wrong", problem != nullptr);
            field.input->style()->polish(field.input);
        }
    }
    m_refreshing = false;
}

} // namespace overlap::gui
