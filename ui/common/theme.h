// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QFontMetrics;

/// The look of the whole program: two palettes of our own on the Fusion style, one accent, three type sizes, two weights,
/// and every state colour mixed from the palette at hand, so that light and dark come out of the same lines.
namespace gouji::theme {

enum class Choice { System, Light, Dark };

constexpr int Grid = 4; ///< all distances are multiples of this, in device-independent pixels

/// Sets style, palette and font. `percent` scales the desktop's own text size (100 = as it is).
void apply(QApplication &app, Choice choice, int percent);

bool isDark(const QPalette &palette);
/// `share` of b in a, 0 to 1.
QColor mix(const QColor &a, const QColor &b, double share);

/// Inks are text on Base and reach 4.5:1 there; washes are fills under normal text.
QColor accent(const QPalette &palette);
QColor errorInk(const QPalette &palette);
QColor warningInk(const QPalette &palette);
QColor goodInk(const QPalette &palette);
QColor mutedInk(const QPalette &palette); ///< second-rank text
QColor errorWash(const QPalette &palette);
QColor errorWashSoft(const QPalette &palette); ///< cells that take part in an error without being its likely place
QColor warningWash(const QPalette &palette);
QColor rule(const QPalette &palette); ///< thin lines of the form
QColor headFill(const QPalette &palette); ///< heads of the form
QColor tableTint(const QPalette &palette); ///< found tables in the source
QColor selectionWash(const QPalette &palette);
/// WCAG contrast of two opaque colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);

/// What a Chinese character takes in a line of its kind, rounded up: a width of n of them holds n.
int characterWidth(const QFontMetrics &metrics);
QFont small(const QFont &base);
QFont large(const QFont &base);
QFont strong(const QFont &base);

} // namespace gouji::theme
