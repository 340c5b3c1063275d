// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace gouji {

/// The name of a body in the one spelling by which its reports find each other: white space, signs and the width of
/// letters do not count. Renamings are not known here.
QString agencyKey(QStringView agency);

} // namespace gouji
