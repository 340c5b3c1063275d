// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recovery/tokens/tokens.h"

namespace gouji {

/// By what a token of a spaced line is measured: a converter aligns the numbers of a column by one of them. Characters of a line
/// are counted as they are wide, or (Unit) each as one.
enum class TokenEdge { Left, Middle, Right, LeftUnit, MiddleUnit, RightUnit, Count };

inline float edgeOf(const Token &t, TokenEdge edge)
{
    switch (edge) {
    case TokenEdge::Left:
        return float(t.left);
    case TokenEdge::Middle:
        return float(t.left + t.right) / 2;
    case TokenEdge::Right:
        return float(t.right);
    case TokenEdge::LeftUnit:
        return float(t.leftUnit);
    case TokenEdge::MiddleUnit:
        return float(t.leftUnit + t.rightUnit) / 2;
    case TokenEdge::RightUnit:
    case TokenEdge::Count:
        break;
    }
    return float(t.rightUnit);
}

} // namespace gouji
