// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewactions.h"

namespace gouji {

using namespace Qt::StringLiterals;

ReviewActions::ReviewActions(QWidget *page, const QList<QWidget *> &keyViews)
    : ActionList(page)
{
    using G = ActionGroup;
    undo = add({"undo", G::EditUndo, tr("撤销"), tr("收回上一个动作"), {Qt::CTRL | Qt::Key_Z}, "undo"});
    redo = add({"redo", G::EditUndo, tr("重做"), tr("重新做收回的动作"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}, "redo"});
    edit = add({"edit", G::EditCell, tr("编辑单元格"), tr("就地修改；直接键入数字也可以"), {Qt::Key_F2}, "edit"}, keyViews);
    clear = add({"clear", G::EditCell, tr("清空单元格"), tr("改为空白"), {Qt::Key_Delete}}, keyViews);
    cut = add({"cut", G::EditClipboard, tr("剪切一段"), tr("选同一行的几个数，粘贴时移到新的位置"), {QKeySequence::Cut}}, keyViews);
    copy = add({"copy", G::EditClipboard, tr("复制"), tr("复制所选的数"), {QKeySequence::Copy}}, keyViews);
    paste = add({"paste", G::EditClipboard, tr("粘贴到此处"), tr("从这里起贴入剪切的一段，或从表格软件、原文复制的一行或几行"),
                    {QKeySequence::Paste}},
        keyViews);
    shiftLeft = add({"shiftLeft", G::EditRow, tr("左移"), tr("本行从这里起左移一格"), {Qt::ALT | Qt::Key_Left}, "shift-left"});
    shiftRight = add({"shiftRight", G::EditRow, tr("右移"), tr("本行从这里起右移一格"), {Qt::ALT | Qt::Key_Right}, "shift-right"});
    insertValue
        = add({"insertValue", G::EditRow, tr("插入一个数"), tr("在这里插入一个数，本行其余右移"), {Qt::Key_Insert}, "insert"}, keyViews);
    deleteValue
        = add({"deleteValue", G::EditRow, tr("删去此数并左移"), tr("删去这个数，本行其余左移"), {Qt::CTRL | Qt::Key_Delete}, "delete"});
    splitValue = add({"splitValue", G::EditRow, tr("拆成两个数…"), tr("连在一起的两个数，如 1203 拆为 120 和 3"), {Qt::Key_S}}, keyViews);
    joinValues = add({"joinValues", G::EditRow, tr("与右边的数合并"), tr("断开的一个数，如 12 和 03 合为 1203"), {Qt::Key_J}}, keyViews);
    rejoinRow
        = add({"rejoinRow", G::EditRow, tr("接回本行的后几格"), tr("被换页截断的一行：后几格在下一行，或在原文里没有用到"), {Qt::Key_E}},
            keyViews);
    swapRows = add({"swapRows", G::EditTable, tr("与另一行对调…"), tr("两行的数互换"), {Qt::Key_X}}, keyViews);
    relabelRow = add({"relabelRow", G::EditTable, tr("改归另一行…"), tr("这一行的数其实是另一行的；那一行须空着"), {Qt::Key_R}}, keyViews);
    dropRow = add({"dropRow", G::EditTable, tr("删去本行的数"), tr("这些数不属于这张表；原文里标作没有用到"), {Qt::Key_D}}, keyViews);
    pullRows = add(
        {"pullRows", G::EditTable, tr("删去本行，下面上移"), tr("多读了一行：下面各行上移，到空着的一行为止"), {Qt::SHIFT | Qt::Key_D}},
        keyViews);
    pushRows
        = add({"pushRows", G::EditTable, tr("从本行起下移一行"), tr("少读了一行：各行下移，到空着的一行为止"), {Qt::SHIFT | Qt::Key_I}},
            keyViews);
    take = add(
        {"take", G::EditCell, tr("用于此单元格"), tr("把原文中选定的数字用于当前单元格；也可以拖过去"), {Qt::CTRL | Qt::Key_T}, "take"});
    suggest
        = add({"suggest", G::CheckSuggest, tr("采用首个建议"), tr("采用下方指着的建议，没有指着的就是第一个"), {Qt::Key_Space}, "suggest"},
            keyViews);
    pointNext
        = add({"pointNext", G::CheckSuggest, tr("看下一个建议"), tr("在表格里预览下一个建议；空格采用"), {Qt::ALT | Qt::Key_Down}, "down"});
    pointPrevious
        = add({"pointPrevious", G::CheckSuggest, tr("看上一个建议"), tr("在表格里预览上一个建议；空格采用"), {Qt::ALT | Qt::Key_Up}, "up"});
    for (int i = 1; i <= 9; ++i) {
        const QByteArray name = "choice" + QByteArray::number(i);
        choices << add({name.constData(), G::CheckSuggest, tr("建议 %1").arg(i), tr("采用下方的第 %1 个建议").arg(i),
            {QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + i))}});
    }
    copyExplanation = add({"copyExplanation", G::EditClipboard, tr("复制单元格说明"), tr("复制数值的来历、勾稽和问题，作为文字"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, "copy"});
    confirmCell = add({"confirmCell", G::CheckConfirm, tr("确认单元格"), tr("确认读数无误"), {Qt::Key_C}, "confirm"}, keyViews);
    confirmRow
        = add({"confirmRow", G::CheckConfirm, tr("确认整行"), tr("确认整行读数无误"), {Qt::SHIFT | Qt::Key_C}, "confirm-row"}, keyViews);
    judgeConfirmed = add({"judgeConfirmed", G::CheckConfirm, tr("问题属实"), tr("报告确有选定的这个问题"), {Qt::Key_Y}}, keyViews);
    judgeReturned = add({"judgeReturned", G::CheckConfirm, tr("退回单位"), tr("请单位更正或说明选定的这个问题"), {Qt::Key_T}}, keyViews);
    judgeDismissed = add(
        {"judgeDismissed", G::CheckConfirm, tr("不是问题…"), tr("核对后认为选定的问题不是问题；写明理由，回车"), {Qt::Key_N}}, keyViews);
    markDone = add({"markDone", G::CheckReports, tr("已审，看下一份"), tr("把这份报告标为已审，到下一份还有问题的报告"),
        {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, "done"});
    nextProblem
        = add({"nextProblem", G::CheckProblems, tr("下一处问题"), tr("到下一个需要人看的地方；看完一份到下一份"), {Qt::Key_F8}, "next"});
    previousProblem = add({"previousProblem", G::CheckProblems, tr("上一处问题"), tr("到上一个需要人看的地方；再往前是上一份"),
        {Qt::SHIFT | Qt::Key_F8}, "previous"});
    find = add({"find", G::EditFind, tr("在原文中查找"), tr("在原文中查找文字或数字"), {QKeySequence::Find}, "search"});
    findNext = add({"findNext", G::EditFind, tr("查找下一处"), tr("到原文中下一处找到的地方"), {Qt::Key_F3}});
    findPrevious = add({"findPrevious", G::EditFind, tr("查找上一处"), tr("到原文中上一处找到的地方"), {Qt::SHIFT | Qt::Key_F3}});
    legend = add({"legend", G::ViewReport, tr("图例"), tr("单元格各种标记的意思"), {Qt::CTRL | Qt::Key_L}, "legend"});
    legend->setCheckable(true);
    traceLines = add({"traceLines", G::ViewReport, tr("勾稽连线"),
        tr("把选定单元格与它所在等式的各格用线连起来；成立、不成立、无法判断各有线型"), {QKeySequence(u"Ctrl+Shift+L"_s)}});
    traceLines->setCheckable(true);
    traceLines->setChecked(true);
    lockScrolling = add({"lockScrolling", G::ViewReport, tr("一同滚动"), tr("原文与表格按行一同滚动"), {QKeySequence(u"Ctrl+Shift+S"_s)}});
    lockScrolling->setCheckable(true);
    lockScrolling->setChecked(true);
    setEnabled(false);
    setChoices({});
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
    for (QAction *a : all()) {
        const bool walks = a == nextProblem || a == previousProblem; // these lead to a report as well
        if (!a->isCheckable())
            a->setEnabled(any || walks);
    }
}

} // namespace gouji
