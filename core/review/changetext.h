// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/act.h"

namespace gouji {

/// What changed at one place, in words for a list of what was done.
struct ChangeText {
    CellId cell; ///< invalid where it is about a field or a finding
    QString place; ///< 「表三 予以公开 · 总计」, 「机关」
    QString before; ///< 「3」, 「空白」, 「未读到」
    QString after; ///< where the value stays, what is new about it: 「3（已确认）」
    friend bool operator==(const ChangeText &, const ChangeText &) = default;
};

/// A cell's value, or the word for having none.
QString cellValueText(const Cell &cell);
/// All that an act changed, in its order.
QList<ChangeText> changeTexts(const Act &act, const FormCatalogue &forms);

} // namespace gouji
