// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/reviewsession.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace gouji {

/// Agency, year, form and review state of the report, each to be mended in place; doubtful ones say so.
class ReportHeader : public QWidget {
    Q_OBJECT
public:
    explicit ReportHeader(QWidget *parent = nullptr);

    void setStates(const QList<QPair<QString, QString>> &states); ///< id, title
    void setSession(ReviewSession *session);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitAgency();
    void elideFacts();
    void markField(QWidget *field, QLabel *note, FieldStatus status);

    ReviewSession *m_session = nullptr;
    QLineEdit *m_agency;
    QLineEdit *m_year;
    QComboBox *m_form;
    QComboBox *m_state;
    QLabel *m_agencyNote;
    QLabel *m_yearNote;
    QLabel *m_formNote;
    QLabel *m_file;
    QString m_facts; ///< of the file, and what it is compared with
};

} // namespace gouji
