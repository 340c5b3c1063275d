// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"

namespace gouji {

/// Version, licences, and what the program promises; a page of the window.
class AboutPage : public Page {
    Q_OBJECT
public:
    explicit AboutPage(QWidget *parent = nullptr);
};

} // namespace gouji
