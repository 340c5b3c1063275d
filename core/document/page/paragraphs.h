// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/page/pagecontent.h"

namespace gouji {

/// A heading or an item of a list begins with this: it does not go on with what stands above.
bool beginsItem(const QString &text);

/// Tells lines that were only wrapped from those that end where they end.
class Paragraphs {
public:
    /// `unit`: half the width of a Chinese character.
    Paragraphs(const std::vector<PageContent> &pages, double unit);

    /// The second of two lines, one under the other, is a part of the first one's paragraph.
    bool runOn(const PageLine &line, const PageLine &next) const;

private:
    double m_unit;
    double m_left = 1e9; ///< of all lines without columns
    double m_right = 0;
};

} // namespace gouji
