// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewactions.h"

#include "common/icons.h"

#include <QWidget>

namespace gouji {

using namespace Qt::StringLiterals;

ReviewActions::ReviewActions(QWidget *page, const QList<QWidget *> &keyViews)
    : QObject(page)
    , m_page(page)
    , m_views(keyViews)
{
    undo = make("undo", u"undo"_s, tr("撤销"), tr("收回上一个动作"), {Qt::CTRL | Qt::Key_Z});
    redo = make("redo", u"redo"_s, tr("重做"), tr("重新做收回的动作"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    edit = make("edit", u"edit"_s, tr("编辑单元格"), tr("就地修改；直接键入数字也可以"), {Qt::Key_F2}, true);
    clear = make("clear", {}, tr("清空单元格"), tr("改为空白"), {Qt::Key_Delete}, true);
    cut = make("cut", {}, tr("剪切一段"), tr("选同一行的几个数，粘贴时移到新的位置"), {QKeySequence::Cut}, true);
    copy = make("copy", {}, tr("复制"), tr("复制所选的数"), {QKeySequence::Copy}, true);
    paste = make("paste", {}, tr("粘贴到此处"), tr("把剪切的一段移到从这里起的位置"), {QKeySequence::Paste}, true);
    shiftLeft = make("shiftLeft", u"shift-left"_s, tr("左移"), tr("本行从这里起左移一格"), {Qt::ALT | Qt::Key_Left});
    shiftRight = make("shiftRight", u"shift-right"_s, tr("右移"), tr("本行从这里起右移一格"), {Qt::ALT | Qt::Key_Right});
    insertValue = make("insertValue", u"insert"_s, tr("插入一个数"), tr("在这里插入一个数，本行其余右移"), {Qt::Key_Insert}, true);
    deleteValue = make("deleteValue", u"delete"_s, tr("删去此数并左移"), tr("删去这个数，本行其余左移"), {Qt::CTRL | Qt::Key_Delete});
    take = make("take", u"take"_s, tr("用于此单元格"), tr("把原文中选定的数字用于当前单元格；也可以拖过去"), {Qt::CTRL | Qt::Key_T});
    suggest = make("suggest", u"suggest"_s, tr("采用首个建议"), tr("采用下方指着的建议，没有指着的就是第一个"), {Qt::Key_Space}, true);
    pointNext = make("pointNext", u"down"_s, tr("看下一个建议"), tr("在表格里预览下一个建议；空格采用"), {Qt::ALT | Qt::Key_Down});
    pointPrevious = make("pointPrevious", u"up"_s, tr("看上一个建议"), tr("在表格里预览上一个建议；空格采用"), {Qt::ALT | Qt::Key_Up});
    for (int i = 1; i <= 9; ++i) {
        const QByteArray name = "choice" + QByteArray::number(i);
        choices << make(name.constData(), {}, tr("建议 %1").arg(i), {}, {QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + i))});
    }
    copyExplanation = make(
        "copyExplanation", u"copy"_s, tr("复制单元格说明"), tr("复制数值的来历、勾稽和问题，作为文字"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    confirmCell = make("confirmCell", u"confirm"_s, tr("确认单元格"), tr("确认读数无误（在表格中按 C）"), {Qt::CTRL | Qt::Key_Return});
    confirmRow = make("confirmRow", u"confirm-row"_s, tr("确认整行"), tr("确认整行读数无误（在表格中按 Shift+C）"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Return});
    nextProblem = make("nextProblem", u"next"_s, tr("下一处问题"), tr("到下一个需要人看的地方"), {Qt::Key_F8});
    previousProblem = make("previousProblem", u"previous"_s, tr("上一处问题"), tr("到上一个需要人看的地方"), {Qt::SHIFT | Qt::Key_F8});
    find = make("find", u"search"_s, tr("在原文中查找"), tr("在原文中查找文字或数字"), {QKeySequence::Find});
    findNext = make("findNext", {}, tr("查找下一处"), {}, {Qt::Key_F3});
    findPrevious = make("findPrevious", {}, tr("查找上一处"), {}, {Qt::SHIFT | Qt::Key_F3});
    legend = make("legend", u"legend"_s, tr("图例"), tr("单元格各种标记的意思"), {Qt::CTRL | Qt::Key_L});
    legend->setCheckable(true);
    setEnabled(false);
    setChoices({});
}

QAction *ReviewActions::make(
    const char *name, const QString &iconName, const QString &text, const QString &tip, const QList<QKeySequence> &keys, bool viewsOnly)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcuts(keys);
    action->setShortcutContext(viewsOnly ? Qt::WidgetShortcut : Qt::WidgetWithChildrenShortcut);
    const QString key = keys.first().toString(QKeySequence::NativeText);
    action->setToolTip(tip.isEmpty() ? tr("%1（%2）").arg(text, key) : tr("<b>%1</b>（%2）<br>%3").arg(text, key, tip));
    action->setStatusTip(tip);
    if (viewsOnly) {
        for (QWidget *view : std::as_const(m_views))
            view->addAction(action);
    } else {
        m_page->addAction(action);
    }
    m_all << action;
    return action;
}

void ReviewActions::setChoices(const QStringList &labels)
{
    for (int i = 0; i < int(choices.size()); ++i) {
        const bool offered = i < labels.size();
        choices[i]->setVisible(offered);
        choices[i]->setEnabled(offered);
        if (offered)
            choices[i]->setText(QString(labels[i]).replace(u'&', u"&&"_s));
    }
    pointNext->setEnabled(!labels.isEmpty());
    pointPrevious->setEnabled(!labels.isEmpty());
    suggest->setEnabled(!labels.isEmpty());
}

void ReviewActions::setEnabled(bool any)
{
    for (QAction *a : std::as_const(m_all)) {
        if (a != legend)
            a->setEnabled(any);
    }
}

} // namespace gouji
