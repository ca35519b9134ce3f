// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace overlap::gui {

/// The dialogs that ask for something, behind an interface, so that tests answer instead of a person. None
/// waits: each returns at once and hands its answer over later, in the window's thread; not at all where the
/// person changed their mind or the parent is gone.
class DialogService
{
public:
    using PathAnswer = std::function<void(const QString& path)>;
    enum class Unsaved { save, discard };
    using UnsavedAnswer = std::function<void(Unsaved)>;

    virtual ~DialogService() = default;
    /// Where to save. `filters` as in QFileDialog; a name without an ending gets the proposal's.
    virtual void saveFileName(QWidget* parent, const QString& title, const QString& proposal,
                              const QString& filters, PathAnswer answer) = 0;
    /// Which file to open, beginning in `folder`.
    virtual void openFileName(QWidget* parent, const QString& title, const QString& folder,
                              const QString& filters, PathAnswer answer) = 0;
    /// Which folder, beginning at `folder`.
    virtual void folderName(QWidget* parent, const QString& title, const QString& folder,
                            PathAnswer answer) = 0;
    /// Save, Discard or Cancel; `sentence` says what would be lost.
    virtual void askUnsaved(QWidget* parent, const QString& title, const QString& sentence,
                            UnsavedAnswer answer) = 0;
    /// One sentence about something that did not work.
    virtual void tell(QWidget* parent, const QString& title, const QString& sentence) = 0;
};

/// The real dialogs.
class DesktopDialogs final : public DialogService
{
public:
    void saveFileName(QWidget* parent, const QString& title, const QString& proposal, const QString& filters,
                      PathAnswer answer) override;
    void openFileName(QWidget* parent, const QString& title, const QString& folder, const QString& filters,
                      PathAnswer answer) override;
    void folderName(QWidget* parent, const QString& title, const QString& folder, PathAnswer answer) override;
    void askUnsaved(QWidget* parent, const QString& title, const QString& sentence,
                    UnsavedAnswer answer) override;
    void tell(QWidget* parent, const QString& title, const QString& sentence) override;
};

} // namespace overlap::gui
