// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gouji {

/// A page of the window that is gone to and come back from: settings, comparison, charts. It fills the window below the
/// tool bar; Esc leaves it.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual void aboutToShow() { } ///< called each time before it comes to the front

Q_SIGNALS:
    void closeRequested(); ///< back to where the person came from
};

} // namespace gouji
