// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/similarpanel.h"

#include "common/theme.h"
#include "library/batchrepairs.h"
#include "library/desk.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

SimilarPanel::SimilarPanel(Desk &desk, BatchRepairs &batch, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_batch(batch)
    , m_head(new QLabel(this))
    , m_words(new QLabel(this))
    , m_view(new QTreeView(this))
    , m_model(new QStandardItemModel(0, 4, this))
    , m_apply(new QPushButton(this))
    , m_back(new QPushButton(tr("撤销这一批(&Z)"), this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"similarPanel"_s);
    setProperty("manualTopic", tr("一份接一份"));
    m_head->setFont(theme::strong(font()));
    m_head->setWordWrap(true);
    m_words->setObjectName(u"similarWords"_s);
    m_words->setWordWrap(true);
    m_view->setObjectName(u"similarView"_s);
    m_view->setAccessibleName(tr("可以同样修复的报告"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->installEventFilter(this);
    m_model->setHorizontalHeaderLabels({tr("报告"), tr("这一行现在"), tr("改为"), tr("效果")});
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setStretchLastSection(true);
    m_apply->setObjectName(u"similarApply"_s);
    m_back->setObjectName(u"similarTakeBack"_s);
    m_back->setToolTip(tr("把刚才对这些报告做的一起撤销"));
    m_timer->setInterval(0);
    m_timer->setSingleShot(true);
    setFocusProxy(m_view);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_words, 1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * theme::Grid, theme::Grid, 2 * theme::Grid, theme::Grid);
    column->setSpacing(theme::Grid);
    column->addWidget(m_head);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);
    connect(m_timer, &QTimer::timeout, this, &SimilarPanel::lookOn);
    connect(m_apply, &QPushButton::clicked, this, &SimilarPanel::apply);
    connect(m_back, &QPushButton::clicked, &m_batch, &BatchRepairs::takeBack);
    connect(&m_batch, &BatchRepairs::takenBack, this, [this](const QString &words) {
        m_outcome = words;
        tell();
    });
    connect(&m_batch, &BatchRepairs::changed, this, &SimilarPanel::tell);
    connect(m_model, &QStandardItemModel::itemChanged, this, &SimilarPanel::tell);
    connect(&m_desk, &Desk::aboutToClose, this, &SimilarPanel::stop);
    m_head->setText(tr("先修复一行，再看别的报告是否有同样的毛病。"));
    tell();
}

QSize SimilarPanel::sizeHint() const { return QSize(QWidget::sizeHint().width(), 11 * fontMetrics().height()); }

void SimilarPanel::search(const Repair &repair, const QString &text, const QStringList &holding)
{
    stop();
    m_model->removeRows(0, m_model->rowCount());
    m_found.clear();
    m_outcome.clear();
    m_repair = repair;
    m_holding = holding;
    m_looked = m_total = 0;
    m_head->setText(tr("对别的报告也这样做——%1").arg(text));
    if (const auto similar = m_desk.similarReports()) {
        if (const auto candidates = similar->candidates(m_desk.reportId()))
            m_waiting = *candidates;
    }
    m_total = m_waiting.size();
    if (!m_waiting.isEmpty())
        m_timer->start();
    tell();
}

void SimilarPanel::stop()
{
    m_timer->stop();
    m_waiting.clear();
}

bool SimilarPanel::isSearching() const { return !m_waiting.isEmpty(); }

void SimilarPanel::lookOn()
{
    const auto similar = m_desk.similarReports();
    if (!similar || m_waiting.isEmpty())
        return stop();
    const StoredReport entry = m_waiting.takeFirst();
    ++m_looked;
    if (const auto found = similar->look(entry, m_repair, m_holding))
        add(*found);
    if (!m_waiting.isEmpty())
        m_timer->start();
    tell();
}

void SimilarPanel::add(const SimilarReport &similar)
{
    m_found << similar; // before the model tells of the new row
    const QString name = similar.entry.agency.isEmpty() ? similar.entry.fileName : similar.entry.agency;
    auto *item = new QStandardItem(similar.entry.year > 0 ? u"%1 %2"_s.arg(name).arg(similar.entry.year) : name);
    item->setCheckable(true);
    item->setCheckState(similar.findingsMade == 0 ? Qt::Checked : Qt::Unchecked);
    const QString effect = tr("修复 %1 项，新增 %2 项").arg(similar.findingsMended).arg(similar.findingsMade);
    item->setData(tr("%1，现在 %2，改为 %3，%4").arg(item->text(), similar.row, similar.mended, effect), Qt::AccessibleTextRole);
    const auto spaced = [](QString row) { return new QStandardItem(row.replace(u' ', u"\u2002"_s)); };
    m_model->appendRow({item, spaced(similar.row), spaced(similar.mended), new QStandardItem(effect)});
    if (m_found.size() == 1)
        m_view->setCurrentIndex(m_model->index(0, 0));
}

QList<SimilarReport> SimilarPanel::ticked() const
{
    QList<SimilarReport> out;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            out << m_found[row];
    }
    return out;
}

void SimilarPanel::tell()
{
    const qsizetype count = ticked().size();
    m_apply->setText(tr("对选中的 %1 份这样做(&A)").arg(count));
    m_apply->setEnabled(count > 0);
    m_view->setVisible(m_model->rowCount() > 0 || isSearching());
    m_apply->setVisible(m_model->rowCount() > 0);
    m_back->setVisible(m_batch.count() > 0);
    QString words = m_outcome;
    if (words.isEmpty() && isSearching())
        words = tr("正在看 %1 / %2，找到 %3 份").arg(m_looked).arg(m_total).arg(m_found.size());
    else if (words.isEmpty() && m_total > 0)
        words = m_found.isEmpty() ? tr("看过 %1 份，没有同样的毛病。").arg(m_total)
                                  : tr("看过 %1 份，找到 %2 份。空格勾选，回车执行。").arg(m_total).arg(m_found.size());
    else if (words.isEmpty() && !m_holding.isEmpty())
        words = tr("没有格式和文件种类都相同、还有问题的报告。");
    m_words->setText(words);
}

void SimilarPanel::apply()
{
    const QList<SimilarReport> chosen = ticked();
    if (chosen.isEmpty())
        return;
    stop();
    const BatchOutcome outcome = m_batch.apply(chosen, m_holding);
    m_outcome = tr("已对 %1 份报告这样做。").arg(outcome.done.size()) + outcome.failed.join(u' ');
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        if (outcome.done.contains(m_found[row].entry.id)) {
            m_found.removeAt(row);
            m_model->removeRow(row);
        }
    }
    tell();
}

bool SimilarPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (watched == m_view && (override || event->type() == QEvent::KeyPress)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool back = key->key() == Qt::Key_Z && key->modifiers() == Qt::ControlModifier && m_batch.count() > 0;
        if (override) { // here it is the batch that is taken back, not the last act on the open report
            event->setAccepted(back);
            return back;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            apply();
            return true;
        }
        if (back) {
            m_batch.takeBack();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gouji
