// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layouts.h"

#include <functional>

namespace gouji::test {

/// Something an agency does to the official form: a row or column of its own, one left out, other wording, another order.
/// Keeps ModelDocument::bears true: what stands in a row or column that the form does not have bears nothing.
struct Custom {
    QString name;
    /// False where this document has no place for it.
    std::function<bool(ModelDocument &, Chance &)> apply;
    std::function<void(QString &, Layout, Chance &)> text = {}; ///< what is done to the printed text
};

const QList<Custom> &allCustoms();

} // namespace gouji::test
