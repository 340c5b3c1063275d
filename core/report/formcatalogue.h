// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/textrange.h"
#include "report/form.h"
#include "report/pairindex.h"

#include <QHash>

#include <memory>

namespace gouji {

/// What one cell id means, the same in every form that prints it.
struct CellInfo {
    QString name; ///< "requests.granted.total"
    QString table;
    QString tableLabel; ///< after the section it stands in: 「表三」
    QString row;
    QString column;
    CellKind kind = CellKind::Count;
    QString rowLabel; ///< short, for sentences: 「予以公开」
    QString columnLabel; ///< 「总计」
    QByteArray key; ///< the name as written to files: ASCII, nothing to be escaped
};

/// All known editions of the form, read at start-up from resource files; it issues the CellIds and outlives every
/// Report that uses them. A revised form is a new file, no code.
class FormCatalogue {
public:
    /// Reads every *.json of a folder (":/forms" holds the shipped ones), in order of file name. Error code
    /// "bad-form": the message names the file, the place in it and the reason.
    static Result<std::shared_ptr<const FormCatalogue>> load(const QString &folder);

    const QList<Form> &forms() const { return m_forms; } ///< oldest first
    const Form *form(const QString &id) const; ///< null where unknown
    const Form &newest() const { return m_forms.last(); }

    /// A word that only one form prints, where it stands in a text; white space and pipes inside it are passed over.
    struct Mark {
        const Form *form = nullptr;
        TextRange at;
    };
    QList<Mark> marksIn(QStringView text) const;

    int cellCount() const { return int(m_cells.size()); }
    CellId cell(const QString &name) const; ///< invalid where unknown
    const CellInfo &info(CellId id) const { return m_cells[id.index]; }
    const QString &name(CellId id) const { return m_cells[id.index].name; }
    /// Where the cell stands, for sentences and lists: 「表三 予以公开 · 总计」.
    QString place(CellId id) const;

private:
    friend class FormLoader;
    QList<Form> m_forms;
    QList<std::pair<qsizetype, QString>> m_marks; ///< index of the form and the word
    PairIndex m_markPairs; ///< the first two characters of each
    QList<CellInfo> m_cells;
    QHash<QString, CellId> m_byName;
};

} // namespace gouji
