// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulespage.h"

#include "common/findingwords.h"
#include "common/icons.h"
#include "common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

RulesPage::RulesPage(Source source, QWidget *parent)
    : Page(parent)
    , m_source(std::move(source))
    , m_model(new RulesModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_trial(new TrialModel(this))
    , m_rules(new QTreeView(this))
    , m_demands(new QTreeView(this))
    , m_search(new QLineEdit(this))
    , m_file(new QLabel(this))
    , m_title(new QLabel(this))
    , m_says(new QLabel(this))
    , m_detail(new QLabel(this))
{
    setObjectName(u"rulesPage"_s);
    setProperty("manualTopic", tr("规则"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * theme::Grid, 4 * theme::Grid, 4 * theme::Grid, 4 * theme::Grid);
    column->setSpacing(2 * theme::Grid);
    column->addWidget(head());
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(2 * theme::Grid);
    splitter->addWidget(list());
    splitter->addWidget(tester());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({600, 400});
    column->addWidget(splitter, 1);
    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_rules->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RulesPage::showRule);
    const auto go = [this](const QModelIndex &index) {
        if (const CellId cell = m_trial->cell(index); cell.isValid())
            Q_EMIT cellRequested(cell);
    };
    connect(m_demands, &QTreeView::activated, this, go);
    setFocusProxy(m_search);
}

QWidget *RulesPage::head()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::Grid);
    auto *title = new QLabel(tr("规则"), bar);
    title->setFont(theme::strong(theme::large(font())));
    m_search->setObjectName(u"rulesSearch"_s);
    m_search->setPlaceholderText(tr("编号、名称或依据中的字"));
    m_search->setAccessibleName(tr("查找规则"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(60 * theme::Grid);
    m_file->setObjectName(u"rulesFile"_s);
    m_file->setWordWrap(true);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *reload = new QPushButton(tr("重新载入"), bar);
    reload->setObjectName(u"rulesReload"_s);
    reload->setToolTip(tr("再读一次自己的规则文件，并重新核查"));
    auto *done = new QPushButton(tr("返回"), bar);
    done->setObjectName(u"rulesDone"_s);
    row->addWidget(title);
    row->addWidget(m_search);
    row->addWidget(m_file, 1);
    row->addWidget(reload);
    row->addWidget(done);
    connect(reload, &QPushButton::clicked, this, &RulesPage::reloadRequested);
    connect(done, &QPushButton::clicked, this, &Page::closeRequested);
    return bar;
}

QWidget *RulesPage::list()
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setSortRole(Qt::DisplayRole);
    m_rules->setObjectName(u"rulesView"_s);
    m_rules->setAccessibleName(tr("规则列表"));
    m_rules->setModel(m_filter);
    m_rules->setRootIsDecorated(false);
    m_rules->setUniformRowHeights(true);
    m_rules->setAllColumnsShowFocus(true);
    m_rules->setSortingEnabled(true);
    m_rules->sortByColumn(-1, Qt::AscendingOrder); // as in the file
    m_rules->setIconSize(QSize(4 * theme::Grid, 4 * theme::Grid));
    QHeaderView *header = m_rules->header();
    header->setStretchLastSection(true);
    const int character = theme::characterWidth(fontMetrics());
    header->resizeSection(RulesModel::TitleColumn, 15 * character);
    header->resizeSection(RulesModel::IdColumn, 11 * character);
    header->resizeSection(RulesModel::OriginColumn, 5 * character);
    for (const int column : {RulesModel::OutcomeColumn, RulesModel::SeverityColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header->resizeSection(RulesModel::BasisColumn, 3 * character); // it takes what is left
    header->setSectionHidden(RulesModel::VersionColumn, true); // it is told beside the list, and leaves room for the basis
    m_rules->viewport()->installEventFilter(this);
    return m_rules;
}

/// Id and origin of the chosen rule are told beside the list, and give way before it scrolls sideways.
void RulesPage::giveWay()
{
    QHeaderView *header = m_rules->header();
    int needed = 3 * theme::characterWidth(fontMetrics()); // of the basis
    for (const int column : {RulesModel::OutcomeColumn, RulesModel::TitleColumn, RulesModel::SeverityColumn})
        needed += header->sectionSize(column);
    for (const auto &[column, characters] : {std::pair(RulesModel::IdColumn, 11), std::pair(RulesModel::OriginColumn, 5)}) {
        needed += characters * theme::characterWidth(fontMetrics());
        header->setSectionHidden(column, needed > m_rules->viewport()->width());
    }
}

bool RulesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_rules->viewport() && event->type() == QEvent::Resize)
        giveWay();
    return Page::eventFilter(watched, event);
}

