// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/formcatalogue.h"

namespace gouji {

using namespace Qt::StringLiterals;

const Form *FormCatalogue::form(const QString &id) const
{
    for (const Form &f : m_forms) {
        if (f.id == id)
            return &f;
    }
    return nullptr;
}

QList<FormCatalogue::Mark> FormCatalogue::marksIn(QStringView text) const
{
    const auto isSolid = [](QChar c) { return c > u' ' && c != u'|'; };
    QList<Mark> out;
    QChar before;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isSolid(text[i]))
            continue;
        m_markPairs.each(before, text[i], [&](quint16 id) {
            const auto &[form, word] = m_marks[id];
            qsizetype at = begin;
            qsizetype matched = 0;
            for (; at < text.size() && matched < word.size(); ++at) {
                if (!isSolid(text[at]))
                    continue;
                if (text[at] != word[matched])
                    break;
                ++matched;
            }
            if (matched == word.size())
                out << Mark{&m_forms[form], {begin, at}};
        });
        before = text[i];
        begin = i;
    }
    return out;
}

CellId FormCatalogue::cell(const QString &name) const
{
    return m_byName.value(name);
}

QString FormCatalogue::place(CellId id) const
{
    const CellInfo &c = info(id);
    return c.tableLabel + u' ' + c.rowLabel + u" · "_s + c.columnLabel;
}

} // namespace gouji
