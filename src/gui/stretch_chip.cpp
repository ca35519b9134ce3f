// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stretch_chip.h"

#include "gui/selection_panel.h"
#include "session/time_window.h"

#include <QEvent>
#include <QTabBar>
#include <QTabWidget>

namespace overlap::gui {

StretchChip::StretchChip(session::TimeWindow& window, QTabWidget& tabs)
    : QPushButton(&tabs)
    , m_window(window)
    , m_tabs(tabs)
{
    tabs.installEventFilter(this);
    setObjectName(QStringLiteral("stretchChip"));
    setProperty("role", QStringLiteral("chip"));
    connect(&window, &session::TimeWindow::changed, this, &StretchChip::showSelection);
    connect(this, &QPushButton::clicked, this, [this] { m_window.setSelection(std::nullopt); });
    showSelection();
}

void StretchChip::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showSelection();
}

bool StretchChip::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        place();
    return QPushButton::eventFilter(watched, event);
}

void StretchChip::place()
{
    constexpr int margin = 20;
    adjustSize();
    move(m_tabs.width() - width() - margin, (m_tabs.tabBar()->height() - height()) / 2);
}

void StretchChip::showSelection()
{
    const auto selection = m_window.selection();
    setToolTip(
        tr("Where time went, Latencies and Selection speak of this stretch. Back to the whole run (Esc "
           "in the lanes)"));
    setWhatsThis(toolTip());
    const QString stretch = selection ? stretchText(*selection) : QString();
    setAccessibleName(tr("Back to the whole run from %1").arg(stretch));
    setVisible(selection.has_value());
    if (!selection)
        return;
    setText(tr("%1 ✕").arg(stretch));
    place();
    raise();
}

} // namespace overlap::gui
