// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/aboutpage.h"

#include "common/theme.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVBoxLayout>

#include <unicode/uversion.h>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// Version a part was built with; empty where it is not known.
QString builtWith(const QString &part)
{
    for (const QString &entry : QStringLiteral(GOUJI_PARTS).split(u'|')) {
        if (entry.startsWith(part + u'='))
            return entry.mid(part.size() + 1);
    }
    return {};
}

QString sqliteVersion()
{
    const QString name = u"about"_s;
    QString version;
    {
        QSqlDatabase base = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        base.setDatabaseName(u":memory:"_s);
        if (base.open()) {
            QSqlQuery query(u"select sqlite_version()"_s, base);
            if (query.next())
                version = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return version;
}

QString icuVersion()
{
    UVersionInfo numbers;
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_getVersion(numbers);
    u_versionToString(numbers, text);
    return QString::fromLatin1(text);
}

} // namespace

QList<AboutPage::Part> AboutPage::parts()
{
    return {
        {u"Qt"_s, QString::fromLatin1(qVersion()), u"LGPL-3.0"_s, tr("界面、打印")},
        {u"Qt Charts"_s, QString::fromLatin1(qVersion()), u"GPL-3.0"_s, tr("图表")},
        {u"ICU"_s, icuVersion(), u"Unicode-3.0"_s, tr("编码、字形归一、拼音")},
        {u"SQLite"_s, sqliteVersion(), tr("公有领域"), tr("数据文件")},
        {u"libarchive"_s, builtWith(u"libarchive"_s), u"BSD-2-Clause"_s, tr("Office 文件、压缩包")},
        {u"Poppler"_s, builtWith(u"poppler"_s), u"GPL-2.0-or-later"_s, tr("读 PDF、画原页")},
        {u"QPDF"_s, builtWith(u"qpdf"_s), u"Apache-2.0"_s, tr("PDF 的附件和修复")},
        {u"Tesseract"_s, builtWith(u"tesseract"_s), u"Apache-2.0"_s, tr("识别扫描件")},
        {u"Leptonica"_s, builtWith(u"leptonica"_s), u"BSD-2-Clause"_s, tr("整理扫描的图")},
        {u"Noto Sans CJK"_s, {}, u"OFL-1.1"_s, tr("打印用的字体")},
    };
}

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
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("关于勾稽"));
    text->setText(tr("<p>政府信息公开工作年度报告的核查工具。原文印的数从不被改写；可能有错的数从不当作确定的数显示。</p>"
                     "<p>不连网络，数据只在本机。同样的输入总得到同样的结果。</p>"
                     "<p>许可：GPL-3.0-or-later。本程序不附带任何担保。</p>"));
    QString rows;
    for (const Part &p : parts()) {
        rows += u"<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2&nbsp;&nbsp;</td><td>%3&nbsp;&nbsp;</td><td>%4</td></tr>"_s.arg(
            p.name.toHtmlEscaped(), p.version.toHtmlEscaped(), p.licence.toHtmlEscaped(), p.use.toHtmlEscaped());
    }
    auto *table = new QLabel(u"<p>%1</p><table cellpadding=\"2\">%2</table>"_s.arg(tr("使用的部件："), rows), this);
    table->setObjectName(u"aboutParts"_s);
    table->setTextFormat(Qt::RichText);
    table->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    table->setAccessibleName(tr("使用的部件"));
    auto *done = new QPushButton(tr("返回"), this);
    done->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(done, &QPushButton::clicked, this, &AboutPage::closeRequested);
    column->addStretch(1);
    column->addWidget(picture);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(table);
    column->addWidget(done);
    column->addStretch(2);
}

} // namespace gouji
