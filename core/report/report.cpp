// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include <array>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

struct StatusWords {
    CellStatus status;
    const char16_t *name;
    const char16_t *label;
};

constexpr std::array<StatusWords, 6> Statuses = {{
    {CellStatus::Read, u"read", u"已读"},
    {CellStatus::Blank, u"blank", u"空白"},
    {CellStatus::Missing, u"missing", u"缺失"},
    {CellStatus::Suspect, u"suspect", u"存疑"},
    {CellStatus::Repaired, u"repaired", u"推定"},
    {CellStatus::Corrected, u"corrected", u"已更正"},
}};

} // namespace

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
    return QString::fromUtf16(Statuses[size_t(status)].name);
}

QString statusLabel(CellStatus status)
{
    return QString::fromUtf16(Statuses[size_t(status)].label);
}

std::optional<CellStatus> statusFromName(const QString &name)
{
    for (const StatusWords &words : Statuses) {
        if (QStringView(words.name) == name)
            return words.status;
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
