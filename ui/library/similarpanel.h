// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/similarreports.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTimer;
class QTreeView;

namespace gouji {

class BatchRepairs;
class Desk;

/// The other reports that a repair would help as it helped the open one: how the row stands and how it would, and what
/// that mends, before anything is done; then all that are ticked as one step, which is taken back as one. They are looked
/// for one at a time, between events.
class SimilarPanel : public QWidget {
    Q_OBJECT
public:
    SimilarPanel(Desk &desk, BatchRepairs &batch, QWidget *parent = nullptr);

    /// Starts to look; `text` names the repair, `holding` is Effect::holding of it.
    void search(const Repair &repair, const QString &text, const QStringList &holding);
    void stop(); ///< what was found stays
    bool isSearching() const;
    QTreeView *view() const { return m_view; }
    QSize sizeHint() const override; ///< a few lines: the report above stays in sight

public Q_SLOTS:
    void apply(); ///< to those that are ticked

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Column { NameColumn, NowColumn, ThenColumn, EffectColumn };

    void lookOn();
    void add(const SimilarReport &similar);
    QList<SimilarReport> ticked() const;
    void tell();

    Desk &m_desk;
    BatchRepairs &m_batch;
    QLabel *m_head;
    QLabel *m_words;
    QTreeView *m_view;
    QStandardItemModel *m_model;
    QPushButton *m_apply;
    QPushButton *m_back;
    QTimer *m_timer;
    Repair m_repair;
    QStringList m_holding;
    QList<StoredReport> m_waiting;
    qsizetype m_looked = 0;
    qsizetype m_total = 0;
    QList<SimilarReport> m_found; ///< one a row
    QString m_outcome; ///< what was done, or taken back
};

} // namespace gouji
