// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/environment.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace overlap::gui {

/// What is known of the machine that measures, or has measured, and what of it casts doubt on the figures. A
/// flyout: Escape or a click beside it closes it.
class EnvironmentCard : public QFrame
{
    Q_OBJECT

public:
    explicit EnvironmentCard(QWidget* parent = nullptr);

    /// Under `anchor`. `measured`: the environment of a run that is shown, else the machine as it is now.
    void open(const core::Environment& environment, bool measured, const QWidget* anchor);

    /// The facts as lines of text, for the clipboard.
    static QString plainText(const core::Environment& environment);
    static bool hasWarnings(const core::Environment& environment);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill(const core::Environment& environment);

    core::Environment m_environment;
    QLabel* m_title;
    QToolButton* m_copy;
    QToolButton* m_close;
    QWidget* m_facts = nullptr;
};

} // namespace overlap::gui
