// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that is as it was when the program is started again.
#include "mainwindow.h"

#include "common/actionlist.h"
#include "common/messagebar.h"
#include "library/reportlist.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "settings/preferences.h"
#include "window/pagestack.h"
#include "window/sidepanels.h"

#include <QAction>
#include <QScreen>
#include <QSplitter>
#include <QTimer>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int StateVersion = 1; ///< of the tool bar and the panels
constexpr qsizetype Places = 200; ///< reports whose place is remembered

QString plain(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }

/// Switches whose state is not kept elsewhere.
QList<QAction *> switches(const ActionList &actions, const SidePanels &panels)
{
    QList<QAction *> out;
    for (QAction *a : actions.all()) {
        if (a->isCheckable() && a->objectName() != "showList"_L1 && !panels.ids().contains(a->objectName()))
            out << a;
    }
    return out;
}

} // namespace

void MainWindow::restoreFrame()
{
    if (!restoreGeometry(m_preferences.session(u"geometry"_s).toByteArray())) {
        const QSize room = screen()->availableSize();
        resize(QSize(1440, 900).boundedTo(room));
        if (room.width() < 1440 || room.height() < 900)
            setWindowState(Qt::WindowMaximized);
    }
    restoreState(m_preferences.session(u"frame"_s).toByteArray(), StateVersion);
    m_splitter->restoreState(m_preferences.session(u"mainSplitter"_s).toByteArray());
    m_review->restoreSplitters(m_preferences.session(u"reviewSplitters"_s).toByteArray());
    m_showList->setChecked(m_preferences.session(u"showList"_s).toBool());
    arrangeList();
    for (QAction *a : switches(*m_actions, *m_panels)) {
        if (const QVariant on = m_preferences.session(u"switch/"_s + a->objectName()); on.isValid())
            a->setChecked(on.toBool());
    }
}

void MainWindow::saveSession()
{
    m_review->formView()->finishEditing();
    if (QWidget *field = focusWidget(); field && m_review->isAncestorOf(field))
        field->clearFocus(); // agency and year are taken when they are left
    m_preferences.setSession(u"geometry"_s, saveGeometry());
    m_preferences.setSession(u"frame"_s, saveState(StateVersion));
    m_preferences.setSession(u"mainSplitter"_s, m_splitter->saveState());
    m_preferences.setSession(u"reviewSplitters"_s, m_review->saveSplitters());
    m_preferences.setSession(u"report"_s, m_desk.reportId());
    m_preferences.setSession(u"page"_s, m_pages->shown());
    for (const QAction *a : switches(*m_actions, *m_panels))
        m_preferences.setSession(u"switch/"_s + a->objectName(), a->isChecked());
    rememberPlace();
}

void MainWindow::restoreLastReport()
{
    if (!m_preferences.reopensLast())
        return;
    const QUuid last = m_preferences.session(u"report"_s).toUuid();
    const QString page = m_preferences.session(u"page"_s).toString();
    if (!last.isNull() && !m_desk.queueRow(last).isEmpty())
        m_desk.openStored(last);
    m_pages->show(QLatin1StringView(page.toLatin1()));
}

/// Cell and scrolling of the reports looked at last: "id|cell|source|tables".
void MainWindow::rememberPlace()
{
    if (!m_desk.session() || m_desk.reportId().isNull())
        return;
    const QString id = plain(m_desk.reportId());
    const CellId cell = m_review->currentCell();
    const QPoint scrolled = m_review->scrolled();
    QStringList places = m_preferences.session(u"places"_s).toStringList();
    places.removeIf([&id](const QString &p) { return p.startsWith(id); });
    places.prepend(QStringList{id, cell.isValid() ? m_desk.session()->report().catalogue().name(cell) : QString(),
        QString::number(scrolled.x()), QString::number(scrolled.y())}
                       .join(u'|'));
    m_preferences.setSession(u"places"_s, places.mid(0, Places));
}

void MainWindow::restorePlace()
{
    if (m_desk.reportId().isNull())
        return;
    const QUuid report = m_desk.reportId();
    for (const QString &place : m_preferences.session(u"places"_s).toStringList()) {
        const QStringList parts = place.split(u'|');
        if (parts.size() != 4 || parts[0] != plain(report))
            continue;
        if (const CellId cell = m_desk.session()->report().catalogue().cell(parts[1]); cell.isValid())
            m_review->selectCell(cell);
        // The views know how long they are when they are laid out.
        QTimer::singleShot(0, m_review, [this, report, to = QPoint(parts[2].toInt(), parts[3].toInt())] {
            if (m_desk.reportId() == report)
                m_review->scrollTo(to);
        });
    }
}

/// What is typed is kept with every key: the program may be ended at any moment.
void MainWindow::keepDraft(CellId cell, const QString &text, bool inserting)
{
    if (!m_desk.session() || m_desk.reportId().isNull())
        return;
    const QString key = u"draft/"_s + plain(m_desk.reportId());
    if (text.isNull())
        m_preferences.dropSession(key);
    else
        m_preferences.setSession(
            key, QStringList{m_desk.session()->report().catalogue().name(cell), text, inserting ? u"insert"_s : QString()});
}

void MainWindow::restoreDraft()
{
    if (m_desk.reportId().isNull())
        return;
    const QStringList draft = m_preferences.session(u"draft/"_s + plain(m_desk.reportId())).toStringList();
    if (draft.size() != 3)
        return;
    const CellId cell = m_desk.session()->report().catalogue().cell(draft[0]);
    m_review->selectCell(cell);
    if (!cell.isValid() || m_review->currentCell() != cell)
        return;
    if (draft[2].isEmpty())
        m_review->formView()->edit(draft[1].isNull() ? QString(u""_s) : draft[1]);
    else
        m_review->formView()->editInserted(draft[1]);
    m_message->add(MessageBar::Kind::Note,
        tr("上次有一格没有改完：%1，键入了“%2”。回车采用，Esc 放弃。").arg(m_desk.session()->report().catalogue().place(cell), draft[1]));
}

} // namespace gouji
