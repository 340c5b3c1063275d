// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that shows the rules and what they read in the prose, and takes a rule file of one's own.
#include "mainwindow.h"

#include "common/messagebar.h"
#include "numbers/numberspanel.h"
#include "review/reviewpage.h"
#include "rules/rulespage.h"
#include "settings/preferences.h"

namespace gouji {

using namespace Qt::StringLiterals;

QWidget *MainWindow::makeNumbers()
{
    auto *panel = new NumbersPanel;
    panel->setSession(m_desk.session());
    connect(&m_desk, &Desk::opened, panel, [this, panel] { panel->setSession(m_desk.session()); });
    connect(&m_desk, &Desk::aboutToClose, panel, [panel] { panel->setSession(nullptr); });
    connect(panel, &NumbersPanel::numberRequested, this, [this](const TextRange &number, const TextRange &sentence, CellId cell) {
        showHome();
        m_review->showPassage({number, sentence}, cell);
    });
    return panel;
}

Page *MainWindow::makeRules()
{
    auto *page = new RulesPage({[this] { return &m_desk.rules(); }, [this] { return m_desk.session(); },
        [this] { return m_preferences.rulesFile(); }, [this] { return m_desk.rulesStatus(); }});
    connect(&m_desk, &Desk::rulesChanged, page, &RulesPage::refresh);
    connect(page, &RulesPage::reloadRequested, this, [this] { useRules(m_preferences.rulesFile()); });
    connect(page, &RulesPage::cellRequested, this, &MainWindow::goToCell);
    return page;
}

void MainWindow::useRules(const QString &file)
{
    if (const Status used = m_desk.useRules(file); !used)
        m_message->show(MessageBar::Kind::Warning, tr("自己的规则没有采用：%1").arg(used.error().message));
    else
        m_message->clear();
}

QString MainWindow::storeText() const
{
    if (!m_desk.awaitedStore().isEmpty())
        return tr("正在连接 %1…").arg(Store::shown(m_desk.awaitedStore()));
    const QString file = m_desk.storeFile();
    return file.isEmpty() ? tr("没有数据文件，更改只留到窗口关闭") : tr("正在使用：%1").arg(Store::shown(file));
}

QString MainWindow::rulesText() const
{
    const qsizetype count = m_desk.rules().rules().size();
    if (const Status &used = m_desk.rulesStatus(); !used)
        return tr("自带规则 %1 条；没有采用自己的规则：%2").arg(count).arg(used.error().message);
    return m_preferences.rulesFile().isEmpty() ? tr("自带规则 %1 条").arg(count) : tr("规则 %1 条，连同自己的规则").arg(count);
}

} // namespace gouji
