// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace gouji::test {

/// Meddles with a store's file behind the program's back: one connection, closed when the object goes.
class RawStore {
public:
    explicit RawStore(const QString &file);
    ~RawStore();
    /// The first column of the first row; an invalid QVariant where there is none. Aborts the test program on an error.
    QVariant run(const QString &sql);
    /// The same where the store's own triggers would refuse it: they are taken away first.
    QVariant tamper(const QString &sql);
    /// What the database says to a statement; empty where it is done.
    QString refusal(const QString &sql);

private:
    QString m_name;
};

QByteArray bytesOf(const QString &file);
void writeBytes(const QString &file, const QByteArray &bytes);

} // namespace gouji::test
