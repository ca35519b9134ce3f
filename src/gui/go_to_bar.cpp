// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/go_to_bar.h"

#include "analysis/typed_window.h"
#include "session/message_text.h"
#include "session/time_window.h"

#include <QLineEdit>

namespace overlap::gui {

GoToBar::GoToBar(session::TimeWindow& window, QWidget* lanes) : LanesBar(lanes), m_window(window)
{
    setObjectName(QStringLiteral("goToBar"));
    field()->setObjectName(QStringLiteral("goToField"));
    connect(field(), &QLineEdit::returnPressed, this, &GoToBar::go);
    connect(field(), &QLineEdit::textEdited, this, [this] { say({}); });
    connect(this, &LanesBar::opened, this, [this] { say({}); });
    GoToBar::retranslate();
}

void GoToBar::retranslate()
{
    LanesBar::retranslate();
    field()->setAccessibleName(tr("Go to a time"));
    field()->setPlaceholderText(tr("1.2s..1.4s, 350 ms +20 ms"));
    field()->setWhatsThis(
        tr("<b>Go to a time</b><br>From and to, as in 1.2s..1.4s; from and how long, as in "
           "350 ms +20 ms; about a moment, as in 0.5s ±10ms; or a moment alone. Return goes "
           "there, Esc closes the field."));
}

void GoToBar::go()
{
    const auto typed =
        analysis::typedWindow(field()->text().toStdString(), m_window.visible(), m_window.everything());
    if (const auto* const problem = std::get_if<core::Message>(&typed)) {
        say(session::sentenceText(*problem), true);
        return;
    }
    m_window.setVisible(std::get<analysis::TimeInterval>(typed));
    dismiss();
}

} // namespace overlap::gui
