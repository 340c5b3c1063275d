// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline.h"

#include <QMap>

namespace gouji::test {

/// What a document truly says, written by whoever wrote the document, and what the program is expected to make of it.
/// As a file: {"agency", "year", "form", "cells": {id: "value" or null where the document leaves the cell empty},
/// "doubtful": {id: "missing" | "suspect 5" | "repaired 0"}, "findings": ["error requests.balance: id id"]}.
struct Expectation {
    QString agency;
    int year = 0;
    QString form;
    QMap<QString, std::optional<Decimal>> cells; ///< the truth, whatever the program reads
    QMap<QString, QString> doubtful; ///< status and value of the cells a person has to look at
    QStringList findings;

    static Result<Expectation> fromFile(const QString &path);
    /// What the program says today. Only a draft: the person who keeps it has to make `cells` true.
    static Expectation fromReading(const ReadReport &reading);
    Status write(const QString &path) const;

    /// The whole expectation as lines, so that a failure shows the picture.
    QStringList lines() const;
};

/// Cells that claim certainty and are wrong: `read` with another value than the truth, or `blank` where a value stands.
QStringList silentErrors(const ReadReport &reading, const QMap<QString, std::optional<Decimal>> &truth);

/// Cells whose value was inferred, and wrongly.
QStringList wrongInferences(const ReadReport &reading, const QMap<QString, std::optional<Decimal>> &truth);

/// Cells whose source range does not hold the text they claim to come from.
QStringList brokenSources(const ReadReport &reading);

/// Lines only in `expected` (-) and only in `actual` (+); empty where both are equal.
QString difference(const QStringList &expected, const QStringList &actual);

} // namespace gouji::test
