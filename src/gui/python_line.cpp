// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/python_line.h"

#include "core/experiment.h"
#include "gui/dialog_service.h"
#include "session/message_text.h"
#include "session/python_setting.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

namespace overlap::gui {

PythonLine::PythonLine(session::PythonSetting& python, DialogService& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_python(python)
    , m_dialogs(dialogs)
    , m_name(new QLabel(this))
    , m_change(new QToolButton(this))
    , m_reason(new QLabel(this))
    , m_field(new QWidget(this))
    , m_path(new QLineEdit(m_field))
{
    setObjectName(QStringLiteral("pythonLine"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    m_name->setObjectName(QStringLiteral("pythonName"));
    m_name->setProperty("role", QStringLiteral("secondary"));
    m_name->setWordWrap(true);
    line->addWidget(m_name, 1);
    m_change->setObjectName(QStringLiteral("changePython"));
    m_change->setProperty("role", QStringLiteral("link"));
    m_change->setCheckable(true);
    m_change->setText(tr("Change…"));
    line->addWidget(m_change);
    column->addLayout(line);

    m_reason->setObjectName(QStringLiteral("pythonReason"));
    m_reason->setProperty("role", QStringLiteral("secondary"));
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);

    auto* row = new QHBoxLayout(m_field);
    row->setContentsMargins(0, 0, 0, 4);
    row->setSpacing(8);
    m_path->setObjectName(QStringLiteral("pythonPath"));
    m_path->setClearButtonEnabled(true);
    m_path->setPlaceholderText(tr("This machine's own"));
    m_path->setAccessibleName(tr("Path of the Python program"));
    m_path->setWhatsThis(tr("The interpreter that runs the Python strategies. Empty: what the environment "
                            "variable OVERLAP_PYTHON names, then /usr/bin/python3, then the first python3 in "
                            "PATH. It is kept in the settings, never in an experiment."));
    m_change->setWhatsThis(m_path->whatsThis());
    row->addWidget(m_path, 1);
    auto* browse = new QToolButton(m_field);
    browse->setObjectName(QStringLiteral("choosePython"));
    browse->setText(tr("Choose…"));
    browse->setToolTip(tr("Choose a Python program"));
    browse->setAccessibleName(browse->toolTip());
    browse->setWhatsThis(m_path->whatsThis());
    row->addWidget(browse);
    column->addWidget(m_field);
    m_field->hide();

    connect(m_change, &QToolButton::toggled, this, &PythonLine::open);
    connect(m_path, &QLineEdit::editingFinished, this, [this] { take(m_path->text()); });
    connect(browse, &QToolButton::clicked, this, &PythonLine::choose);
    connect(&m_python, &session::PythonSetting::changed, this, &PythonLine::refresh);
    m_path->setText(m_python.path());
    refresh();
}

void PythonLine::setNoTwin(bool noTwin)
{
    m_noTwin = noTwin;
    refresh();
}

void PythonLine::refresh()
{
    const core::Environment found =
        m_python.choice() ? m_python.choice()->described({}) : core::Environment();
    const QString name = session::messageText(found.runtimeName(core::Runtime::python));
    m_name->setText(m_python.looking() && !m_python.choice()      ? tr("Looking for Python")
                    : found.python && !found.python->freeThreaded ? tr("%1, GIL on").arg(name)
                                                                  : name);
    m_name->setToolTip(found.python ? QString::fromStdString(m_python.choice()->facts->interpreter.string())
                                    : QString());
    m_change->setAccessibleName(tr("Change the Python program"));
    const core::Message reason = m_noTwin ? core::noPythonTwin() : m_python.reason();
    m_reason->setText(session::sentenceText(reason));
    m_reason->setVisible(!reason.empty());
    m_change->setVisible(!m_noTwin);
}

void PythonLine::open(bool wanted)
{
    m_field->setVisible(wanted);
    if (wanted)
        m_path->setFocus();
}

void PythonLine::choose()
{
    const QFileInfo known(m_path->text());
    m_dialogs.openFileName(window(), tr("Choose a Python program"),
                           known.isFile() ? known.absolutePath() : QStringLiteral("/usr/bin"), QString(),
                           [line = QPointer<PythonLine>(this)](const QString& path) {
                               // The list may have been made anew by now.
                               if (line)
                                   line->take(QDir::toNativeSeparators(path));
                           });
}

void PythonLine::take(const QString& path)
{
    m_path->setText(path.trimmed());
    m_python.setPath(m_path->text());
}

} // namespace overlap::gui
