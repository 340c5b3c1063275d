// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/formtablemodel.h"

#include "review/cells/explanationhtml.h"
#include "review/verbs.h"

#include <QSize>
#include <QToolTip>

namespace gouji {

using namespace Qt::StringLiterals;

FormTableModel::FormTableModel(ReviewSession &session, qsizetype table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_table(table)
{
    readLayout();
    m_marks = marksOf(m_session.report(), m_session.findings());
    connect(&m_session, &ReviewSession::changed, this, &FormTableModel::refresh);
    connect(&m_session, &ReviewSession::findingsChanged, this, &FormTableModel::refresh);
}

void FormTableModel::readLayout()
{
    m_form = m_session.report().tables[m_table].form;
    m_layout = m_session.report().formTable(m_table).layout;
    m_places = QList<int>(qsizetype(m_layout.rows) * m_layout.columns, -1);
    m_byCell.clear();
    for (int i = 0; i < int(m_layout.cells.size()); ++i) {
        const LayoutCell &c = m_layout.cells[i];
        m_places[c.row * m_layout.columns + c.column] = i;
        if (c.cell.isValid())
            m_byCell.insert(c.cell, i);
    }
}

void FormTableModel::refresh()
{
    m_marks = marksOf(m_session.report(), m_session.findings());
    if (m_session.report().tables[m_table].form != m_form) {
        beginResetModel();
        readLayout();
        endResetModel();
        return;
    }
    Q_EMIT dataChanged(index(0, 0), index(m_layout.rows - 1, m_layout.columns - 1));
}

int FormTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_layout.rows; }

int FormTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_layout.columns; }

const LayoutCell *FormTableModel::layoutCell(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const int i = m_places[index.row() * m_layout.columns + index.column()];
    return i < 0 ? nullptr : &m_layout.cells[i];
}

QVariant FormTableModel::data(const QModelIndex &index, int role) const
{
    const LayoutCell *place = layoutCell(index);
    if (!place)
        return role == CellRole ? QVariant(-1) : QVariant();
    if (role == CellRole)
        return place->cell.index;
    if (role == SpanRole)
        return QSize(place->columnSpan, place->rowSpan);
    if (place->cell.isValid())
        return valueData(place->cell, role);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return place->text;
    return {};
}

QVariant FormTableModel::valueData(CellId id, int role) const
{
    const Cell &cell = m_session.report().cell(id);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        // Something that is no number at all is shown as it was printed; nothing is made up for it.
        if (cell.value)
            return cell.value->toString();
        return cell.status == CellStatus::Suspect && role == Qt::DisplayRole ? cell.text : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return toolTip(id);
    case Qt::AccessibleDescriptionRole:
        return cell.why;
    case Qt::AccessibleTextRole: {
        const QString marks = marksText(m_marks.value(id));
        return m_session.report().catalogue().place(id) + u' ' + (cell.value ? cell.value->toString() : statusLabel(cell.status))
            + (marks.isEmpty() ? QString() : u' ' + marks);
    }
    case MarksRole:
        return QVariant::fromValue(m_marks.value(id));
    case TraceRole: {
        const auto it = m_trace.constFind(id);
        return it == m_trace.cend() ? QVariant() : QVariant(*it);
    }
    case PreviewRole: {
        const auto it = m_preview.constFind(id);
        return it == m_preview.cend() ? QVariant() : QVariant(*it);
    }
    default:
        return {};
    }
}

QString FormTableModel::toolTip(CellId id) const
{
    const Report &report = m_session.report();
    const Cell &cell = report.cell(id);
    const Cell &was = m_session.reading().cell(id);
    QString out = u"<b>%1</b>"_s.arg(report.catalogue().place(id).toHtmlEscaped());
    const QString marks = marksText(m_marks.value(id));
    if (!marks.isEmpty())
        out += u"<br>"_s + marks;
    if (cell.status == CellStatus::Corrected && was.value && was.value != cell.value)
        out += u"<br>"_s + tr("原读 <s>%1</s>").arg(was.value->toString());
    if (!cell.text.isEmpty() && (!cell.value || cell.text != cell.value->toString()))
        out += u"<br>"_s + tr("原文 %1").arg(cell.text.toHtmlEscaped());
    if (!cell.why.isEmpty())
        out += u"<br>"_s + cell.why.toHtmlEscaped();
    if (const QString equations = equationsHtml(report, id, QToolTip::palette()); !equations.isEmpty())
        out += u"<br>"_s + equations;
    return out;
}

bool FormTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const CellId id = cellAt(index);
    if (!id.isValid() || role != Qt::EditRole)
        return false;
    return m_session.perform(verbs::edit(m_session.report(), id, value.toString())).ok();
}

Qt::ItemFlags FormTableModel::flags(const QModelIndex &index) const
{
    const LayoutCell *place = layoutCell(index);
    if (!place)
        return Qt::NoItemFlags;
    if (!place->cell.isValid())
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDropEnabled | Qt::ItemIsDragEnabled;
}

QSize FormTableModel::span(const QModelIndex &index) const
{
    const LayoutCell *place = layoutCell(index);
    return place ? QSize(place->columnSpan, place->rowSpan) : QSize(1, 1);
}

QString FormTableModel::title() const
{
    const FormTable &table = m_session.report().formTable(m_table);
    const Form *form = m_session.report().catalogue().form(m_form);
    for (const FormSection &s : form->sections) {
        if (s.number == table.section)
            return s.numeral + u'、' + s.title;
    }
    return table.title;
}

bool FormTableModel::isFound() const { return m_session.report().tables[m_table].found; }

QModelIndex FormTableModel::indexOf(CellId cell) const
{
    const auto it = m_byCell.constFind(cell);
    if (it == m_byCell.cend())
        return {};
    const LayoutCell &c = m_layout.cells[*it];
    return index(c.row, c.column);
}

CellId FormTableModel::cellAt(const QModelIndex &index) const
{
    const LayoutCell *place = layoutCell(index);
    return place ? place->cell : CellId();
}

void FormTableModel::setTrace(const QHash<CellId, QChar> &trace)
{
    if (trace == m_trace)
        return;
    m_trace = trace;
    Q_EMIT dataChanged(index(0, 0), index(m_layout.rows - 1, m_layout.columns - 1), {TraceRole});
}

void FormTableModel::setPreview(const QHash<CellId, QString> &preview)
{
    if (preview == m_preview)
        return;
    m_preview = preview;
    Q_EMIT dataChanged(index(0, 0), index(m_layout.rows - 1, m_layout.columns - 1), {PreviewRole});
}

} // namespace gouji
