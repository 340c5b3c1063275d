// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/reportcharts.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

using CellNames = QStringList;

/// Makes the series and rates of one chart out of cells by name.
class Drawing {
public:
    Drawing(const Figures &figures, ReportChart &chart)
        : m_figures(figures)
        , m_chart(chart)
    {
    }

    QList<Figure> along(const CellNames &cells) const
    {
        QList<Figure> out;
        for (qsizetype i = 0; i < m_figures.places().size(); ++i)
            out << m_figures.sum(i, cells);
        return out;
    }
    void series(const QString &label, const CellNames &cells) { m_chart.series << FigureSeries{label, along(cells)}; }
    void rate(const QString &label, const QString &formula, const CellNames &numerator, const CellNames &denominator)
    {
        m_chart.rates << Rate{label, formula, along(numerator), along(denominator)};
    }

    /// The table as the reports print it: rows of all their editions, each once, in the newest's order.
    QList<const FormRow *> rows(const QString &table) const
    {
        QList<const FormTable *> editions;
        for (const ChartPlace &place : m_figures.places()) {
            for (qsizetype i = 0; place.report && i < place.report->tables.size(); ++i) {
                const FormTable &t = place.report->formTable(i);
                if (t.id == table && !editions.contains(&t))
                    editions << &t;
            }
        }
        std::sort(editions.begin(), editions.end(), [](const FormTable *a, const FormTable *b) { return a->rows.size() > b->rows.size(); });
        QList<const FormRow *> out;
        for (const FormTable *t : std::as_const(editions)) {
            for (const FormRow &row : t->rows) {
                if (std::none_of(out.begin(), out.end(), [&](const FormRow *r) { return r->id == row.id; }))
                    out << &row;
            }
        }
        return out;
    }

private:
    const Figures &m_figures;
    ReportChart &m_chart;
};

QString total(const QString &row) { return u"requests."_s + row + u".total"_s; }

/// 「（三）不予公开」 → 「不予公开」
QString plain(const QString &heading)
{
    static const QRegularExpression numeral(u"^[（(][一二三四五六七八九十]+[）)]\\s*"_s);
    return QString(heading).remove(numeral);
}

bool isItem(const FormRow &row)
{
    return row.id != "new_received"_L1 && row.id != "carried_over"_L1 && row.id != "total_handled"_L1 && row.id != "carried_forward"_L1;
}

/// The rows under a heading, of every edition; a heading that one edition prints as a row of its own is that row.
CellNames under(const Drawing &drawing, const QString &heading)
{
    CellNames out;
    for (const FormRow *row : drawing.rows(u"requests"_s)) {
        if (isItem(*row) && plain(row->group.isEmpty() ? row->label : row->group) == heading)
            out << total(row->id);
    }
    return out;
}

void requests(Drawing &d)
{
    d.series(u"本年新收"_s, {total(u"new_received"_s)});
    d.series(u"上年结转"_s, {total(u"carried_over"_s)});
    d.series(u"办结"_s, {total(u"total_handled"_s)});
    d.series(u"结转下年"_s, {total(u"carried_forward"_s)});
    d.rate(u"办结率"_s, u"办结总计 ÷（本年新收 ＋ 上年结转）"_s, {total(u"total_handled"_s)},
        {total(u"new_received"_s), total(u"carried_over"_s)});
}

void outcomes(Drawing &d)
{
    QStringList headings;
    QHash<QString, QString> labels;
    for (const FormRow *row : d.rows(u"requests"_s)) {
        if (!isItem(*row))
            continue;
        const QString heading = plain(row->group.isEmpty() ? row->label : row->group);
        if (!headings.contains(heading))
            headings << heading;
        labels[heading] = row->group.isEmpty() ? row->shortLabel : heading;
    }
    for (const QString &heading : std::as_const(headings))
        d.series(labels[heading], under(d, heading));
    const CellNames handled{total(u"total_handled"_s)};
    d.rate(u"公开率"_s, u"（予以公开 ＋ 部分公开）÷ 办结总计"_s, {total(u"granted"_s), total(u"partially_granted"_s)}, handled);
    d.rate(u"不予公开率"_s, u"不予公开各项之和 ÷ 办结总计"_s, under(d, u"不予公开"_s), handled);
}

void reasons(Drawing &d, const QStringList &headings, const QString &rate)
{
    CellNames all;
    for (const FormRow *row : d.rows(u"requests"_s)) {
        if (isItem(*row) && headings.contains(plain(row->group))) {
            d.series(row->shortLabel, {total(row->id)});
            all << total(row->id);
        }
    }
    d.rate(rate, headings.join(u"、"_s) + u"各项之和 ÷ 办结总计"_s, all, {total(u"total_handled"_s)});
}

void applicants(Drawing &d)
{
    QList<std::pair<QString, QString>> columns{{u"natural_person"_s, u"自然人"_s}, {u"business"_s, u"商业企业"_s},
        {u"research"_s, u"科研机构"_s}, {u"public_interest"_s, u"社会公益组织"_s}, {u"legal_service"_s, u"法律服务机构"_s},
        {u"other"_s, u"其他组织"_s}};
    for (const auto &[id, label] : columns)
        d.series(label, {u"requests.new_received."_s + id});
    d.rate(u"自然人占比"_s, u"自然人 ÷ 本年新收总计"_s, {u"requests.new_received.natural_person"_s}, {total(u"new_received"_s)});
}

