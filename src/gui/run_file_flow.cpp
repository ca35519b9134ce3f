// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run_file_flow.h"

#include "gui/dialog_service.h"
#include "session/message_text.h"
#include "session/run_controller.h"
#include "session/settings.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace overlap::gui {

using Format = session::RunFiles::Format;

RunFileFlow::RunFileFlow(const Parts& parts, QWidget* parent)
    : QFrame(parent)
    , m_parts(parts)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("runFileBar"));
    m_text->setObjectName(QStringLiteral("runFileText"));
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setObjectName(QStringLiteral("runFileProgress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(220);
    m_cancel->setObjectName(QStringLiteral("cancelRunFile"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 6, 12, 6);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    hide();
    connect(m_cancel, &QPushButton::clicked, this, &RunFileFlow::cancel);
    connect(&m_files, &session::RunFiles::runningChanged, this, [this](bool running) {
        setVisible(running);
        m_cancel->setEnabled(true);
    });
    connect(&m_files, &session::RunFiles::progressed, this, [this](int now, int of) {
        m_bar->setRange(0, of);
        m_bar->setValue(now);
    });
    connect(&m_files, &session::RunFiles::opened, this, &RunFileFlow::take);
    connect(&m_files, &session::RunFiles::saved, this, [this](const QString& path) {
        Q_EMIT done(tr("Written to %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_files, &session::RunFiles::stopped, this,
            [this] { Q_EMIT done(m_opens ? tr("Opening was cancelled") : tr("Saving was cancelled")); });
    connect(&m_files, &session::RunFiles::refused, this, [this](const core::Error& error) {
        Q_EMIT refused((m_opens ? tr("Not opened. %1") : tr("Not saved. %1")).arg(session::errorText(error)));
    });
    // Who starts a run no longer wants what is on its way.
    connect(&m_parts.controller, &session::RunController::started, this, [this] {
        if (m_opens)
            m_files.stop();
    });
    retranslate();
}

void RunFileFlow::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunFileFlow::retranslate()
{
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setWhatsThis(
        tr("Gives up what is being opened or written. What the window shows stays as it is, and so "
           "does a file that was there."));
}

void RunFileFlow::showStep(const QString& text)
{
    m_text->setText(text);
    m_bar->setRange(0, 0); // busy, until the first megabyte is there
}

void RunFileFlow::open(const QString& path)
{
    if (m_files.running()) {
        Q_EMIT refused(tr("One file at a time: another one is still being opened or written."));
        return;
    }
    m_parts.whenIdle([this, path] {
        m_opens = true;
        showStep(tr("Opening %1").arg(QFileInfo(path).fileName()));
        m_files.open(path);
    });
}

void RunFileFlow::take(const QString& path, const std::shared_ptr<const core::SavedRun>& run)
{
    if (m_parts.controller.running())
        return;
    session::RunController::Shown shown{m_parts.controller.feed()};
    shown.feed.open(run);
    m_parts.controller.exchange(std::move(shown));
    m_parts.settings.setFileFolder(QFileInfo(path).absolutePath());
    QStringList notices;
    for (const core::Message& notice : run->notices)
        notices << session::messageText(notice);
    Q_EMIT opened(notices.join(QLatin1Char(' ')));
    Q_EMIT done(tr("Opened %1").arg(QDir::toNativeSeparators(path)));
}

bool RunFileFlow::canSave() const
{
    return !m_parts.controller.running() && m_parts.controller.feed().canBeSaved();
}

void RunFileFlow::save(Format format)
{
    if (!canSave())
        return;
    const bool isTimeline = format == Format::timeline;
    const QString ending = isTimeline ? QStringLiteral(".timeline") : QStringLiteral(".trace.json");
    // What is shown now, whatever happens while the dialog is open.
    const auto run = std::make_shared<core::SavedRun>(m_parts.controller.feed().saved());
    const QString name = QString::fromStdString(m_parts.controller.feed().experiment().id) + ending;
    const QString filter = isTimeline ? tr("Timeline of Overlap (*.timeline)") : tr("Trace events (*.json)");
    m_parts.dialogs.saveFileName(
        window(), isTimeline ? tr("Save the run") : tr("Save the trace"),
        QDir(m_parts.settings.exportFolder()).filePath(name), filter,
        [this, run, format, ending](const QString& chosen) {
            if (m_files.running()) {
                Q_EMIT refused(tr("One file at a time: another one is still being opened or written."));
                return;
            }
            m_parts.settings.setExportFolder(QFileInfo(chosen).absolutePath());
            const QString file = QFileInfo(chosen).suffix().isEmpty() ? chosen + ending : chosen;
            m_opens = false;
            showStep(tr("Writing %1").arg(QFileInfo(file).fileName()));
            m_files.save(file, format, std::move(*run));
        });
}

bool RunFileFlow::cancel()
{
    if (!m_files.running())
        return false;
    m_cancel->setEnabled(false);
    m_files.stop();
    return true;
}

} // namespace overlap::gui
