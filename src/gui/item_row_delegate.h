// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace overlap::gui {

/// Lights the row of a table whose item is under the pointer in some view.
class ItemRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// -1 for none. The view is to be updated by the caller.
    void light(int row) { m_row = row; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    int m_row = -1;
};

} // namespace overlap::gui
