// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"

namespace gouji {

/// Version, licences, and what the program promises; a page of the window.
class AboutPage : public Page {
    Q_OBJECT
public:
    explicit AboutPage(QWidget *parent = nullptr);

    /// A part of other people's that the program is made with.
    struct Part {
        QString name;
        QString version; ///< empty where it is not known
        QString licence; ///< SPDX
        QString use;
    };
    static QList<Part> parts();
};

} // namespace gouji
