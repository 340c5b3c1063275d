// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/panels/choicesmodel.h"

namespace gouji {

using namespace Qt::StringLiterals;

void ChoicesModel::setSuggestions(const ReviewSession *session, const QList<Suggestion> &suggestions)
{
    if (suggestions.isEmpty() && m_suggestions.isEmpty())
        return;
    beginResetModel();
    m_session = session;
    m_suggestions = suggestions;
    endResetModel();
}

int ChoicesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_suggestions.size()); }

QVariant ChoicesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_suggestions[index.row()].label;
    case Qt::ToolTipRole:
        return toolTip(index.row());
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    default:
        return {};
    }
}

QString ChoicesModel::spoken(int row) const
{
    const Suggestion &s = m_suggestions[row];
    QStringList out{tr("第 %1 项，%2").arg(row + 1).arg(s.label), effectText(s.effect)};
    out << turnsText(s.effect) << s.why << changesText(m_session->report().catalogue(), s.effect);
    out.removeAll(QString());
    return out.join(tr("；"));
}

QString ChoicesModel::toolTip(int row) const
{
    const Suggestion &s = m_suggestions[row];
    QString out = u"<p><b>%1</b></p>"_s.arg(s.label.toHtmlEscaped());
    const auto line = [&](const QString &text) {
        if (!text.isEmpty())
            out += u"<p style=\"margin:2px 0\">%1</p>"_s.arg(text.toHtmlEscaped());
    };
    line(s.why);
    line(changesText(m_session->report().catalogue(), s.effect));
    line(turnsText(s.effect));
    for (const Finding &f : s.effect.mended)
        line(tr("修复：%1").arg(f.place + u' ' + f.title));
    for (const Finding &f : s.effect.made)
        line(tr("新增：%1").arg(f.message));
    return out;
}

} // namespace gouji
