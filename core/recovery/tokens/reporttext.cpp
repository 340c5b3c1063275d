// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/tokens/reporttext.h"

#include "recovery/text/cellbreaks.h"
#include "recovery/text/fieldfill.h"
#include "recovery/text/jointsign.h"
#include "recovery/text/linefields.h"
#include "recovery/text/linemarks.h"
#include "recovery/text/linenumbers.h"
#include "recovery/text/texmarkup.h"
#include "recovery/tokens/spaceddigits.h"

namespace gouji {

namespace {

NormalizedText withRowsOnLines(QStringView original)
{
    NormalizedText out = NormalizedText::of(original);
    for (const TextRange &range : findLineMarks(out.text()))
        out.blank(range);
    for (const TextRange &range : findTexMarkup(out.text()))
        out.blank(range);
    for (const TextRange &range : findCellBreaks(out.text()))
        out.blank(range);
    for (const TextRange &range : findLineNumbers(out.text()))
        out.blank(range);
    for (const TextRange &range : findFieldFill(out.text()))
        out.blank(range);
    return out;
}

/// What parts the fields of its lines, alone from now on. Where two signs do, in different places, neither is taken: lines of the
/// one would be read, and those of the other passed over.
QChar takeSign(NormalizedText &text, QStringView original)
{
    const QChar own = LineFields(text, original).ownSign();
    const JointSign joint = jointSign(original);
    if (own.isNull() || joint.sign.isNull() || own == joint.sign) {
        if (joint.doubled)
            halveSigns(text, joint.sign);
        return own.isNull() ? joint.sign : own;
    }
    return {};
}

} // namespace

ReportText::ReportText(QStringView original)
    : m_original(original)
    , m_normalized(withRowsOnLines(original))
    , m_spacedDigits(spacesDigits(m_normalized.text()))
    , m_sign(takeSign(m_normalized, m_original))
{
}

std::vector<Token> ReportText::tokensOf(TextRange zone) const
{
    std::vector<Token> out = tokenize(m_normalized, m_original, zone, m_sign);
    if (m_spacedDigits)
        joinSpacedDigits(out);
    return out;
}

} // namespace gouji
