// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html/hiddenstyles.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString withoutComments(QStringView sheet)
{
    QString out;
    qsizetype at = 0;
    for (;;) {
        const qsizetype begin = sheet.indexOf(u"/*", at);
        out += sheet.mid(at, begin < 0 ? -1 : begin - at);
        const qsizetype end = begin < 0 ? -1 : sheet.indexOf(u"*/", begin + 2);
        if (end < 0)
            return out;
        at = end + 2;
    }
}

/// "div.mobile" or ".mobile": one class or id, and nothing that depends on what stands around it.
bool isSimple(QStringView selector)
{
    const auto isMark = [](QChar c) { return c == u'.' || c == u'#'; };
    return std::count_if(selector.begin(), selector.end(), isMark) == 1 && !isMark(selector.back())
        && std::all_of(
            selector.begin(), selector.end(), [&](QChar c) { return isMark(c) || c.isLetterOrNumber() || c == u'-' || c == u'_'; });
}

} // namespace

void HiddenStyles::add(QStringView sheet)
{
    m_size += sheet.size();
    if (m_size > MaxSheets)
        return;
    const QString text = withoutComments(sheet);
    qsizetype begin = 0;
    int depth = 0;
    qsizetype open = -1; // of the outermost brace
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u';' && depth == 0) {
            begin = i + 1; // "@import …;"
        } else if (text[i] == u'{') {
            open = depth++ == 0 ? i : open;
        } else if (text[i] == u'}' && depth > 0 && --depth == 0) {
            addRule(QStringView(text).mid(begin, open - begin).trimmed(), QStringView(text).mid(open + 1, i - open - 1));
            begin = i + 1;
        }
    }
}

/// What stands in "@media" holds on some screens only.
void HiddenStyles::addRule(QStringView selectors, QStringView declarations)
{
    if (selectors.startsWith(u'@') || declarations.contains(u'{'))
        return;
    const QString said = declarations.toString().toLower().remove(u' ');
    const bool hidden = said.contains("display:none"_L1) || said.contains("visibility:hidden"_L1);
    const Role role = tableRoleIn(said);
    if (!hidden && role == Role::Inline)
        return;
    for (const QStringView selector : selectors.tokenize(u',')) {
        const QString name = selector.trimmed().toString().toLower();
        if (!isSimple(name))
            continue;
        if (hidden)
            m_selectors.insert(name);
        else
            m_roles.insert(name, role);
    }
}

Role HiddenStyles::tableRoleIn(QStringView declarations)
{
    const qsizetype at = declarations.indexOf("display:table"_L1);
    if (at < 0)
        return Role::Inline;
    QStringView value = declarations.mid(at + 8);
    const auto ends = [](QChar c) { return c == u';' || c == u'!' || c == u'}'; };
    value = value.left(std::find_if(value.begin(), value.end(), ends) - value.begin());
    return value == "table"_L1 ? Role::Table : value == "table-row"_L1 ? Role::Row : value == "table-cell"_L1 ? Role::Cell : Role::Inline;
}

Role HiddenStyles::tableRole(const QString &element, const QString &id, const QString &classes) const
{
    const auto roleAt = [&](const QString &name) { return m_roles.value(element + name, m_roles.value(name, Role::Inline)); };
    if (m_roles.isEmpty())
        return Role::Inline;
    Role out = id.isEmpty() ? Role::Inline : roleAt(u'#' + id.toLower());
    for (const QString &name : classes.toLower().simplified().split(u' ', Qt::SkipEmptyParts))
        out = out == Role::Inline ? roleAt(u'.' + name) : out;
    return out;
}

bool HiddenStyles::hides(const QString &element, const QString &id, const QString &classes) const
{
    const auto isHidden = [&](const QString &name) { return m_selectors.contains(name) || m_selectors.contains(element + name); };
    if (!id.isEmpty() && isHidden(u'#' + id.toLower()))
        return true;
    const QStringList names = classes.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) { return isHidden(u'.' + name); });
}

} // namespace gouji
