// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that leads from report to report, and does to others what was done to one.
#include "mainwindow.h"

#include "common/actionlist.h"
#include "common/messagebar.h"
#include "library/batchrepairs.h"
#include "library/reportlist.h"
#include "library/similarpanel.h"
#include "review/cells/problems.h"
#include "review/form/formview.h"
#include "review/reviewpage.h"
#include "window/sidepanels.h"

#include <QFileInfo>
#include <QStatusBar>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostTried = 20; ///< reports whose list entry promises work that is not there any more

QString nameOf(const ReviewSession &session)
{
    const Report &r = session.report();
    const QString name = r.agency.isEmpty() ? QFileInfo(session.document().fileName).fileName() : r.agency;
    return r.year > 0 ? name + u' ' + QString::number(r.year) : name;
}

} // namespace

bool MainWindow::goToNextReport(bool forward, const MessageBar::Kind kind, const QString &before)
{
    const QUuid from = m_desk.reportId();
    QList<QUuid> ids = m_list->unfinished(from, forward).mid(0, MostTried);
    const QUuid back = forward ? QUuid() : std::exchange(m_cameFrom, {});
    if (!back.isNull()) { // back is where one came from, finished or not
        ids.removeAll(back);
        ids.prepend(back);
    }
    for (const QUuid &id : ids) {
        m_desk.openStored(id);
        if (m_desk.reportId() != id || (!m_review->goToEndProblem(forward) && id != back))
            continue;
        if (forward)
            m_cameFrom = from;
        const qsizetype count = problemsOf(m_desk.session()->report(), m_desk.session()->findings(), m_desk.session()->verdicts()).size();
        const QString words = forward ? tr("到下一份：%1，%2 处需要人看。Shift+F8 回上一份。").arg(nameOf(*m_desk.session())).arg(count)
                                      : tr("到上一份：%1，%2 处需要人看。F8 回下一份。").arg(nameOf(*m_desk.session())).arg(count);
        if (!before.isEmpty() && kind == MessageBar::Kind::Note)
            m_message->addPassing(before);
        else if (!before.isEmpty())
            m_message->add(kind, before);
        m_message->addPassing(words);
        statusBar()->showMessage(words, 8000); // a question may stand before it above
        return true;
    }
    return false;
}

void MainWindow::endOfProblems(bool forward)
{
    if (goToNextReport(forward, MessageBar::Kind::Note, {}))
        return;
    const bool any = m_review->goToEndProblem(forward); // round to the other end
    statusBar()->showMessage(any ? tr("别的报告没有待看的问题，回到%1。").arg(forward ? tr("第一处") : tr("最后一处"))
            : m_desk.session()   ? tr("没有需要人看的地方了。Ctrl+Enter 标为已审。")
                                 : tr("没有需要人看的报告。"),
        8000);
}

void MainWindow::finishReport()
{
    ReviewSession *session = m_desk.session();
    if (!session)
        return;
    const qsizetype left = problemsOf(session->report(), session->findings(), session->verdicts()).size();
    const QString name = nameOf(*session);
    if (session->state() != "done"_L1 && !session->setState(u"done"_s))
        return; // the refusal is announced by the session
    const QString done = left > 0 ? tr("%1 已标为已审，还有 %2 处没有处理。").arg(name).arg(left) : tr("%1 已标为已审。").arg(name);
    const MessageBar::Kind kind = left > 0 ? MessageBar::Kind::Warning : MessageBar::Kind::Note;
    if (!goToNextReport(true, kind, done))
        m_message->add(kind, done + tr("没有别的报告还有问题了。"));
}

void MainWindow::addSimilarRepairs()
{
    QAction *similar = m_panels->add(
        {"similarRepairs", ActionGroup::CheckRepair, tr("对相似报告同样修复"),
            tr("刚做的修复也用于别的报告：先看会改什么，再一次做完，也一次撤销"), {Qt::CTRL | Qt::SHIFT | Qt::Key_A}, nullptr, true},
        Qt::BottomDockWidgetArea, [this] { return new SimilarPanel(m_desk, *m_batch); });
    QAction *back = m_actions->add({"undoBatch", ActionGroup::EditUndo, tr("撤销对几份报告的修复"),
        tr("把上次对相似报告一起做的修复一起撤销"), {QKeySequence(u"Ctrl+Alt+Z"_s)}, nullptr});
    const auto tell = [this, back] {
        back->setEnabled(m_batch->count() > 0);
        back->setText(m_batch->count() > 0 ? tr("撤销对 %1 份报告的修复").arg(m_batch->count()) : tr("撤销对几份报告的修复"));
    };
    tell();
    connect(m_batch, &BatchRepairs::changed, back, tell);
    connect(m_batch, &BatchRepairs::takenBack, this, [this](const QString &words) { statusBar()->showMessage(words, 8000); });
    connect(back, &QAction::triggered, m_batch, &BatchRepairs::takeBack);
    const auto search = [this] {
        if (const auto &done = m_review->lastRepair())
            static_cast<SimilarPanel *>(m_panels->content("similarRepairs"_L1))->search(done->repair, done->text, done->holding);
    };
    connect(similar, &QAction::triggered, this, [this, search](bool on) {
        if (!on)
            return;
        search();
        m_panels->content("similarRepairs"_L1)->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_review, &ReviewPage::repaired, this, [this, similar, search] {
        if (similar->isChecked())
            search();
        else if (!m_list->unfinished(m_desk.reportId(), true).isEmpty())
            statusBar()->showMessage(
                tr("已修复。别的报告若有同样的毛病，可以同样修复：%1").arg(similar->shortcut().toString(QKeySequence::NativeText)), 8000);
    });
}

} // namespace gouji