const QStringList &remedyGroups()
{
    static const QStringList groups{u"review"_s, u"litigation_direct"_s, u"litigation_after_review"_s};
    return groups;
}

CellNames remedies(const QStringList &outcomes)
{
    CellNames out;
    for (const QString &group : remedyGroups()) {
        for (const QString &outcome : outcomes)
            out << u"remedies."_s + group + u'.' + outcome;
    }
    return out;
}

void remedyTotals(Drawing &d)
{
    d.series(u"行政复议"_s, {u"remedies.review.total"_s});
    d.series(u"未经复议直接起诉"_s, {u"remedies.litigation_direct.total"_s});
    d.series(u"复议后起诉"_s, {u"remedies.litigation_after_review.total"_s});
    d.rate(u"复议诉讼比"_s, u"复议、诉讼总计 ÷ 办结总计"_s, remedies({u"total"_s}), {total(u"total_handled"_s)});
}

void remedyOutcomes(Drawing &d)
{
    d.series(u"结果维持"_s, remedies({u"upheld"_s}));
    d.series(u"结果纠正"_s, remedies({u"corrected"_s}));
    d.series(u"其他结果"_s, remedies({u"other"_s}));
    d.series(u"尚未审结"_s, remedies({u"pending"_s}));
    d.rate(u"纠正率"_s, u"结果纠正 ÷（结果维持 ＋ 结果纠正 ＋ 其他结果）"_s, remedies({u"corrected"_s}),
        remedies({u"upheld"_s, u"corrected"_s, u"other"_s}));
}

struct KindEntry {
    ChartKind kind;
    const char16_t *title;
    bool stacked;
    void (*draw)(Drawing &);
};

const QList<KindEntry> &entries()
{
    static const QList<KindEntry> all{
        {ChartKind::Requests, u"申请的收到与办理", false, requests},
        {ChartKind::Outcomes, u"办理结果", true, outcomes},
        {ChartKind::Denials, u"不予公开的理由", true, [](Drawing &d) { reasons(d, {u"不予公开"_s}, u"不予公开率"_s); }},
        {ChartKind::Refusals, u"无法提供和不予处理的理由", true,
            [](Drawing &d) {
                reasons(d, {u"无法提供"_s, u"不予处理"_s}, u"占办结比"_s);
            }},
        {ChartKind::Applicants, u"申请人", true, applicants},
        {ChartKind::Remedies, u"行政复议和行政诉讼", true, remedyTotals},
        {ChartKind::RemedyOutcomes, u"复议和诉讼的结果", true, remedyOutcomes},
    };
    return all;
}

const KindEntry &entryOf(ChartKind kind)
{
    return *std::find_if(entries().begin(), entries().end(), [&](const KindEntry &e) { return e.kind == kind; });
}

bool isNothing(const FigureSeries &series)
{
    return std::all_of(series.figures.begin(), series.figures.end(),
        [](const Figure &f) { return f.value ? !f.doubtful && f.value->isZero() : f.cells.isEmpty(); });
}

} // namespace

QString Rate::text(qsizetype place) const
{
    const Figure &n = numerators[place];
    const Figure &d = denominators[place];
    if (!n.value || !d.value || d.value->isZero())
        return u"—"_s;
    const double percent = 100.0 * double(n.value->units()) / double(d.value->units());
    QString out = QString::number(percent, 'f', 1) + u'%';
    // Rounding must not make a whole of nearly a whole, or nothing of something.
    if (out == "100.0%"_L1 && n.value->units() != d.value->units())
        out = n.value->units() < d.value->units() ? u"＞99.9%"_s : u"＞100%"_s;
    else if (out == "0.0%"_L1 && !n.value->isZero())
        out = u"＜0.1%"_s;
    return out + (isDoubtful(place) ? u"？"_s : QString());
}

QString Rate::working(qsizetype place) const
{
    const Figure &n = numerators[place];
    const Figure &d = denominators[place];
    if (!n.value || !d.value)
        return n.value ? d.why : n.why;
    if (d.value->isZero())
        return u"分母为 0，无从计算。"_s;
    return n.value->toString() + u" ÷ "_s + d.value->toString();
}

bool ReportChart::isEmpty() const
{
    return std::all_of(series.begin(), series.end(), [](const FigureSeries &s) {
        return std::none_of(s.figures.begin(), s.figures.end(), [](const Figure &f) { return f.value.has_value(); });
    });
}

bool ReportChart::isDoubtful() const
{
    return std::any_of(series.begin(), series.end(),
        [](const FigureSeries &s) { return std::any_of(s.figures.begin(), s.figures.end(), [](const Figure &f) { return f.doubtful; }); });
}

const QList<ChartKind> &chartKinds()
{
    static const QList<ChartKind> kinds = [] {
        QList<ChartKind> out;
        for (const KindEntry &e : entries())
            out << e.kind;
        return out;
    }();
    return kinds;
}

QString chartTitle(ChartKind kind) { return QString::fromUtf16(entryOf(kind).title); }

ReportChart chartOf(ChartKind kind, const Figures &figures)
{
    const KindEntry &entry = entryOf(kind);
    ReportChart out{kind, chartTitle(kind), entry.stacked, figures.places(), {}, {}};
    Drawing drawing(figures, out);
    entry.draw(drawing);
    QList<FigureSeries> kept = out.series;
    kept.removeIf(isNothing);
    if (out.stacked && !kept.isEmpty())
        out.series = kept;
    return out;
}

} // namespace gouji
