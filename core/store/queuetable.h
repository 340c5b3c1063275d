// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QStringList>
#include <QUuid>

namespace gouji {

/// Texts that many rows share, each kept once.
class TextPool {
public:
    int add(QStringView text);
    const QString &operator[](int at) const { return m_texts[at]; }
    int size() const { return int(m_texts.size()); }

private:
    QStringList m_texts;
    QHash<QString, int> m_places;
};

/// A report as the queue lists it: small, because there may be 100,000. Texts are places in the pools of the table.
struct QueueRow {
    QUuid id;
    qint64 keptAt = 0; ///< UTC, its digits as they are written: 20261121194356123; see QueueTable::time
    qint64 touchedAt = 0; ///< the same; 0: nobody has
    int number = 0; ///< from 1, in the order of keeping
    int agency = 0;
    int region = 0;
    int ruleSet = 0; ///< place in QueueTable::ruleSets
    int reviewer = 0; ///< who acted last
    int state = 0;
    int kind = 0;
    int errors = 0; ///< open ones, after the last act
    int warnings = 0;
    int waiting = 0; ///< cells that need a person
    int year = 0; ///< 0: unknown
    int nameAt = 0; ///< the file's name without its folder, in QueueTable::fileName
    int nameSize = 0;
    bool stale = false; ///< the row is older than the last act or was never prepared
};

/// All reports of a store as rows, newest first. Read at once (Store::queue), then one row at a time.
class QueueTable {
public:
    QList<QueueRow> rows;
    TextPool agencies, regions, reviewers, states, kinds;
    TextPool rules;
    QList<QList<int>> ruleSets; ///< of a rule set: its rules, places in `rules`

    /// Takes a row in from the one text that SQL makes of it (QueueReader): in front where its number is new, else in its
    /// place. The row's place; -1 where the text is no row.
    int put(QStringView packed);
    /// Puts a row behind the last; for rows that come in order.
    bool append(QStringView packed);

    int indexOf(const QUuid &id) const; ///< -1 where there is none
    QStringView fileName(const QueueRow &row) const { return QStringView(m_names).mid(row.nameAt, row.nameSize); }
    /// A point of time as a person reads it, local: 2026-11-21 20:43; empty for 0.
    static QString time(qint64 digits);

private:
    bool parse(QStringView packed, QueueRow &row);
    int ruleSetOf(QStringView ids);

    TextPool m_ruleTexts; ///< place in it is the place in ruleSets
    QString m_names; ///< all file names, one behind the other
    mutable QHash<QUuid, int> m_byId; ///< to the row counted from the last, which new rows in front do not change
};

} // namespace gouji
