// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline.h"

#include <QHash>
#include <QStringList>

namespace gouji::cli {

/// What followed a verb, taken apart. Options may stand before, between and after the files; after "--" all are files.
struct Arguments {
    QStringList files;
    QHash<QString, QString> options; ///< name without dashes → value, empty for flags

    bool has(const QString &name) const { return options.contains(name); }
    QString value(const QString &name) const { return options.value(name); }
};

/// What --rules adds to the shipped rules; the shipped ones alone where it is not given. Whatever is wrong with the file
/// is an error: checking without a rule that was asked for would pass over in silence.
inline Result<Knowledge> knowledgeFor(const Arguments &arguments) { return Knowledge::load(arguments.value(QStringLiteral("rules"))); }

/// `flags` stand alone, `valued` take a value ("--jobs 4", "--jobs=4", "-o FILE"). Anything else that begins with a dash
/// is an error (code "usage") with the sentence to print.
Result<Arguments> parseArguments(const QStringList &arguments, const QStringList &flags, const QStringList &valued);

} // namespace gouji::cli
