// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/item_focus.h"

namespace overlap::session {

void ItemFocus::hover(core::ItemIndex item)
{
    if (item == m_hovered)
        return;
    m_hovered = item;
    Q_EMIT changed();
}

void ItemFocus::select(core::ItemIndex item)
{
    if (item == m_selected)
        return;
    m_selected = item;
    Q_EMIT changed();
}

void ItemFocus::show(core::ItemIndex item)
{
    if (item == core::noItem)
        return;
    select(item);
    Q_EMIT shown(item);
}

void ItemFocus::clear()
{
    if (m_hovered == core::noItem && m_selected == core::noItem)
        return;
    m_hovered = m_selected = core::noItem;
    Q_EMIT changed();
}

} // namespace overlap::session
