// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace overlap::gui {

/// The wheel scrolls the panel unless somebody is at the field under the pointer: a filter for the whole
/// application, so that no figure changes in passing. Window thread.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace overlap::gui
