// SPDX-License-Identifier: GPL-3.0-or-later
// What bench_window compares with: a plain main window with the stock widgets the program's own is made of, Chinese menus
// and an empty SQLite file. Says "painted" and its memory when it can be used.
#include "firstpaint.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QStyleFactory>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QSqlDatabase base = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    base.setDatabaseName(app.arguments().value(1));
    if (!base.open() || !QSqlQuery(base).exec(u"create table if not exists report (id integer primary key, agency text)"_s))
        return 1;

    QMainWindow window;
    window.setWindowTitle(u"主窗口"_s);
    QToolBar *bar = window.addToolBar(u"工具栏"_s);
    for (const QString &menu : {u"文件(&F)"_s, u"编辑(&E)"_s, u"核查(&C)"_s, u"视图(&V)"_s, u"帮助(&H)"_s}) {
        QMenu *m = window.menuBar()->addMenu(menu);
        for (int i = 1; i <= 10; ++i) {
            QAction *action = m->addAction(u"%1第%2项"_s.arg(menu.left(2)).arg(i));
            action->setToolTip(u"这一项做的事"_s);
            if (i <= 2)
                bar->addAction(action);
        }
    }
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->addWidget(new QLineEdit);
    column->addWidget(new QListView);
    auto *start = new QWidget;
    auto *middle = new QVBoxLayout(start);
    middle->addStretch();
    auto *title = new QLabel(u"把报告拖到这里，或打开 Ctrl+O，或先看示例"_s);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    middle->addWidget(title);
    middle->addWidget(new QPushButton(u"打开报告…"_s));
    middle->addWidget(new QPushButton(u"先看示例"_s));
    middle->addStretch();
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    auto *head = new QHBoxLayout;
    for (int i = 0; i < 2; ++i) {
        head->addWidget(new QLineEdit);
        head->addWidget(new QComboBox);
    }
    rows->addLayout(head);
    auto *upper = new QSplitter;
    upper->addWidget(new QPlainTextEdit);
    auto *table = new QTableView;
    table->setModel(new QStandardItemModel(60, 8, table));
    upper->addWidget(table);
    auto *lower = new QSplitter;
    lower->addWidget(new QTreeView);
    lower->addWidget(new QTextBrowser);
    lower->addWidget(new QListView);
    rows->addWidget(new QTabBar);
    auto *both = new QSplitter(Qt::Vertical);
    both->addWidget(upper);
    both->addWidget(lower);
    rows->addWidget(both);
    auto *stack = new QStackedWidget;
    stack->addWidget(start);
    stack->addWidget(page);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(stack);
    window.setCentralWidget(splitter);
    window.statusBar()->addPermanentWidget(new QProgressBar);
    window.statusBar()->addPermanentWidget(new QToolButton);
    window.resize(1280, 800);
    window.show();
    FirstPaint watch(&window);
    return app.exec();
}
