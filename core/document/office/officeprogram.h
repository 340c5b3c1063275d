// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/stopflag.h"

#include <QByteArray>

namespace gouji {

/// What an old file becomes, and what has to be installed for that.
struct OfficeConversion {
    const char *suffix; ///< by which LibreOffice takes the file for what it is
    const char *filter; ///< of what it becomes: "odt:writer8"
    const char *package; ///< of Debian
    const char16_t *title; ///< of the file, for sentences
};

/// What one conversion may use. A report of ten pages takes three seconds and 200 MB.
struct OfficeLimits {
    int milliseconds = 60'000;
    qint64 memory = 4LL * 1024 * 1024 * 1024; ///< address space, most of which is never touched
    qint64 output = 256LL * 1024 * 1024;
    StopFlag stop = {}; ///< ends it at once
};

/// The environment variable that names the program to convert with; without it, the usual places are looked at.
constexpr char OfficeVariable[] = "GOUJI_SOFFICE";

/// The path of LibreOffice's program, soffice.
/// Errors: converter-missing, which says what to install.
Result<QString> findOffice(const OfficeConversion &conversion);

/// Has LibreOffice convert a file that it reads better than anybody else.
///
/// It works on a copy in a folder that nobody else can enter, with a profile that is thrown away, without macros,
/// links and network.
/// Errors: timeout, stopped, unreadable (damaged, under a password, or a part of LibreOffice is missing), too-large.
Result<QByteArray> convertWithOffice(
    const QString &program, const QByteArray &bytes, const OfficeConversion &conversion, const OfficeLimits &limits = {});

} // namespace gouji
