// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/form/formprose.h"

#include "base/space.h"
#include "checks/allchecks.h"
#include "checks/checkrun.h"

#include <algorithm>

namespace gouji {

char16_t plainCharacter(char16_t c)
{
    if (c > u'\uFF00' && c < u'\uFF5F')
        return char16_t(c - u'\uFF01' + u'!');
    switch (c) {
    case u'〔':
    case u'［':
    case u'【':
        return u'[';
    case u'〕':
    case u'］':
    case u'】':
        return u']';
    default:
        return c;
    }
}

QString plainText(QStringView text)
{
    QString out(text.size(), Qt::Uninitialized);
    QChar *to = out.data();
    for (const QChar c : text) {
        if (!isWhiteSpace(c))
            *to++ = QChar(plainCharacter(c.unicode()));
    }
    out.truncate(to - out.constData());
    return out;
}

namespace {

bool endsPlaceName(QChar c)
{
    switch (c.unicode()) {
    case u'省':
    case u'市':
    case u'区':
    case u'县':
    case u'旗':
    case u'州':
    case u'盟':
        return true;
    default:
        return false;
    }
}

} // namespace

FormProse FormProse::of(const SourceDocument &document, const Report &report)
{
    std::vector<TextRange> tables;
    for (const TableReading &t : report.tables) {
        if (t.found && t.source.isValid())
            tables.push_back(t.source);
    }
    std::sort(tables.begin(), tables.end(), [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
    FormProse out;
    out.text.resize(document.text.size());
    out.origin.reserve(size_t(document.text.size()) + 1);
    QChar *to = out.text.data();
    qsizetype at = 0;
    for (size_t t = 0; t <= tables.size(); ++t) {
        const qsizetype end = t < tables.size() ? std::min(tables[t].begin, document.text.size()) : document.text.size();
        for (; at < end; ++at) {
            const QChar c = document.text[at];
            if (isWhiteSpace(c))
                continue;
            *to++ = QChar(plainCharacter(c.unicode()));
            out.origin.push_back(int(at));
        }
        if (t < tables.size())
            at = std::max(at, tables[t].end);
    }
    out.text.truncate(to - out.text.constData());
    out.origin.push_back(int(document.text.size()));
    constexpr qsizetype LongestWord = 10;
    for (qsizetype end = 1; end < out.text.size(); ++end) {
        if (endsPlaceName(out.text[end]) && namesAuthorities(QStringView(out.text).mid(end + 1, LongestWord)))
            out.authorities.push_back(int(end));
    }
    return out;
}

qsizetype FormProse::at(qsizetype offset) const
{
    const qsizetype found = std::lower_bound(origin.begin(), origin.end(), int(offset)) - origin.begin();
    return std::min(found, text.size());
}

QStringView FormProse::part(TextRange range) const
{
    if (!range.isValid())
        return {};
    const qsizetype begin = at(range.begin);
    return QStringView(text).mid(begin, at(range.end) - begin);
}

void checkForm(CheckRun &run)
{
    const FormProse &prose = run.prose().plain;
    run.onceAText(QStringLiteral("form"), [&] {
        checkTitle(run, prose);
        checkSections(run, prose);
        checkPreamble(run, prose);
        checkForeignNames(run, prose);
        checkAspects(run, prose);
        checkCitation(run, prose);
        checkDeadline(run, prose);
        checkLeftovers(run, prose);
        checkLength(run, prose);
    });
}

} // namespace gouji
