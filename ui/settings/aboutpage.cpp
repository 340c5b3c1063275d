// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/aboutpage.h"

#include "common/theme.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

AboutPage::AboutPage(QWidget *parent)
    : Page(parent)
{
    setObjectName(u"aboutPage"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *outer = new QHBoxLayout(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(3 * theme::Grid);
    outer->addStretch(1);
    outer->addLayout(column, 3);
    outer->addStretch(1);
    auto *picture = new QLabel(this);
    picture->setPixmap(QIcon(u":/icons/gouji.svg"_s).pixmap(QSize(16 * theme::Grid, 16 * theme::Grid), devicePixelRatioF()));
    auto *title = new QLabel(tr("勾稽 %1").arg(QStringLiteral(GOUJI_VERSION)), this);
    title->setFont(theme::strong(theme::large(font())));
    auto *text = new QLabel(this);
    text->setObjectName(u"aboutText"_s);
    text->setWordWrap(true);
    text->setTextFormat(Qt::RichText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setText(tr("<p>政府信息公开工作年度报告的核查工具。原文印的数从不被改写；可能有错的数从不当作确定的数显示。</p>"
                     "<p>不连网络，数据只在本机。同样的输入总得到同样的结果。</p>"
                     "<p>许可：GPL-3.0-or-later。本程序不附带任何担保。</p>"
                     "<p>使用的部件：Qt %1（LGPL-3.0 / GPL-3.0），ICU（Unicode 许可），SQLite（公有领域）。</p>")
                      .arg(QLatin1StringView(qVersion())));
    auto *done = new QPushButton(tr("返回"), this);
    done->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(done, &QPushButton::clicked, this, &AboutPage::closeRequested);
    column->addStretch(1);
    column->addWidget(picture);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(done);
    column->addStretch(2);
}

} // namespace gouji
