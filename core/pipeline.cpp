// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline.h"

#include "checks/checker.h"
#include "document/documentreader.h"
#include "recovery/recovery.h"

#include <algorithm>
#include <functional>

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

int tablesIn(const Report &report)
{
    return int(std::count_if(report.tables.begin(), report.tables.end(), [](const TableReading &t) { return t.found; }));
}

/// `read` reads the file with or without the pictures in it. They are asked for where the text lacks tables that they may hold.
Result<ReadReport> readRecoverAndCheck(const std::function<Result<SourceDocument>(Pictures)> &read, const Knowledge &knowledge)
{
    auto document = read(Pictures::Leave);
    if (!document)
        return document.error();
    ReadReport out{std::move(*document), {}, {}};
    out.report = recover(out.document, knowledge.forms);
    if (out.document.unreadPictures > 0 && tablesIn(out.report) < out.report.tables.size()) {
        if (auto whole = read(Pictures::Recognise)) {
            Report report = recover(*whole, knowledge.forms);
            if (tablesIn(report) > tablesIn(out.report)) {
                out.document = std::move(*whole);
                out.report = std::move(report);
            } else {
                out.document.notes = whole->notes;
                out.document.notes << u"文件里的图片也识别了，其中没有找到缺少的表格。"_s;
            }
        }
    }
    if (tablesIn(out.report) == 0)
        return Error{u"no-tables"_s,
            u"没有找到年度报告的表格，这可能不是政府信息公开工作年度报告。"_s
                + (out.document.unreadPictures > 0 ? out.document.notes.last() : QString())};
    out.findings = check(Dossier{out.report, out.document}, *knowledge.rules);
    return out;
}

} // namespace

Result<ReadReport> readReport(const QString &path, const Knowledge &knowledge)
{
    return readRecoverAndCheck([&](Pictures pictures) { return readDocument(path, pictures); }, knowledge);
}

Result<ReadReport> readReport(const QByteArray &bytes, const QString &name, const Knowledge &knowledge, const StopFlag &stop)
{
    return readRecoverAndCheck([&](Pictures pictures) { return readDocument(bytes, name, pictures, stop); }, knowledge);
}

} // namespace gouji
