// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/rules/rulebook.h"

namespace gouji {

/// Fills the rule from an object of a rule file; the answer says what is wrong with it, empty where nothing is.
QString readRule(const QJsonObject &o, const FormCatalogue &forms, Rule &rule);

/// The lines on which the objects of the list "rules" begin, from 1. The text must be correct JSON.
QList<qsizetype> ruleLines(const QByteArray &json);

} // namespace gouji
