// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>

#include <functional>

namespace gouji {

/// What is unpacked from one file at the most, in bytes: all of the members that are asked for together.
constexpr qint64 MaxUnpacked = 128 * 1024 * 1024;
constexpr int MaxMembers = 20000;

using ZipMembers = QHash<QString, QByteArray>;

/// Unpacks those members of a ZIP file that `wanted` says yes to; nothing is written anywhere. Of several with one name
/// the first counts.
/// Errors: unreadable (damaged, cut off), encrypted, too-large (MaxUnpacked, MaxMembers).
Result<ZipMembers> unzip(const QByteArray &bytes, const std::function<bool(const QString &name)> &wanted);

/// One member; empty where it cannot be had.
QByteArray member(const QByteArray &bytes, const QString &name);

/// The names of all members, in the order they stand. Same errors.
Result<QStringList> zipNames(const QByteArray &bytes);

} // namespace gouji
