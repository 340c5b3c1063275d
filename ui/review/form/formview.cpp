// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/formview.h"

#include "common/markedscrollbar.h"
#include "common/theme.h"
#include "review/form/celldelegate.h"
#include "review/form/formaccessible.h"
#include "review/form/formviewmetrics.h"
#include "review/verbs.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace gouji {

using namespace Qt::StringLiterals;
using namespace formpage;

FormView::FormView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_delegate(new CellDelegate(this))
    , m_bar(new MarkedScrollBar(this))
    , m_editor(new QLineEdit(viewport()))
    , m_refusal(new QLabel(viewport()))
{
    installFormAccessibility();
    setObjectName(u"formView"_s);
    setAccessibleName(tr("报告表格"));
    setProperty("manualTopic", tr("改"));
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBar(m_bar);
    setFrameShape(QFrame::NoFrame);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    verticalScrollBar()->setSingleStep(5 * theme::Grid);
    horizontalScrollBar()->setSingleStep(5 * theme::Grid);

    m_editor->setObjectName(u"cellEditor"_s);
    m_editor->setAccessibleName(tr("单元格的值"));
    m_editor->setAlignment(Qt::AlignRight);
    m_editor->setFrame(false);
    m_editor->hide();
    m_editor->installEventFilter(this);
    connect(m_editor, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_editor->isVisible())
            Q_EMIT draftChanged(m_current, text.isNull() ? QString(u""_s) : text, m_inserting);
    });
    m_refusal->setObjectName(u"refusalLabel"_s);
    m_refusal->setAutoFillBackground(true);
    m_refusal->setBackgroundRole(QPalette::Window); // the viewport would hand down Base
    m_refusal->setForegroundRole(QPalette::WindowText);
    m_refusal->setMargin(theme::Grid);
    m_refusal->setFrameShape(QFrame::Box);
    m_refusal->hide();
}

FormView::~FormView() = default;

void FormView::setSession(ReviewSession *session)
{
    m_editor->hide();
    m_refusal->hide();
    if (m_session)
        m_session->disconnect(this);
    for (const Table &t : m_tables)
        delete t.model;
    m_tables.clear();
    m_cells.clear();
    m_cut.clear();
    m_lines.clear();
    m_current = m_anchor = {};
    m_picked.clear();
    m_session = session;
    if (session) {
        for (qsizetype i = 0; i < session->report().tables.size(); ++i)
            m_tables << Table{new FormTableModel(*session, i, this), {}, {}, 0};
        const auto relayout = [this] {
            m_refusal->hide();
            m_cells = m_session->report().cellIds();
            if (!m_cells.contains(m_current)) {
                m_current = m_anchor = {};
                m_picked.clear();
            }
            layoutPage();
            viewport()->update();
        };
        connect(session, &ReviewSession::changed, this, relayout);
        connect(session, &ReviewSession::findingsChanged, this, [this] {
            markScrollBar();
            viewport()->update();
        });
        m_cells = session->report().cellIds();
    }
    layoutPage();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

void FormView::layoutPage()
{
    const int width = viewport()->width() - 2 * Margin;
    int y = Margin / 2;
    int widest = 0;
    for (Table &t : m_tables) {
        t.titleTop = y;
        y += TitleHeight;
        FormTableModel *model = t.model;
        t.geometry = FormGeometry(model->layout(), width, font(),
            [model](const LayoutCell &c) { return c.cell.isValid() ? model->index(c.row, c.column).data().toString() : c.text; });
        t.origin = QPoint(Margin + std::max(0, (width - t.geometry.width()) / 2), y);
        widest = std::max(widest, t.geometry.width());
        y += t.geometry.height() + Gap;
    }
    m_pageHeight = y;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, y - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, m_tables.isEmpty() ? 0 : std::max(0, widest - width));
    placeEditor();
    markScrollBar();
}

