// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historymodel.h"

#include "common/theme.h"
#include "review/changetext.h"

#include <QGuiApplication>
#include <QLocale>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr Top = 0; ///< internal id of an act's row; that of a change is the act's number plus one

QString arrow(const ChangeText &change) { return change.before + u" → "_s + change.after; }

} // namespace

struct HistoryModel::Line {
    QList<ChangeText> changes;
    QList<CellId> cells;
    bool takenBack = false;
};

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

HistoryModel::~HistoryModel() = default;

void HistoryModel::setSession(ReviewSession *session)
{
    beginResetModel();
    m_session = session;
    m_lines.clear();
    m_effects.reset();
    endResetModel();
    update();
}

void HistoryModel::update()
{
    if (!m_session)
        return;
    const qsizetype before = m_lines.size();
    const qsizetype more = m_session->history().size() - before;
    if (more > 0) {
        beginInsertRows({}, 0, int(more) - 1);
        for (qsizetype i = 0; i < more; ++i) {
            Line line;
            line.changes = changeTexts(act(before + i), m_session->report().catalogue());
            for (const ChangeText &c : std::as_const(line.changes)) {
                if (c.cell.isValid())
                    line.cells << c.cell;
            }
            m_lines << line;
        }
        endInsertRows();
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QString &kind = act(i).kind;
        const bool step = kind != "undo"_L1 && kind != "redo"_L1 && kind != "note"_L1;
        m_lines[i].takenBack = step && !m_session->isInForce(act(i).id);
    }
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool HistoryModel::advanceEffects()
{
    if (!m_session)
        return false;
    if (!m_effects)
        m_effects = std::make_unique<ActEffects>(*m_session);
    const bool any = m_effects->advance();
    if (any) {
        const QModelIndex at = index(int(m_lines.size() - m_effects->done()), EffectColumn);
        Q_EMIT dataChanged(at, at);
    }
    return any;
}

QModelIndex HistoryModel::indexOf(const QUuid &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (act(m_lines.size() - 1 - row).id == id)
            return index(row, 0);
    }
    return {};
}

qsizetype HistoryModel::numberOf(const QModelIndex &index) const
{
    return index.internalId() == Top ? m_lines.size() - 1 - index.row() : qsizetype(index.internalId()) - 1;
}

QModelIndex HistoryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(numberOf(parent) + 1) : Top);
}

QModelIndex HistoryModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == Top)
        return {};
    return createIndex(int(m_lines.size() - 1 - numberOf(child)), 0, Top);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_lines.size());
    if (parent.internalId() != Top || parent.column() != 0)
        return 0;
    const qsizetype changes = m_lines[numberOf(parent)].changes.size();
    return changes > 1 ? int(changes) : 0; // a single one stands in the act's own row
}

int HistoryModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QString HistoryModel::effectText(qsizetype number) const
{
    const Effect *effect = m_effects ? m_effects->of(number) : nullptr;
    if (!effect)
        return tr("…");
    if (effect->mended.isEmpty() && effect->made.isEmpty())
        return tr("问题不变");
    return tr("修复 %1，新增 %2").arg(effect->mended.size()).arg(effect->made.size());
}

QString HistoryModel::tip(qsizetype number) const
{
    QStringList out{u"<b>%1</b>"_s.arg(act(number).text.toHtmlEscaped())};
    for (const ChangeText &c : m_lines[number].changes)
        out << (c.place + u' ' + arrow(c)).toHtmlEscaped();
    if (const Effect *effect = m_effects ? m_effects->of(number) : nullptr) {
        for (const Finding &f : effect->mended)
            out << tr("修复：%1").arg(f.message).toHtmlEscaped();
        for (const Finding &f : effect->made)
            out << tr("新增：%1").arg(f.message).toHtmlEscaped();
    }
    constexpr qsizetype Most = 14;
    if (out.size() > Most)
        out = out.mid(0, Most) << tr("……共 %1 行").arg(out.size());
    return u"<p>%1</p>"_s.arg(out.join(u"<br>"_s));
}

QString HistoryModel::actText(qsizetype number, int column) const
{
    const Act &a = act(number);
    const Line &line = m_lines[number];
    switch (column) {
    case ActColumn:
        return line.takenBack ? tr("%1（已撤销）").arg(a.text) : a.text;
    case ChangeColumn:
        if (line.changes.isEmpty())
            return {};
        return line.changes.size() == 1 ? arrow(line.changes.first())
                                        : tr("%1 等 %2 处").arg(arrow(line.changes.first())).arg(line.changes.size());
    case EffectColumn:
        return effectText(number);
    case WhoColumn:
        return a.who;
    case WhenColumn:
        return QLocale().toString(a.when.toLocalTime(), u"yyyy-MM-dd HH:mm"_s);
    case ReasonColumn:
        return a.kind == "note"_L1 ? a.reason : m_session->reasonOf(a.id);
    default:
        return {};
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_session)
        return {};
    const qsizetype number = numberOf(index);
    const Line &line = m_lines[number];
    const bool top = index.internalId() == Top;
    switch (role) {
    case Qt::DisplayRole:
        if (top)
            return actText(number, index.column());
        if (index.column() == ActColumn)
            return line.changes[index.row()].place;
        return index.column() == ChangeColumn ? arrow(line.changes[index.row()]) : QVariant();
    case Qt::ToolTipRole:
        return tip(number);
    case Qt::AccessibleTextRole:
        if (index.column() != ActColumn)
            return {};
        return top ? QStringList{actText(number, ActColumn), actText(number, ChangeColumn), effectText(number), act(number).who,
                   actText(number, WhenColumn), actText(number, ReasonColumn)}
                         .join(u' ')
                   : line.changes[index.row()].place + u' ' + arrow(line.changes[index.row()]);
    case Qt::FontRole: {
        if (!line.takenBack)
            return {};
        QFont font = QGuiApplication::font();
        font.setStrikeOut(index.column() == ActColumn || index.column() == ChangeColumn);
        return font;
    }
    case Qt::ForegroundRole:
        if (line.takenBack || index.column() > ChangeColumn)
            return theme::mutedInk(QGuiApplication::palette());
        return {};
    case CellsRole:
        if (top)
            return QVariant::fromValue(line.cells);
        return QVariant::fromValue(
            line.changes[index.row()].cell.isValid() ? QList<CellId>{line.changes[index.row()].cell} : QList<CellId>());
    case IdRole:
        return act(number).id;
    case TakenBackRole:
        return line.takenBack;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ActColumn:
        return tr("做了什么");
    case ChangeColumn:
        return tr("原值 → 新值");
    case EffectColumn:
        return tr("对问题的影响");
    case WhoColumn:
        return tr("审核人");
    case WhenColumn:
        return tr("时间");
    case ReasonColumn:
        return tr("理由");
    default:
        return {};
    }
}

} // namespace gouji
