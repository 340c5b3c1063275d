// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/packed/zipmembers.h"

#include <QMap>

namespace gouji {

/// How the parts of an Office package name one another (Open Packaging Conventions, part 2 of ISO/IEC 29500).

QString relationsOf(const QString &part); ///< the member that holds the relations of a part; of the package, without one

/// The part that `part` relates to by a type that ends in `type`; empty where there is none, or it is outside the file.
QString targetOf(const ZipMembers &members, const QString &part, const QString &type);

/// All parts that `part` relates to, by the id of the relation.
QMap<QString, QString> targetsById(const ZipMembers &members, const QString &part);

} // namespace gouji
