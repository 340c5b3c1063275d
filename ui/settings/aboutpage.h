// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gouji {

/// Version, licences, and what the program promises; a page of the window.
class AboutPage : public QWidget {
    Q_OBJECT
public:
    explicit AboutPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void closeRequested();
};

} // namespace gouji
