// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

class QToolButton;
class QWidget;

namespace gouji {

/// A flat button with its words beside its icon, as stands in the line above a page or panel. `name` is its object name, `iconName`
/// one of resources/icons.
QToolButton *toolButton(QWidget *parent, QLatin1StringView name, QLatin1StringView iconName, const QString &text, const QString &tip);

} // namespace gouji