void FormView::markScrollBar()
{
    QList<MarkedScrollBar::Mark> marks;
    for (const CellId cell : std::as_const(m_cells)) {
        const Table *t = tableOf(cell);
        const auto cellMarks = t ? t->model->indexOf(cell).data(FormTableModel::MarksRole).value<CellMarks>() : CellMarks();
        const double at = double(pageRect(cell).center().y()) / std::max(1, m_pageHeight);
        if (cellMarks & CellMark::Error)
            marks << MarkedScrollBar::Mark{at, MarkedScrollBar::Kind::Error};
        else if (cellMarks & (CellMark::Warning | CellMark::Suspect | CellMark::Missing | CellMark::Repaired))
            marks << MarkedScrollBar::Mark{at, MarkedScrollBar::Kind::Warning};
    }
    m_bar->setMarks(marks);
}

QPoint FormView::pageOffset() const { return QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value()); }

const FormView::Table *FormView::tableOf(CellId cell) const
{
    for (const Table &t : m_tables) {
        if (t.model->indexOf(cell).isValid())
            return &t;
    }
    return nullptr;
}

QRect FormView::pageRect(CellId cell) const
{
    const Table *t = tableOf(cell);
    if (!t)
        return {};
    return t->geometry.rect(*t->model->layoutCell(t->model->indexOf(cell))).translated(t->origin);
}

QRect FormView::cellRect(CellId cell) const
{
    const QRect r = pageRect(cell);
    return r.isNull() ? r : r.translated(-pageOffset());
}

QString FormView::cellText(CellId cell) const
{
    const Table *t = tableOf(cell);
    return t ? t->model->indexOf(cell).data(Qt::AccessibleTextRole).toString() : QString();
}

QString FormView::cellReason(CellId cell) const
{
    const Table *t = tableOf(cell);
    return t ? t->model->indexOf(cell).data(Qt::AccessibleDescriptionRole).toString() : QString();
}

CellId FormView::cellAt(const QPoint &position) const
{
    const QPoint at = position + pageOffset();
    for (const Table &t : m_tables) {
        const QPoint inside = at - t.origin;
        if (inside.x() < 0 || inside.y() < 0 || inside.x() >= t.geometry.width() || inside.y() >= t.geometry.height())
            continue;
        // Heads that stay in sight cover the values below them.
        if (position.x() < t.origin.x() + t.geometry.headWidth())
            return {};
        if (position.y() < t.geometry.headHeight() && at.y() - position.y() > t.origin.y())
            return {};
        for (const LayoutCell &c : t.model->layout().cells) {
            if (c.cell.isValid() && t.geometry.rect(c).contains(inside))
                return c.cell;
        }
    }
    return {};
}

QList<CellId> FormView::selectedRun() const
{
    if (!m_current.isValid() || !m_session)
        return {};
    if (m_anchor == m_current || !m_anchor.isValid())
        return {m_current};
    const QList<CellId> row = verbs::rowOf(m_session->report(), m_current);
    const qsizetype a = row.indexOf(m_anchor);
    const qsizetype b = row.indexOf(m_current);
    if (a < 0 || b < 0)
        return {m_current};
    return row.mid(std::min(a, b), std::abs(a - b) + 1);
}

QList<CellId> FormView::block() const
{
    const Table *table = tableOf(m_current);
    if (!table)
        return {};
    if (m_anchor == m_current || tableOf(m_anchor) != table)
        return {m_current};
    const QRect all = pageRect(m_anchor).united(pageRect(m_current));
    QList<CellId> out;
    for (const CellId id : m_cells) {
        if (tableOf(id) == table && all.contains(pageRect(id).center()))
            out << id;
    }
    return out;
}

QList<CellId> FormView::selection() const
{
    const QList<CellId> between = block();
    if (m_picked.isEmpty())
        return between;
    QList<CellId> out;
    for (const CellId id : m_cells) {
        if (between.contains(id) || m_picked.contains(id))
            out << id;
    }
    return out;
}