QWidget *RulesPage::tester()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Grid);
    m_title->setFont(theme::strong(font()));
    m_says->setObjectName(u"trialSays"_s);
    m_detail->setObjectName(u"ruleDetail"_s);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_says, m_detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    m_demands->setObjectName(u"trialView"_s);
    m_demands->setAccessibleName(tr("这条规则在本报告上的结果"));
    m_demands->setModel(m_trial);
    m_demands->setUniformRowHeights(true);
    m_demands->setToolTip(tr("双击单元格，到表格里去看"));
    m_demands->setTextElideMode(Qt::ElideRight);
    m_demands->header()->setStretchLastSection(false);
    m_demands->header()->setSectionResizeMode(TrialModel::TextColumn, QHeaderView::Stretch);
    m_demands->header()->resizeSection(TrialModel::ValueColumn, 10 * theme::characterWidth(fontMetrics()));
    column->addWidget(m_demands, 1);
    return pane;
}

void RulesPage::aboutToShow()
{
    refresh();
    if (!m_rules->currentIndex().isValid())
        m_rules->setCurrentIndex(m_filter->index(0, 0));
}

void RulesPage::refresh()
{
    const QString chosen = currentRule();
    const RuleBook &rules = *m_source.rules();
    QList<RuleTrial> trials;
    if (const ReviewSession *session = m_source.session()) {
        const Dossier dossier = session->dossier();
        for (const Rule &rule : rules.rules())
            trials << tryRule(rule, dossier, rules, session->findings());
    }
    m_model->setRules(rules.rules(), trials);
    const QString file = m_source.ownFile();
    const Status status = m_source.status();
    if (file.isEmpty())
        m_file->setText(tr("自带规则 %1 条。设置里可以指定自己的规则文件。").arg(rules.rules().size()));
    else if (!status)
        m_file->setText(tr("自己的规则没有采用，只用自带的：%1").arg(status.error().message));
    else
        m_file->setText(tr("规则 %1 条，自己的规则文件：%2").arg(rules.rules().size()).arg(file));
    selectRule(chosen);
}

QString RulesPage::currentRule() const
{
    const QModelIndex index = m_filter->mapToSource(m_rules->currentIndex());
    return index.isValid() ? m_model->rule(index.row()).id : QString();
}

void RulesPage::selectRule(const QString &id)
{
    const QModelIndexList found = m_model->match(m_model->index(0, RulesModel::IdColumn), Qt::DisplayRole, id, 1, Qt::MatchExactly);
    if (!id.isEmpty() && !found.isEmpty())
        m_rules->setCurrentIndex(m_filter->mapFromSource(found.first().siblingAtColumn(0)));
    showRule();
}

void RulesPage::showRule()
{
    const QModelIndex index = m_filter->mapToSource(m_rules->currentIndex());
    if (!index.isValid()) {
        for (QLabel *label : {m_title, m_says, m_detail})
            label->clear();
        m_trial->setTrial({});
        return;
    }
    const Rule &rule = m_model->rule(index.row());
    const RuleTrial trial = m_model->trial(index.row());
    m_title->setText(rule.title + u"（"_s + rule.id + u'）');
    m_says->setText(m_model->hasTrials() ? tr("本报告：%1。%2").arg(RulesModel::resultText(trial.outcome), trial.why)
                                         : tr("打开一份报告，这里就逐式列出所用的单元格、数值和结果。"));
    QStringList detail{tr("级别 %1；来源 %2；版本 %3").arg(severityWord(rule.severity), RulesModel::originText(rule)).arg(rule.version),
        tr("依据：%1").arg(rule.basis)};
    if (!rule.forms.isEmpty())
        detail << tr("只用于 %1 年格式").arg(rule.forms.join(u"、"_s));
    m_detail->setText(detail.join(u'\n'));
    m_trial->setTrial(trial);
    constexpr int FewDemands = 3;
    for (int row = 0; row < m_trial->rowCount(); ++row) {
        if (m_trial->rowCount() <= FewDemands || trial.demands[row].outcome == RuleTrial::Outcome::Fails)
            m_demands->expand(m_trial->index(row, 0));
    }
}

} // namespace gouji
