// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/celltext.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString valueOf(const Cell &cell) { return cell.value ? cell.value->toString() : u"（%1）"_s.arg(statusLabel(cell.status)); }

QString sumText(const Report &report, const QList<CellId> &cells)
{
    QStringList out;
    for (const CellId id : cells)
        out << valueOf(report.cell(id));
    return out.join(u" + "_s);
}

/// Nothing where a number is missing: a sum over the rest would mean nothing.
std::optional<Decimal> sum(const Report &report, const QList<CellId> &cells)
{
    Decimal out;
    for (const CellId id : cells) {
        const Cell &cell = report.cell(id);
        if (!cell.value && cell.status != CellStatus::Blank)
            return std::nullopt;
        out += cell.value.value_or(Decimal());
    }
    return out;
}

QString identityText(const Report &report, const Identity &identity)
{
    const auto left = sum(report, identity.left);
    const auto right = sum(report, identity.right);
    const QString verdict = !left || !right ? u"无法判断"_s
        : *left == *right                   ? u"成立"_s
                                            : u"不成立：%1 ≠ %2"_s.arg(left->toString(), right->toString());
    return u"%1 %2：%3 = %4，%5"_s.arg(
        identity.rule, identity.place, sumText(report, identity.left), sumText(report, identity.right), verdict);
}

QString sourceText(const SourceDocument &document, const TextRange &source)
{
    if (!source.isValid() || source.end > document.text.size())
        return u"原文中没有"_s;
    const qsizetype begin = source.begin == 0 ? 0 : document.text.lastIndexOf(u'\n', source.begin - 1) + 1;
    qsizetype end = document.text.indexOf(u'\n', source.begin);
    end = end < 0 ? document.text.size() : end;
    const qsizetype line = QStringView(document.text).left(begin).count(u'\n') + 1;
    return u"第 %1 行第 %2 字起：%3"_s.arg(line).arg(source.begin - begin + 1).arg(document.text.mid(begin, end - begin).simplified());
}

} // namespace

QString cellText(CellId id, const SourceDocument &document, const Report &report, const QList<Finding> &findings)
{
    const Cell &cell = report.cell(id);
    QString out = u"%1（%2）\n"_s.arg(report.catalogue().place(id), report.catalogue().name(id));
    out += u"  数值：%1，%2%3\n"_s.arg(valueOf(cell), statusLabel(cell.status), cell.confirmed ? u"，已确认"_s : QString());
    if (!cell.why.isEmpty())
        out += u"  原因：%1\n"_s.arg(cell.why);
    out += u"  原文：%1\n"_s.arg(sourceText(document, cell.source));
    for (const Candidate &candidate : cell.candidates)
        out += u"  也可能是 %1：%2\n"_s.arg(candidate.value ? candidate.value->toString() : u"空"_s, candidate.why);
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        for (const Identity &identity : report.formTable(i).identities) {
            if (identity.left.contains(id) || identity.right.contains(id))
                out += u"  勾稽：%1\n"_s.arg(identityText(report, identity));
        }
    }
    for (const Finding &finding : findings) {
        if (finding.cells.contains(id))
            out += u"  问题：[%1] %2\n"_s.arg(severityLabel(finding.severity), finding.message);
    }
    return out;
}

} // namespace gouji
