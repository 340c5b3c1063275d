// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/importer.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace gouji {

/// How far an import is, and which files could not be read and why: they stay listed until they are retried or put away.
class ImportPanel : public QWidget {
    Q_OBJECT
public:
    explicit ImportPanel(Importer &importer, QWidget *parent = nullptr);
    QSize sizeHint() const override; ///< as high as its lines, up to a few

Q_SIGNALS:
    void heightChanged(); ///< what sizeHint wishes

private:
    void tell();
    void fill();
    QStringList chosen() const; ///< the files of the chosen failures
    void reveal();

    Importer &m_importer;
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QPushButton *m_resume;
    QPushButton *m_retry;
    QPushButton *m_retryAll;
    QPushButton *m_reveal;
    QPushButton *m_forget;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    int m_wished = 0; ///< the height
};

} // namespace gouji
