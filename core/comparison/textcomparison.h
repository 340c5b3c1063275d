// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

namespace gouji {

/// A run of characters of two texts laid beside each other.
struct TextPiece {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const TextPiece &, const TextPiece &) = default;
};

/// A paragraph of one text, of the other, or of both.
struct ParagraphComparison {
    enum class Kind {
        Same,
        Numbers, ///< only its numbers differ: copied, and the figures put in
        Changed,
        Added, ///< only here
        Removed, ///< only there
    };
    Kind kind = Kind::Same;
    QList<TextPiece> pieces; ///< Removed: what stands there, Added: what stands here
    friend bool operator==(const ParagraphComparison &, const ParagraphComparison &) = default;
};

/// One section of two reports, its tables left out.
struct SectionComparison {
    int number = 0;
    QString title; ///< official
    bool here = false; ///< whether the section was found
    bool there = false;
    QList<ParagraphComparison> paragraphs;
    int share = 0; ///< per cent of the words here that stand there, too
};

/// The difference of two texts, character by character (a number is one character), the other's first. Time and memory
/// are bounded: texts too long for that are told as wholly different.
QList<TextPiece> compareTexts(const QString &text, const QString &other);

/// Lines that one paragraph was broken into (as on a page) are joined again; empty ones are left out.
QStringList paragraphsOf(QStringView text);
QList<ParagraphComparison> compareParagraphs(const QStringList &paragraphs, const QStringList &other);

QList<SectionComparison> compareSections(
    const Report &report, const SourceDocument &document, const Report &other, const SourceDocument &otherDocument);

} // namespace gouji
