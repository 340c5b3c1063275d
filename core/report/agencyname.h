// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace gouji {

/// The name of a body in the one spelling by which its reports find each other: white space, signs and the width of
/// letters do not count. Renamings are not known here.
QString agencyKey(QStringView agency);

/// The region that a body's name begins with, down to the county: 「云岭市」 of 云岭市水务局, 「濮阳经济技术开发区」 of its 管委会.
/// Empty where the name tells none.
QString agencyRegion(QStringView agency);

} // namespace gouji
