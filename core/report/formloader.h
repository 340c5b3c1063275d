// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/formcatalogue.h"

#include <QJsonObject>

namespace gouji {

/// Turns the form files into a FormCatalogue and refuses what is malformed, naming file, place and reason.
class FormLoader {
public:
    /// Adds one form; an Error leaves the catalogue unusable.
    Status add(const QString &fileName, const QByteArray &json);
    Result<std::shared_ptr<const FormCatalogue>> finish() &&;

private:
    bool readForm(const QJsonObject &o);
    bool readSections(const QJsonObject &o, Form &form);
    bool readTable(const QJsonObject &o, FormTable &table);
    bool readRows(const QJsonObject &o, FormTable &table);
    bool readIdentities(const QJsonObject &o, FormTable &table);
    bool readLayout(const QJsonObject &o, FormTable &table);
    void nameColumns();

    QString text(const QJsonObject &o, const char *key, bool required = true);
    QStringList texts(const QJsonObject &o, const char *key, bool required = false);
    QList<QJsonObject> objects(const QJsonObject &o, const char *key);
    CellId intern(const FormTable &table, const FormRow &row, const FormColumn &column, CellKind kind);
    bool fail(const QString &reason);

    std::shared_ptr<FormCatalogue> m_catalogue = std::make_shared<FormCatalogue>();
    QStringList m_place; ///< path to what is being read, for the error
    QString m_reason;
    QHash<int, QString> m_numerals; ///< of the sections of the form being read
    QHash<QString, CellKind> m_kinds; ///< of the columns of the table being read
};

} // namespace gouji
