// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/normalizedtext.h"
#include "recovery/tokens/tokens.h"

#include <vector>

namespace gouji {

/// The text of a whole report, normalised and without what is no part of its tables: markup, line ends inside rows, numbers of lines.
class ReportText {
public:
    explicit ReportText(QStringView original); ///< which outlives this

    const NormalizedText &normalized() const { return m_normalized; }
    QStringView text() const { return m_normalized.text(); } ///< what ranges of tokens refer to
    qsizetype size() const { return m_normalized.text().size(); }

    std::vector<Token> tokensOf(TextRange zone) const;

private:
    QStringView m_original;
    NormalizedText m_normalized;
    bool m_spacedDigits = false;
    QChar m_sign; ///< parts the fields of its lines
};

} // namespace gouji
