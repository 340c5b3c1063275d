// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/form/formaccessible.h"

#include "review/form/formview.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

class CellInterface : public QAccessibleInterface {
public:
    CellInterface(FormView *view, CellId cell)
        : m_view(view)
        , m_cell(cell)
    {
    }

    bool isValid() const override { return m_view && m_view->cells().contains(m_cell); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Description)
            return m_view->cellReason(m_cell);
        return kind == QAccessible::Name || kind == QAccessible::Value ? m_view->cellText(m_cell) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect r = m_view->cellRect(m_cell);
        return QRect(m_view->viewport()->mapToGlobal(r.topLeft()), r.size());
    }
    QAccessible::State state() const override
    {
        QAccessible::State s;
        s.selectable = s.focusable = s.editable = true;
        s.invalid = !isValid();
        if (isValid()) {
            s.selected = m_view->selection().contains(m_cell);
            s.focused = m_view->hasFocus() && m_view->currentCell() == m_cell;
            s.offscreen = !m_view->viewport()->rect().intersects(m_view->cellRect(m_cell));
        }
        return s;
    }
    CellId cell() const { return m_cell; }

private:
    QPointer<FormView> m_view;
    CellId m_cell;
};

class FormInterface : public QAccessibleWidget {
public:
    explicit FormInterface(FormView *view)
        : QAccessibleWidget(view, QAccessible::Table, view->accessibleName())
    {
    }
    ~FormInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(view()->cells().size()); }
    QAccessibleInterface *child(int i) const override
    {
        const QList<CellId> cells = view()->cells();
        return i >= 0 && i < cells.size() ? interfaceOf(cells[i]) : nullptr;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const CellId cell = view()->cellAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return cell.isValid() ? interfaceOf(cell) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *cell = dynamic_cast<const CellInterface *>(child);
        return cell ? int(view()->cells().indexOf(cell->cell())) : -1;
    }
    QAccessibleInterface *focusChild() const override
    {
        return view()->currentCell().isValid() ? interfaceOf(view()->currentCell()) : nullptr;
    }

private:
    FormView *view() const { return static_cast<FormView *>(widget()); }
    QAccessibleInterface *interfaceOf(CellId cell) const
    {
        if (const auto it = m_ids.constFind(cell.index); it != m_ids.cend())
            return QAccessible::accessibleInterface(*it);
        auto *made = new CellInterface(view(), cell);
        m_ids.insert(cell.index, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    mutable QHash<int, QAccessible::Id> m_ids;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<FormView *>(object);
    return view ? new FormInterface(view) : nullptr;
}

} // namespace

void installFormAccessibility()
{
    QAccessible::installFactory(makeInterface); // Qt itself ignores a factory it has already
}

} // namespace gouji
