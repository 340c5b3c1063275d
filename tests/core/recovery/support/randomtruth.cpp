// SPDX-License-Identifier: GPL-3.0-or-later
#include "modeldocument.h"

namespace gouji::test {

using namespace Qt::StringLiterals;

namespace {

class Maker
{
public:
    Maker(const FormCatalogue &catalogue, Chance &chance)
        : m_catalogue(catalogue)
        , m_chance(chance)
    {
    }

    Truth make()
    {
        const QList<QString> places {u"云岭市"_s, u"青川县"_s, u"河湾区"_s, u"南坪县"_s, u"金沙市"_s};
        const QList<QString> bodies {u"水务局"_s, u"教育局"_s, u"财政局"_s, u"人民政府办公室"_s, u"街道办事处"_s, u"自然资源和规划局"_s};
        m_truth.agency = m_chance.pick(places) + m_chance.pick(bodies);
        const Form *newer = m_catalogue.form(u"2021"_s);
        const Form *older = m_catalogue.form(u"2019"_s);
        const int kind = m_chance.below(20);
        const Form *main = kind < 4 ? older : newer;
        m_truth.forms = {main, main, main};
        if (kind == 19)
            m_truth.forms[1] = older; // section two of 2021, 三(六) in one row
        m_truth.year = main == older ? m_chance.between(2019, 2020) : m_chance.between(2021, 2025);
        m_size = Size(m_chance.below(5));
        for (const Form *form : std::as_const(m_truth.forms)) {
            const FormTable &table = form->tables[m_table++];
            if (table.id == u"requests"_s)
                requests(table);
            else if (table.id == u"remedies"_s)
                remedies(table);
            else
                proactive(table);
        }
        return m_truth;
    }

private:
    int amount(int tiny, int small, int medium, int large)
    {
        const int most[] = {0, tiny, small, medium, large};
        return m_chance.between(0, most[int(m_size)]);
    }

    void set(CellId id, qint64 value) { m_truth.values[id] = Decimal(value); }

    void requests(const FormTable &table)
    {
        const qsizetype rows = table.rows.size(); // the first two, the items, the total, what is carried forward
        const qsizetype columns = table.columns.size();
        const bool crowded = m_chance.percent(30); // every applicant applied, every result occurs
        QList<qint64> totals(rows, 0);
        for (qsizetype c = 0; c + 1 < columns; ++c) {
            qint64 incoming = c == 0 || crowded || m_chance.percent(40) ? amount(4, 40, 700, 30000) : 0;
            const qint64 forward = m_chance.percent(50) ? m_chance.below(int(incoming / 3) + 1) : 0;
            const qint64 carried = m_chance.percent(50) ? m_chance.below(int(incoming / 3) + 1) : 0;
            QList<qint64> column(rows, 0);
            column[0] = incoming - carried;
            column[1] = carried;
            column[rows - 2] = incoming - forward;
            column[rows - 1] = forward;
            qint64 rest = incoming - forward;
            for (int guard = 0; rest > 0 && guard < 40; ++guard) {
                const qsizetype item = m_chance.percent(25) ? 2 : m_chance.between(2, int(rows) - 3);
                const qint64 part = crowded ? std::max<qint64>(1, rest / 8) : m_chance.between(1, int(rest));
                column[item] += part;
                rest -= part;
            }
            column[2] += rest;
            for (qsizetype r = 0; r < rows; ++r) {
                set(table.rows[r].cells[c], column[r]);
                totals[r] += column[r];
            }
        }
        for (qsizetype r = 0; r < rows; ++r)
            set(table.rows[r].cells[columns - 1], totals[r]);
    }

    void remedies(const FormTable &table)
    {
        for (const FormRow &row : table.rows) {
            qint64 sum = 0;
            for (qsizetype c = 0; c + 1 < row.cells.size(); ++c) {
                const qint64 value = m_chance.percent(55) ? amount(2, 5, 40, 500) : 0;
                set(row.cells[c], value);
                sum += value;
            }
            set(row.cells.last(), sum);
        }
    }

    void proactive(const FormTable &table)
    {
        for (const FormRow &row : table.rows) {
            for (const CellId id : row.cells) {
                switch (m_catalogue.info(id).kind) {
                case CellKind::Count:
                    set(id, m_chance.percent(70) ? amount(5, 80, 4000, 900000) : 0);
                    break;
                case CellKind::Change:
                    set(id, m_chance.percent(50) ? m_chance.between(-9, 9) : 0);
                    break;
                case CellKind::Amount:
                    m_truth.values[id] = m_chance.percent(50) ? Decimal::fromUnits(qint64(m_chance.below(900000)) * 100 + (m_chance.percent(30) ? m_chance.below(100) : 0)) : Decimal();
                    break;
                }
            }
        }
    }

    const FormCatalogue &m_catalogue;
    Chance &m_chance;
    Truth m_truth;
    Size m_size = Size::Zero;
    qsizetype m_table = 0;
};

} // namespace

Truth randomTruth(const FormCatalogue &catalogue, Chance &chance)
{
    return Maker(catalogue, chance).make();
}

} // namespace gouji::test
