// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

namespace gouji {

using namespace Qt::StringLiterals;

Report::Report(std::shared_ptr<const FormCatalogue> catalogue, const Form &form_)
    : form(form_.id)
    , m_catalogue(std::move(catalogue))
    , m_cells(m_catalogue->cellCount())
{
    for (const FormTable &t : form_.tables)
        tables << TableReading{t.id, form_.id, false, {}};
}

const FormTable &Report::formTable(qsizetype index) const
{
    const TableReading &reading = tables[index];
    return *m_catalogue->form(reading.form)->table(reading.table);
}

QList<CellId> Report::cellIds() const
{
    QList<CellId> out;
    for (qsizetype i = 0; i < tables.size(); ++i)
        out += formTable(i).cellIds();
    return out;
}

const Section *Report::section(int number) const
{
    for (const Section &s : sections) {
        if (s.number == number)
            return &s;
    }
    return nullptr;
}

bool operator==(const Report &a, const Report &b)
{
    return a.m_catalogue == b.m_catalogue && a.agency == b.agency && a.agencyStatus == b.agencyStatus && a.agencySource == b.agencySource
        && a.year == b.year && a.yearStatus == b.yearStatus && a.yearSource == b.yearSource && a.form == b.form && a.formStatus == b.formStatus
        && a.tables == b.tables && a.sections == b.sections && a.openRows == b.openRows && a.leftovers == b.leftovers && a.ocrSigns == b.ocrSigns
        && a.m_cells == b.m_cells;
}

QString statusName(CellStatus status)
{
    switch (status) {
    case CellStatus::Read:
        return u"read"_s;
    case CellStatus::Blank:
        return u"blank"_s;
    case CellStatus::Suspect:
        return u"suspect"_s;
    case CellStatus::Repaired:
        return u"repaired"_s;
    case CellStatus::Corrected:
        return u"corrected"_s;
    case CellStatus::Missing:
        break;
    }
    return u"missing"_s;
}

QString statusLabel(CellStatus status)
{
    switch (status) {
    case CellStatus::Read:
        return u"已读"_s;
    case CellStatus::Blank:
        return u"空白"_s;
    case CellStatus::Suspect:
        return u"存疑"_s;
    case CellStatus::Repaired:
        return u"推定"_s;
    case CellStatus::Corrected:
        return u"已更正"_s;
    case CellStatus::Missing:
        break;
    }
    return u"缺失"_s;
}

std::optional<CellStatus> statusFromName(const QString &name)
{
    for (const CellStatus status : {CellStatus::Read, CellStatus::Blank, CellStatus::Missing, CellStatus::Suspect, CellStatus::Repaired,
                                    CellStatus::Corrected}) {
        if (statusName(status) == name)
            return status;
    }
    return std::nullopt;
}

QString statusName(FieldStatus status)
{
    switch (status) {
    case FieldStatus::Read:
        return u"read"_s;
    case FieldStatus::Suspect:
        return u"suspect"_s;
    case FieldStatus::Corrected:
        return u"corrected"_s;
    case FieldStatus::Missing:
        break;
    }
    return u"missing"_s;
}

} // namespace gouji
