// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textrange.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace gouji {

/// A line under the source for searching it: all matches are marked, the count is shown, F3 walks them.
class SearchBar : public QWidget {
    Q_OBJECT
public:
    explicit SearchBar(QWidget *parent = nullptr);

    void setText(const QString &document); ///< what is searched
    void open(const QString &wanted = {}); ///< shows the bar and puts the cursor in it
    const QList<TextRange> &matches() const { return m_matches; }

public Q_SLOTS:
    void next();
    void previous();

Q_SIGNALS:
    void matchesChanged(const QList<gouji::TextRange> &matches, int current);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void step(int by);
    void tell();

    QString m_text;
    QList<TextRange> m_matches;
    int m_current = -1;
    QLineEdit *m_field;
    QLabel *m_count;
};

} // namespace gouji
