// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"

#include "checks/formularule.h"

namespace gouji {

using namespace Qt::StringLiterals;

const QList<CheckFunction> &allChecks()
{
    static const QList<CheckFunction> list = {
        {u"identity"_s, checkIdentities, {u"place"_s, u"left"_s, u"right"_s, u"blank"_s, u"cause"_s}},
        {u"formula"_s, checkFormulas, formulaPlaceholders()},
        {u"blank"_s, checkBlankCells, {u"place"_s, u"cells"_s, u"note"_s}},
        {u"missing"_s, checkMissingCells, {u"place"_s, u"cells"_s, u"note"_s}},
        {u"suspect"_s, checkSuspectCells, {u"place"_s, u"cells"_s, u"note"_s}},
        {u"invalid"_s, checkInvalidCells, {u"place"_s, u"value"_s, u"note"_s}},
        {u"ambiguous"_s, checkAmbiguousRows, {u"place"_s, u"note"_s}},
        {u"narrative"_s, checkNarrative, {u"quote"_s, u"number"_s, u"table"_s, u"blank"_s, u"note"_s}},
    };
    return list;
}

const CheckFunction *checkFunction(const QString &name)
{
    for (const CheckFunction &f : allChecks()) {
        if (f.name == name)
            return &f;
    }
    return nullptr;
}

} // namespace gouji
