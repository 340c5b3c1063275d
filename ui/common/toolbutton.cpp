// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/toolbutton.h"

#include "common/icons.h"

#include <QToolButton>

namespace gouji {

QToolButton *toolButton(QWidget *parent, QLatin1StringView name, QLatin1StringView iconName, const QString &text, const QString &tip)
{
    auto *b = new QToolButton(parent);
    b->setObjectName(name);
    b->setText(text);
    b->setToolTip(tip);
    b->setIcon(icon(iconName));
    b->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    b->setAutoRaise(true);
    return b;
}

} // namespace gouji
