// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/item_row_delegate.h"

#include <QPainter>

namespace overlap::gui {

void ItemRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.row() != m_row)
        return;
    QColor light = option.palette.color(QPalette::Highlight);
    light.setAlphaF(0.14F);
    painter->fillRect(option.rect, light);
}

} // namespace overlap::gui
