// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/companions.h"

namespace gouji {

/// Sections whose text is compared with other reports': the ones an author writes himself.
constexpr int ReusedSections[] = {1, 5};

/// Prose as far as it can be anybody's: its letters, without the numerals among them.
QString bareText(QStringView text);

/// How much two bare texts share, from 0 to 1: twice the triples of letters both have, by all they have.
double similarity(const QString &a, const QString &b);

/// The sections of a report that stand in last year's report, or in those of other bodies (Companions::alike), nearly word
/// for word; last year's first. Short sections are everybody's and are left out.
QList<ReusedText> reusedTexts(const Report &report, const SourceDocument &document, const Companions &others);

/// Those that are told together, one finding each: last year's, and all other bodies' of a section, the most alike first.
QList<QList<ReusedText>> toldTogether(const QList<ReusedText> &texts);

/// Numbers by which alike texts find each other among many: two sections that share four fifths of their triples nearly
/// always have one in common, two of a third hardly ever. None of short sections. The same for the same text, always.
QList<qint64> textBands(const Report &report, const SourceDocument &document);

} // namespace gouji
