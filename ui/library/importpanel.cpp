// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/importpanel.h"

#include "common/theme.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int FileRole = Qt::UserRole;

/// What came of a batch of an earlier session.
QString recalled(const ImportState &s)
{
    const QString what = s.sources.size() == 1
        ? QFileInfo(s.sources.first()).fileName()
        : ImportPanel::tr("%1 等 %2 项").arg(QFileInfo(s.sources.value(0)).fileName(), QString::number(s.sources.size()));
    const QString when = QLocale().toString(s.recalled.toLocalTime(), QLocale::ShortFormat);
    const QString came = s.ended ? ImportPanel::tr("上次导入（%1，%2）已完成，存下的在报告列表里。")
                                 : ImportPanel::tr("上次导入（%1，%2）没有完成，可以继续。");
    QString words = came.arg(what, when);
    if (!s.failures.isEmpty())
        words += ImportPanel::tr(" 没有读成 %1 份。").arg(s.failures.size());
    return words;
}

} // namespace

ImportPanel::ImportPanel(Importer &importer, QWidget *parent)
    : QWidget(parent)
    , m_importer(importer)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
{
    setObjectName(u"importPanel"_s);
    setProperty("manualTopic", tr("导入"));
    m_words->setObjectName(u"importWords"_s);
    m_bar->setObjectName(u"importProgress"_s);
    m_bar->setAccessibleName(tr("导入进度"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(60 * theme::Grid);
    const auto button = [this](const char *name, const QString &text, const QString &tip, auto act) {
        auto *b = new QPushButton(text, this);
        b->setObjectName(QLatin1StringView(name));
        b->setToolTip(tip);
        connect(b, &QPushButton::clicked, this, act);
        return b;
    };
    m_stop = button("importStop", tr("停止"), tr("停下来；已存的留着，以后可以接着导入"), [this] { m_importer.stop(); });
    m_resume = button("importResume", tr("继续导入"), tr("接着导入其余文件；已存的自动跳过"), [this] { m_importer.resume(); });
    m_retry = button("importRetry", tr("重试选中的"), tr("再读一次选中的文件"), [this] { m_importer.retry(chosen()); });
    m_retryAll = button("importRetryAll", tr("全部重试"), tr("再读一次所有没有读成的文件"), [this] {
        QStringList files;
        for (const ImportFailure &f : m_importer.state().failures)
            files << f.file;
        files.removeAll(QString());
        m_importer.retry(files);
    });
    m_reveal = button("importReveal", tr("打开所在文件夹"), tr("在文件管理器里找到选中的文件"), [this] { reveal(); });
    m_forget = button("importForget", tr("不再列出"), tr("收起这次导入和没有读成的文件；文件本身不动"), [this] { m_importer.forget(); });
    m_view->setObjectName(u"importFailures"_s);
    m_view->setAccessibleName(tr("没有读成的文件"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * theme::Grid);
    top->addWidget(m_words);
    top->addWidget(m_bar);
    top->addStretch(1);
    for (QPushButton *b : {m_stop, m_resume, m_retry, m_retryAll, m_reveal, m_forget})
        top->addWidget(b);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * theme::Grid, 2 * theme::Grid, 3 * theme::Grid, 2 * theme::Grid);
    column->setSpacing(2 * theme::Grid);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    connect(&importer, &Importer::changed, this, &ImportPanel::tell);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportPanel::tell);
    tell();
}

void ImportPanel::fill()
{
    const QList<ImportFailure> &failures = m_importer.state().failures;
    bool same = failures.size() == m_model->rowCount();
    for (int i = 0; same && i < m_model->rowCount(); ++i)
        same = m_model->item(i)->data(FileRole).toString() == failures[i].file && m_model->item(i, 1)->text() == failures[i].error.message;
    if (same)
        return;
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("文件"), tr("没有读成的原因")});
    for (const ImportFailure &f : failures) {
        auto *name = new QStandardItem(f.file.isEmpty() ? tr("（数据文件）") : QFileInfo(f.file).fileName());
        name->setData(f.file, FileRole);
        name->setToolTip(f.file);
        auto *reason = new QStandardItem(f.error.message);
        reason->setToolTip(f.error.message);
        m_model->appendRow({name, reason});
    }
    m_view->header()->resizeSection(0, 80 * theme::Grid);
}

QSize ImportPanel::sizeHint() const
{
    constexpr int MostLines = 5;
    const QMargins margins = layout()->contentsMargins();
    int height = margins.top() + margins.bottom() + m_forget->sizeHint().height();
    if (const int lines = std::min(m_model->rowCount(), MostLines); lines > 0)
        height += layout()->spacing() + m_view->header()->sizeHint().height() + lines * m_view->sizeHintForRow(0) + theme::Grid;
    return {QWidget::sizeHint().width(), height};
}

void ImportPanel::tell()
{
    fill();
    const ImportState &s = m_importer.state();
    QString words;
    if (s.running && s.total == 0)
        words = tr("正在查看文件…");
    else if (s.running)
        words = tr("正在导入 %1 / %2：%3").arg(s.done).arg(s.total).arg(s.name);
    else if (s.batch.isNull())
        words = tr("把文件夹、压缩包或许多文件拖进窗口，就在这里看进度。");
    else if (s.recalled.isValid())
        words = recalled(s);
    else if (!s.ended)
        words = tr("导入没有完成。");
    else
        words = tr("导入完成。");
    if (s.done > 0)
        words += tr(" 新存 %1 份，原已有 %2 份，没有读成 %3 份。").arg(s.kept).arg(s.known).arg(s.failures.size());
    m_words->setText(words);
    m_bar->setVisible(s.running);
    m_bar->setRange(0, int(s.total));
    m_bar->setValue(int(s.done));
    m_stop->setVisible(s.running);
    m_resume->setVisible(!s.running && !s.ended && !s.batch.isNull());
    const bool failed = !s.failures.isEmpty();
    for (QWidget *w : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_reveal), static_cast<QWidget *>(m_retry)})
        w->setVisible(failed);
    m_retryAll->setVisible(failed);
    m_forget->setVisible(!s.running && !s.batch.isNull());
    m_retry->setEnabled(!s.running && !chosen().isEmpty());
    m_retryAll->setEnabled(!s.running);
    m_reveal->setEnabled(!chosen().isEmpty());
    if (const int wished = sizeHint().height(); wished != m_wished) {
        m_wished = wished;
        updateGeometry();
        Q_EMIT heightChanged();
    }
}

QStringList ImportPanel::chosen() const
{
    QStringList out;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        out << index.data(FileRole).toString();
    out.removeAll(QString());
    return out;
}

void ImportPanel::reveal()
{
    for (const QString &file : chosen().mid(0, 1)) // a member of an archive is shown where the archive lies
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file.section(u".zip!"_s, 0, 0)).absolutePath()));
}

} // namespace gouji
