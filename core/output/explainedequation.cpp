// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/explainedequation.h"

#include "checks/operands.h"
#include "review/rowcells.h"

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

using Words = QList<ExplainedWords>;

QString numberOf(const Report &report, CellId id)
{
    const Cell &cell = report.cell(id);
    if (cell.value)
        return cell.value->toString() + (cell.needsPerson() ? u"？"_s : QString());
    return operand(report, id).blank  ? statusLabel(CellStatus::Blank)
        : verbs::holdsSomething(cell) ? u"“%1”"_s.arg(cell.text)
                                      : statusLabel(CellStatus::Missing);
}

class Teller {
public:
    Teller(const Report &report, CellId cell)
        : m_report(report)
        , m_cell(cell)
    {
    }

    ExplainedEquation tell(const Equation &equation) const
    {
        const Identity &identity = *equation.identity;
        ExplainedEquation out;
        out.name = equationName(equation);
        out.rule = identity.rule;
        const bool byRow = equation.width == Equation::Width::Row;
        out.words = side(identity.left, identity.leftText, equation.left, equation.assessable, byRow);
        out.words << ExplainedWords{equation.failed() ? u" ≠ "_s : u" = "_s, {}};
        out.words += side(identity.right, {}, equation.right, equation.assessable, byRow);
        out.verdict = !equation.assessable ? ExplainedEquation::Verdict::Open
            : equation.failed()            ? ExplainedEquation::Verdict::Fails
                                           : ExplainedEquation::Verdict::Holds;
        out.judgement = judgement(equation);
        if (out.verdict != ExplainedEquation::Verdict::Holds)
            out.wanted = wanted(identity);
        return out;
    }

private:
    QString labelOf(CellId id, bool byRow) const
    {
        const CellInfo &info = m_report.catalogue().info(id);
        return byRow ? info.columnLabel : info.rowLabel;
    }

    ExplainedWords term(CellId id, bool byRow) const { return {labelOf(id, byRow) + u' ' + numberOf(m_report, id), id}; }

    /// Every operand, or, where the form has words for a long sum, the sum and those operands that are not 0.
    Words side(const QList<CellId> &cells, const QString &words, Decimal sum, bool assessable, bool byRow) const
    {
        Words out;
        if (words.isEmpty()) {
            for (const CellId id : cells) {
                if (!out.isEmpty())
                    out << ExplainedWords{u" + "_s, {}};
                out << term(id, byRow);
            }
            return out;
        }
        out << ExplainedWords{words + u' ' + (assessable ? sum.toString() : u"？"_s), {}};
        Words told;
        qsizetype zeros = 0;
        for (const CellId id : cells) {
            const Cell &cell = m_report.cell(id);
            if (cell.value && cell.value->isZero() && id != m_cell) {
                ++zeros;
                continue;
            }
            if (!told.isEmpty())
                told << ExplainedWords{u"、"_s, {}};
            told << term(id, byRow);
        }
        const QString rest = zeros == 0 ? QString() : told.isEmpty() ? u"%1 项都为 0"_s.arg(zeros) : u"，其余 %1 项为 0"_s.arg(zeros);
        out << ExplainedWords{u"（"_s, {}};
        out += told;
        out << ExplainedWords{rest + u'）', {}};
        return out;
    }

    QString judgement(const Equation &equation) const
    {
        if (!equation.assessable) {
            QList<CellId> lacking;
            for (const CellId id : equation.identity->left + equation.identity->right) {
                if (!operand(m_report, id).known)
                    lacking << id;
            }
            return u"无法判断，没有"_s + cellListText(m_report.catalogue(), lacking, 3) + u"的数"_s;
        }
        const QString blanks = equation.blanks.isEmpty() ? QString() : u"（空白按 0 计）"_s;
        if (!equation.failed())
            return u"成立"_s + blanks;
        return u"不成立：%1 ≠ %2"_s.arg(equation.left.toString(), equation.right.toString()) + blanks;
    }

    std::optional<Decimal> wanted(const Identity &identity) const
    {
        Decimal rest; // right minus left without the cell
        for (int side = 0; side < 2; ++side) {
            for (const CellId id : side == 0 ? identity.left : identity.right) {
                const Operand o = operand(m_report, id);
                if (id == m_cell)
                    continue;
                if (!o.known)
                    return std::nullopt;
                rest = side == 0 ? rest - o.value : rest + o.value;
            }
        }
        const Decimal value = identity.left.contains(m_cell) ? rest : Decimal() - rest;
        if (value.isNegative() && m_report.catalogue().info(m_cell).kind != CellKind::Change)
            return std::nullopt;
        return value;
    }

    const Report &m_report;
    CellId m_cell;
};

} // namespace

QList<ExplainedEquation> equationsOf(const Report &report, CellId cell)
{
    QList<ExplainedEquation> out;
    const Teller teller(report, cell);
    for (const Equation &equation : evaluate(report)) {
        if (equation.identity->left.contains(cell) || equation.identity->right.contains(cell))
            out << teller.tell(equation);
    }
    return out;
}

} // namespace gouji
