// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline.h"

#include "checks/checker.h"
#include "document/documentreader.h"
#include "recovery/recovery.h"

namespace gouji {

using namespace Qt::StringLiterals;

Result<Knowledge> Knowledge::load(const QString &ownRules)
{
    auto forms = FormCatalogue::load(u":/forms"_s);
    if (!forms)
        return forms.error();
    auto rules = RuleBook::load(
        ownRules.isEmpty() ? QStringList{u":/rules/rules.json"_s} : QStringList{u":/rules/rules.json"_s, ownRules}, **forms);
    if (!rules)
        return rules.error();
    return Knowledge{*forms, *rules};
}

namespace {

Result<ReadReport> recoverAndCheck(SourceDocument document, const Knowledge &knowledge)
{
    ReadReport out{std::move(document), {}, {}};
    out.report = recover(out.document, knowledge.forms);
    bool found = false;
    for (const TableReading &t : out.report.tables)
        found = found || t.found;
    if (!found)
        return Error{u"no-tables"_s, u"没有找到年度报告的表格，这可能不是政府信息公开工作年度报告。"_s};
    out.findings = check(Dossier{out.report, out.document}, *knowledge.rules);
    return out;
}

} // namespace

Result<ReadReport> readReport(const QString &path, const Knowledge &knowledge)
{
    auto document = readDocument(path);
    if (!document)
        return document.error();
    return recoverAndCheck(std::move(*document), knowledge);
}

Result<ReadReport> readReport(const QByteArray &bytes, const QString &name, const Knowledge &knowledge)
{
    auto document = readDocument(bytes, name);
    if (!document)
        return document.error();
    return recoverAndCheck(std::move(*document), knowledge);
}

} // namespace gouji
