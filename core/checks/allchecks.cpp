// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"

#include "checks/rules/formularule.h"

namespace gouji {

using namespace Qt::StringLiterals;

const QList<CheckFunction> &allChecks()
{
    static const QList<CheckFunction> list = {
        {u"identity"_s, checkIdentities, {u"place"_s, u"left"_s, u"right"_s, u"blank"_s, u"cause"_s}},
        {u"formula"_s, checkFormulas, formulaPlaceholders()},
        {u"decimals"_s, checkDecimals, {}},
        {u"blank"_s, checkBlankCells, {u"place"_s, u"cells"_s, u"note"_s}},
        {u"missing"_s, checkMissingCells, {u"place"_s, u"cells"_s, u"note"_s}},
        {u"suspect"_s, checkSuspectCells, {u"place"_s, u"cells"_s, u"note"_s}},
        {u"invalid"_s, checkInvalidCells, {u"place"_s, u"value"_s, u"note"_s}},
        {u"ambiguous"_s, checkAmbiguousRows, {u"place"_s, u"note"_s}},
        {u"form_changed"_s, checkFormChange, {}, true},
        {u"unchanged"_s, checkUnchanged, {u"last"_s, u"count"_s}, true},
        {u"text_reuse"_s, checkTextReuse, {u"section"_s, u"last"_s, u"percent"_s, u"note"_s}, true},
        {u"growth"_s, checkGrowth, {u"quote"_s, u"cells"_s, u"now"_s, u"last"_s, u"before"_s, u"should"_s}, true},
        {u"stale"_s, checkStale, {u"quote"_s, u"before"_s, u"year"_s}},
        {u"region"_s, checkRegion, {u"count"_s, u"bodies"_s, u"cells"_s, u"agency"_s, u"year"_s}, true},
        {u"copies"_s, checkCopies, {u"file"_s, u"count"_s, u"cells"_s}, true},
        {u"changes"_s, checkChanges, {u"file"_s, u"note"_s}, true},
        {u"narrative"_s, checkNarrative, {u"quote"_s, u"number"_s, u"table"_s, u"blank"_s, u"note"_s}},
        {u"prose"_s, checkProse, {u"what"_s, u"quote"_s, u"number"_s, u"table"_s, u"blank"_s, u"note"_s}},
        {u"fees"_s, checkFees, {u"what"_s}},
        {u"form"_s, checkForm, {u"what"_s, u"quote"_s, u"date"_s, u"limit"_s}, false,
            {{u"department"_s, RuleSetting::Kind::Date}, {u"government"_s, RuleSetting::Kind::Date}, {u"town"_s, RuleSetting::Kind::Date},
                {u"sectionOne"_s, RuleSetting::Kind::Count}, {u"words"_s, RuleSetting::Kind::Words}}},
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
