// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sourcedocument.h"
#include "report/report.h"

#include <vector>

namespace gouji {

class CheckRun;

/// What a document says outside its tables, without white space, full-width letters and brackets made plain: the text
/// that checks of titles, headings and wordings search, with the way back.
struct FormProse {
    QString text;
    std::vector<int> origin; ///< of each character, its offset in SourceDocument::text; one more at the end

    std::vector<int> authorities; ///< where the name of a place may end whose authorities are named

    static FormProse of(const SourceDocument &document, const Report &report);

    TextRange source(qsizetype begin, qsizetype length) const
    {
        return length > 0 ? TextRange{origin[size_t(begin)], origin[size_t(begin + length - 1)] + 1} : TextRange();
    }
    /// The first character that stands at or behind an offset of the document.
    qsizetype at(qsizetype offset) const;
    QStringView part(TextRange range) const; ///< of the document
};

/// White space away, full-width letters, digits and brackets plain.
QString plainText(QStringView text);
char16_t plainCharacter(char16_t c);

bool namesAuthorities(QStringView behind);

// The parts of checkForm(), one for each rule.
void checkTitle(CheckRun &run, const FormProse &prose); ///< form.title
void checkCitation(CheckRun &run, const FormProse &prose); ///< form.citation
void checkSections(CheckRun &run, const FormProse &prose); ///< form.sections
void checkAspects(CheckRun &run, const FormProse &prose); ///< form.aspects
void checkLeftovers(CheckRun &run, const FormProse &prose); ///< form.leftover
void checkLength(CheckRun &run, const FormProse &prose); ///< form.length
void checkDeadline(CheckRun &run, const FormProse &prose); ///< form.deadline
void checkForeignNames(CheckRun &run, const FormProse &prose); ///< form.foreign_name
void checkPreamble(CheckRun &run, const FormProse &prose); ///< form.sections

} // namespace gouji
