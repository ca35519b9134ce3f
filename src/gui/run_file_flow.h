// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/run_files.h"

#include <QFrame>
#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace overlap::session {
class RunController;
class Settings;
} // namespace overlap::session

namespace overlap::gui {

class DialogService;

/// Opening and saving lanes as a person meets it: a line over the lanes says how far it is and can be
/// cancelled, what does not work is told in one sentence while everything stays as it was. An opened run
/// takes the place of the run that was shown, until the next Run.
class RunFileFlow : public QFrame
{
    Q_OBJECT

public:
    /// Everything referred to outlives the flow.
    struct Parts
    {
        session::RunController& controller;
        session::Settings& settings;
        DialogService& dialogs;
        /// Does something as soon as nothing runs any more, stopping what does.
        std::function<void(std::function<void()>)> whenIdle;
    };

    RunFileFlow(const Parts& parts, QWidget* parent);

    void open(const QString& path);
    /// Asks for a file and writes what the lanes show there. Nothing where there is nothing to save.
    void save(session::RunFiles::Format format);
    /// Whether there is a run to save now.
    bool canSave() const;
    /// False where nothing was under way.
    bool cancel();

Q_SIGNALS:
    /// The controller holds what a file held; `notices` says what of it is not shown.
    void opened(const QString& notices);
    /// Something did not work; a sentence.
    void refused(const QString& sentence);
    /// Something worked or was given up; a sentence for the log.
    void done(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showStep(const QString& text);
    void take(const QString& path, const std::shared_ptr<const core::SavedRun>& run);

    Parts m_parts;
    session::RunFiles m_files;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    bool m_opens = false; ///< else it saves
};

} // namespace overlap::gui
