// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/startpage.h"

#include "common/icons.h"
#include "common/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

QStringList StartPage::samples()
{
    QStringList out;
    for (const QString &name : QDir(u":/samples"_s).entryList(QDir::Files, QDir::Name))
        out << u":/samples/"_s + name;
    return out;
}

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_open(new QPushButton(this))
    , m_queue(new QPushButton(this))
    , m_recentBox(new QWidget(this))
{
    setObjectName(u"startPage"_s);
    setProperty("manualTopic", tr("打开"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *title = new QLabel(tr("把报告、文件夹或压缩包拖到这里"), this);
    title->setFont(theme::large(font()));
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto *note = new QLabel(tr("政府信息公开工作年度报告：还原三张表，核对勾稽，逐处更正，打印核查意见表。一切都在本机完成。"), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setAlignment(Qt::AlignCenter);
    note->setWordWrap(true);

    m_queue->setObjectName(u"startQueue"_s);
    m_queue->setIcon(icon(u"list"_s));
    m_queue->hide();
    m_open->setObjectName(u"startOpen"_s);
    m_open->setIcon(icon(u"open"_s));
    m_open->setText(tr("打开报告…"));
    auto *folder = new QPushButton(icon(u"open"_s), tr("导入文件夹…"), this);
    folder->setObjectName(u"startFolder"_s);
    auto *paste = new QLabel(tr("也可以用 Ctrl+V 粘贴网页、表格或文字。"), this);
    paste->setForegroundRole(QPalette::PlaceholderText);
    paste->setFont(theme::small(font()));
    paste->setAlignment(Qt::AlignCenter);
    paste->setWordWrap(true);
    auto *sample = new QPushButton(icon(u"sample"_s), tr("先看示例"), this);
    sample->setObjectName(u"startSample"_s);
    auto *menu = new QMenu(sample);
    const QStringList paths = samples();
    for (const QString &path : paths)
        menu->addAction(QFileInfo(path).fileName(), this, [this, path] { Q_EMIT fileChosen(path); });
    sample->setMenu(menu);
    sample->setVisible(!paths.isEmpty());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * theme::Grid);
    buttons->addStretch();
    buttons->addWidget(m_queue);
    buttons->addWidget(m_open);
    buttons->addWidget(folder);
    buttons->addWidget(sample);
    buttons->addStretch();

    m_recent = new QVBoxLayout(m_recentBox);
    m_recent->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8 * theme::Grid, 8 * theme::Grid, 8 * theme::Grid, 8 * theme::Grid);
    column->setSpacing(3 * theme::Grid);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(note);
    column->addSpacing(2 * theme::Grid);
    column->addLayout(buttons);
    column->addWidget(paste);
    column->addSpacing(4 * theme::Grid);
    column->addWidget(m_recentBox, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(folder, &QPushButton::clicked, this, &StartPage::folderRequested);
    connect(m_queue, &QPushButton::clicked, this, &StartPage::queueRequested);
    setFocusProxy(m_open);
}

void StartPage::setReportCount(int reports)
{
    m_queue->setVisible(reports > 0);
    m_queue->setText(tr("打开队列（%1 份报告）").arg(QLocale().toString(reports)));
    setFocusProxy(reports > 0 ? m_queue : m_open);
}

/// Outside of a dialog only Space presses a button; the hand that comes from a list presses Return.
void StartPage::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && button->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QWidget::keyPressEvent(event);
}

void StartPage::setRecentFiles(const QStringList &files)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button that was just pressed
        delete item;
    }
    m_recentBox->setVisible(!files.isEmpty());
    if (files.isEmpty())
        return;
    auto *head = new QLabel(tr("最近打开"), m_recentBox);
    head->setFont(theme::small(font()));
    head->setForegroundRole(QPalette::PlaceholderText);
    m_recent->addWidget(head);
    for (const QString &file : files) {
        auto *button = new QToolButton(m_recentBox);
        button->setText(QFileInfo(file).fileName());
        button->setToolTip(file);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, file] { Q_EMIT fileChosen(file); });
        m_recent->addWidget(button);
    }
}

} // namespace gouji
