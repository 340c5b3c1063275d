// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/reviewsession.h"

#include <QPair>

class QWidget;

/// The 核查意见表 of the open report on its three ways out of the window.
namespace gouji::printout {

using States = QList<QPair<QString, QString>>; ///< id, title

Status print(const ReviewSession &session, const States &states, QWidget *parent); ///< fine, too, where it is called off
void preview(const ReviewSession &session, const States &states, QWidget *parent);
/// Error code "unwritable".
Status exportPdf(const ReviewSession &session, const States &states, const QString &file);

} // namespace gouji::printout