void FormView::selectCells(const QList<CellId> &cells)
{
    if (cells.isEmpty())
        return;
    setCurrentCell(cells.first());
    if (m_current != cells.first())
        return; // an edit that could not be kept holds the place
    m_picked = cells;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void FormView::pickCell(CellId cell)
{
    QList<CellId> chosen = selection();
    const bool out = chosen.removeAll(cell) > 0;
    if (out && chosen.isEmpty())
        return; // something stays chosen
    if (!out)
        chosen.prepend(cell);
    selectCells(chosen);
}

void FormView::selectTable()
{
    const Table *table = tableOf(m_current);
    QList<CellId> all{m_current};
    for (const CellId id : std::as_const(m_cells)) {
        if (table && tableOf(id) == table && id != m_current)
            all << id;
    }
    if (table)
        selectCells(all);
}

void FormView::setCurrentCell(CellId cell, bool extend)
{
    if (m_editor->isVisible() && cell != m_current && !closeEditor(true))
        return;
    if (cell.isValid() && !tableOf(cell))
        return;
    const bool other = cell != m_current;
    m_current = cell;
    if (!extend) {
        m_anchor = cell;
        m_picked.clear();
    }
    if (other)
        m_refusal->hide();
    showCell(cell);
    viewport()->update();
    if (other) {
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(int(m_cells.indexOf(cell)));
        QAccessible::updateAccessibility(&focus);
        Q_EMIT currentCellChanged(cell);
    }
    Q_EMIT selectionChanged();
}

void FormView::setPreview(const QHash<CellId, QString> &preview)
{
    for (const Table &t : m_tables)
        t.model->setPreview(preview);
    viewport()->update();
}

void FormView::showCell(CellId cell)
{
    const Table *t = tableOf(cell);
    if (!t)
        return;
    const QRect r = pageRect(cell);
    const int top = t->geometry.headHeight() + theme::Grid;
    const int left = t->origin.x() + t->geometry.headWidth();
    QScrollBar *v = verticalScrollBar();
    QScrollBar *h = horizontalScrollBar();
    if (r.top() - v->value() < top)
        v->setValue(r.top() - std::max(top, viewport()->height() / 4));
    else if (r.bottom() - v->value() > viewport()->height() - Gap)
        v->setValue(r.bottom() - viewport()->height() * 3 / 4);
    if (r.left() - h->value() < left)
        h->setValue(r.left() - left);
    else if (r.right() - h->value() > viewport()->width() - Margin)
        h->setValue(r.right() - viewport()->width() + Margin);
}

int FormView::tableInSight() const
{
    int best = 0;
    for (int i = 0; i < int(m_tables.size()); ++i) {
        if (m_tables[i].titleTop - verticalScrollBar()->value() <= viewport()->height() / 3)
            best = i;
    }
    if (verticalScrollBar()->maximum() > 0 && verticalScrollBar()->value() == verticalScrollBar()->maximum())
        best = std::max(0, int(m_tables.size()) - 1);
    return best;
}

void FormView::jumpToTable(int table)
{
    if (table >= 0 && table < m_tables.size())
        verticalScrollBar()->setValue(m_tables[table].titleTop - Margin / 2);
}

void FormView::resizeEvent(QResizeEvent *)
{
    layoutPage();
    if (m_current.isValid())
        showCell(m_current);
}

void FormView::scrollContentsBy(int, int)
{
    placeEditor();
    viewport()->update();
    if (const int now = tableInSight(); now != m_inSight) {
        m_inSight = now;
        Q_EMIT tableInSightChanged(now);
    }
}

void FormView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        layoutPage();
        viewport()->update();
    }
}

bool FormView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const CellId cell = cellAt(help->pos());
        const Table *t = tableOf(cell);
        if (t)
            QToolTip::showText(help->globalPos(), t->model->indexOf(cell).data(Qt::ToolTipRole).toString(), viewport(), cellRect(cell));
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QSize FormView::sizeHint() const { return QSize(160 * theme::Grid, 120 * theme::Grid); }

QSize FormView::minimumSizeHint() const { return QSize(70 * theme::Grid, 40 * theme::Grid); }

} // namespace gouji
