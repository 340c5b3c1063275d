// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/commandpalette.h"

namespace gouji {

class Desk;
class QueueModel;
class ReviewPage;
class ReviewSession;

/// What the command palette can go to besides the commands.
namespace palettesources {

/// The rows of the open report's tables; empty where `session` is null.
QList<PaletteEntry> rows(const ReviewSession *session, ReviewPage *page);
/// The kept reports whose names may answer what is typed; of very many the first few hundred.
QList<PaletteEntry> reports(const QueueModel &queue, Desk &desk, const QString &typed);

} // namespace palettesources

} // namespace gouji
