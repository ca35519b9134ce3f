// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QObject>

namespace overlap::session {

/// The one item that all views light up, as TimeWindow is the one stretch of time: the lanes of every
/// strategy and the table of results. Views never talk to each other: each changes this object and repaints
/// on changed(). Window thread only.
class ItemFocus : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Under the pointer in some view; core::noItem without one.
    core::ItemIndex hovered() const { return m_hovered; }
    /// Chosen by a click or by keys, until something else is; core::noItem without one.
    core::ItemIndex selected() const { return m_selected; }

    void hover(core::ItemIndex item);
    void select(core::ItemIndex item);
    /// Selects it and asks the views that know it to bring it into view.
    void show(core::ItemIndex item);
    /// Nothing is lit: for another run.
    void clear();

Q_SIGNALS:
    /// Once per call, and only where something did change.
    void changed();
    void shown(overlap::core::ItemIndex item);

private:
    core::ItemIndex m_hovered = core::noItem;
    core::ItemIndex m_selected = core::noItem;
};

} // namespace overlap::session
