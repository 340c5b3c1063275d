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

/// Reads a file with or without the pictures in it.
using Reader = std::function<Result<SourceDocument>(Pictures)>;

/// Asks for the pictures of a file where its text lacks tables that they may hold.
void recoverFromPictures(ReadReport &out, const Reader &read, const Knowledge &knowledge)
{
    if (out.document.unreadPictures == 0 || tablesIn(out.report) == out.report.tables.size())
        return;
    auto whole = read(Pictures::Recognise);
    if (!whole)
        return;
    Report report = recover(*whole, knowledge.forms);
    if (tablesIn(report) > tablesIn(out.report)) {
        out.document = std::move(*whole);
        out.report = std::move(report);
    } else {
        out.document.notes = whole->notes;
        out.document.notes << u"文件里的图片也识别了，其中没有找到缺少的表格。"_s;
    }
}

std::vector<Result<ReadReport>> readRecoverAndCheck(const std::vector<Reader> &files, const Knowledge &knowledge)
{
    std::vector<Result<ReadReport>> out;
    out.reserve(files.size());
    std::vector<const SourceDocument *> documents;
    for (const Reader &read : files) {
        auto document = read(Pictures::Leave);
        if (!document) {
            out.push_back(document.error());
            continue;
        }
        out.push_back(ReadReport{std::move(*document), {}, {}});
        documents.push_back(&out.back()->document);
    }
    std::vector<Report> reports = recoverAll(documents, knowledge.forms);
    for (size_t i = 0, next = 0; i < out.size(); ++i) {
        if (!out[i])
            continue;
        out[i]->report = std::move(reports[next++]);
        recoverFromPictures(*out[i], files[i], knowledge);
    }
    for (Result<ReadReport> &one : out) {
        if (!one)
            continue;
        if (tablesIn(one->report) == 0)
            one = Error{u"no-tables"_s,
                u"没有找到年度报告的表格，这可能不是政府信息公开工作年度报告。"_s
                    + (one->document.unreadPictures > 0 ? one->document.notes.last() : QString())};
        else
            one->findings = check(Dossier{one->report, one->document}, *knowledge.rules);
    }
    return out;
}

} // namespace

Result<ReadReport> readReport(const QString &path, const Knowledge &knowledge) { return std::move(readReports({path}, knowledge).front()); }

Result<ReadReport> readReport(const QByteArray &bytes, const QString &name, const Knowledge &knowledge, const StopFlag &stop)
{
    const Reader read = [&](Pictures pictures) { return readDocument(bytes, name, pictures, stop); };
    return std::move(readRecoverAndCheck({read}, knowledge).front());
}

std::vector<Result<ReadReport>> readReports(const QStringList &paths, const Knowledge &knowledge)
{
    std::vector<Reader> files;
    for (const QString &path : paths)
        files.emplace_back([&path](Pictures pictures) { return readDocument(path, pictures); });
    return readRecoverAndCheck(files, knowledge);
}

} // namespace gouji
