// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace gouji {

/// A body that has to report, and the government whose report sums it up.
struct RegionMember {
    QString agency;
    QString parent;
    friend bool operator==(const RegionMember &, const RegionMember &) = default;
};

/// Reads a list of delimited values, two fields a line: body, government above it. A first line 机关,上级 (or agency,parent)
/// is a heading; empty lines do not count. Error code "bad-regions": the message names the line and what is wrong with it
/// (no two fields, a body twice with different governments, a body above itself).
Result<QList<RegionMember>> readRegionList(const QByteArray &bytes);

} // namespace gouji
