// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/verbactions.h"

#include "review/form/formview.h"
#include "review/panels/suggestions.h"
#include "review/reviewactions.h"
#include "review/verbs.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

VerbActions::VerbActions(ReviewActions *actions, FormView *form, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_form(form)
{
    bind(actions->clear, [](const Report &r, CellId c) { return verbs::edit(r, c, {}); });
    bind(actions->shiftLeft, Repair::Verb::ShiftLeft);
    bind(actions->shiftRight, Repair::Verb::ShiftRight);
    bind(actions->deleteValue, Repair::Verb::Delete);
    bind(actions->joinValues, Repair::Verb::Join);
    bind(actions->rejoinRow, Repair::Verb::Rejoin);
    bind(actions->dropRow, [](const Report &r, CellId c) { return verbs::dropRow(r, c, false); });
    bind(actions->pullRows, Repair::Verb::PullRows);
    bind(actions->pushRows, Repair::Verb::PushRows);
    bind(actions->confirmCell, [this](const Report &r, CellId) { return verbs::confirm(r, m_form->selection()); });
    bind(actions->confirmRow, [](const Report &r, CellId c) { return verbs::confirm(r, verbs::rowOf(r, c)); });
    bind(actions->paste, [this](const Report &r, CellId c) {
        const QList<CellId> &run = m_form->cutRun();
        return run.isEmpty() ? verbs::pasteBlock(r, c, QApplication::clipboard()->text()) : verbs::moveRun(r, run, c);
    });
    connect(actions->paste, &QAction::triggered, form, &FormView::clearCut);
    bindList(actions->splitValue, tr("这一格的数拆不开：要有两位以上的数字，右边还要有空格。"),
        [this](const Report &r, CellId c) { return cuts(r, c); });
    bindList(actions->swapRows, tr("这张表里没有栏目相同的另一行。"),
        [this](const Report &r, CellId c) { return rows(r, c, Repair::Verb::SwapRows); });
    bindList(actions->relabelRow, tr("没有空着的行可以改归：可以与另一行对调。"),
        [this](const Report &r, CellId c) { return rows(r, c, Repair::Verb::Relabel); });
    for (QAction *other : actions->all()) {
        if (!other->property("verb").toBool())
            connect(other, &QAction::hovered, this, &VerbActions::clearPreview);
    }
}

void VerbActions::setSession(ReviewSession *session)
{
    m_session = session;
    m_shown = false;
}

void VerbActions::bind(QAction *action, Repair::Verb verb)
{
    bind(
        action,
        [this, verb](const Report &r, CellId c) {
            return draftOf({verb, c, {}, 0}, r, m_session->document());
        },
        verb);
}

void VerbActions::bind(QAction *action, Verb verb, std::optional<Repair::Verb> repair)
{
    action->setProperty("verb", true);
    const auto draft = [this, verb] { return verb(m_session->report(), m_form->currentCell()); };
    connect(action, &QAction::triggered, this, [this, draft, repair] {
        if (!m_session || !m_form->currentCell().isValid())
            return;
        clearPreview();
        Q_EMIT drafted(draft(), repair ? std::optional(Repair{*repair, m_form->currentCell(), {}, 0}) : std::nullopt);
    });
    connect(action, &QAction::hovered, this, [this, action, draft] {
        if (!m_session || !m_form->currentCell().isValid())
            return;
        for (QObject *button : action->associatedObjects()) {
            if (qobject_cast<QToolButton *>(button))
                button->installEventFilter(this);
        }
        preview(draft(), action->iconText());
    });
}

void VerbActions::bindList(QAction *action, const QString &none, Options options)
{
    action->setProperty("verb", true);
    connect(action, &QAction::hovered, this, &VerbActions::clearPreview);
    connect(action, &QAction::triggered, this, [this, action, none, options] {
        if (!m_session || !m_form->currentCell().isValid())
            return;
        clearPreview();
        const QList<Option> list = options(m_session->report(), m_form->currentCell());
        if (list.isEmpty())
            m_form->showRefusal(none);
        else
            openList(action, list);
    });
}

void VerbActions::preview(const Result<Act> &draft, const QString &name)
{
    if (!draft) {
        clearPreview();
        Q_EMIT note(tr("%1：%2").arg(name, draft.error().message));
        return;
    }
    const Effect effect = m_session->preview(*draft);
    QHash<CellId, QString> values;
    for (const CellChange &c : effect.cells)
        values.insert(c.cell, shortValue(c.after));
    m_form->setPreview(values);
    m_shown = true;
    Q_EMIT note(effect.cells.isEmpty()
            ? tr("%1：没有什么会变。").arg(name)
            : tr("%1：%2。%3").arg(name, effectText(effect), changesText(m_session->report().catalogue(), effect, 4)));
}

void VerbActions::clearPreview()
{
    if (std::exchange(m_shown, false))
        m_form->setPreview({});
}

void VerbActions::watch(QMenu *menu) { connect(menu, &QMenu::aboutToHide, this, &VerbActions::clearPreview); }

VerbActions::Option VerbActions::option(const QString &text, const Act &draft, const Repair &repair) const
{
    return {text, draft, m_session->preview(draft), repair};
}

void VerbActions::openList(QAction *action, const QList<Option> &options)
{
    auto *menu = new QMenu(m_form);
    menu->setObjectName(u"verbOptions"_s);
    menu->setAccessibleName(action->iconText());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(action->iconText());
    int number = 0;
    for (const Option &o : options) {
        // A number in front chooses it, as with the suggestions.
        const QString key = ++number <= 9 ? u"&%1  "_s.arg(number) : u"    "_s;
        QAction *entry = menu->addAction(key + QString(o.text).replace(u'&', u"&&"_s) + u'\t' + effectText(o.effect));
        connect(entry, &QAction::hovered, this, [this, o] { preview(o.draft, o.text); });
        connect(entry, &QAction::triggered, this, [this, o] { Q_EMIT drafted(o.draft, o.repair); });
    }
    watch(menu);
    menu->popup(m_form->viewport()->mapToGlobal(m_form->cellRect(m_form->currentCell()).bottomLeft()));
    menu->setActiveAction(menu->actions().value(1)); // shown at once; the section's title is the first
}

QList<VerbActions::Option> VerbActions::cuts(const Report &report, CellId cell) const
{
    QList<Option> out;
    for (const int front : verbs::cutsOf(report.cell(cell))) {
        const Repair repair{Repair::Verb::Split, cell, {}, front};
        if (const auto draft = verbs::splitValue(report, cell, front); draft && !draft->isEmpty())
            out << option(repairText(repair, report), *draft, repair);
    }
    // Those that make equations hold come first.
    std::stable_sort(out.begin(), out.end(), [](const Option &a, const Option &b) {
        return a.effect.holding.size() - a.effect.failing.size() > b.effect.holding.size() - b.effect.failing.size();
    });
    return out;
}

QList<VerbActions::Option> VerbActions::rows(const Report &report, CellId cell, Repair::Verb verb) const
{
    QList<Option> out;
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        if (report.tables[i].table != report.catalogue().info(cell).table)
            continue;
        for (const FormRow &row : report.formTable(i).rows) {
            if (row.cells.isEmpty())
                continue;
            const Repair repair{verb, cell, row.cells.first(), 0};
            if (const auto draft = draftOf(repair, report, m_session->document()); draft && !draft->isEmpty())
                out << option(row.shortLabel, *draft, repair);
        }
    }
    return out;
}

/// A tool button tells when the mouse comes, not when it goes.
bool VerbActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave)
        clearPreview();
    return QObject::eventFilter(watched, event);
}

} // namespace gouji
