// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rules/formula.h"

#include "checks/exactmath.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

using Terms = QList<FormulaTerm>;

class Parser {
public:
    Parser(const QString &text, const FormCatalogue &forms)
        : m_text(text)
        , m_forms(forms)
    {
    }

    QString run(Formula &out)
    {
        out.left = side();
        out.relation = relation();
        out.right = side();
        if (m_fault.isEmpty() && !atEnd())
            fail(u"“%1”多余"_s.arg(m_text.mid(m_at)));
        return m_fault;
    }

private:
    void fail(const QString &reason)
    {
        if (m_fault.isEmpty())
            m_fault = reason;
    }
    void skip()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool atEnd()
    {
        skip();
        return m_at >= m_text.size();
    }
    bool take(QLatin1StringView what)
    {
        skip();
        if (!QStringView(m_text).mid(m_at).startsWith(what))
            return false;
        m_at += what.size();
        return true;
    }
    QString word()
    {
        skip();
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_' || m_text[m_at] == u'.'))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    Formula::Relation relation();
    Terms side();
    Terms product();
    Terms factor();
    Terms aggregate(FormulaTerm::Kind kind);
    Terms cells(QString name, FormulaTerm::Kind kind, bool aggregated);
    void matching(const QString &pattern, QList<CellId> &out) const;
    void multiply(Terms &terms, Decimal by);

    const QString &m_text;
    const FormCatalogue &m_forms;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_fault;
};

Formula::Relation Parser::relation()
{
    using R = Formula::Relation;
    static constexpr std::pair<const char *, R> Signs[]
        = {{">=", R::AtLeast}, {"<=", R::AtMost}, {"!=", R::NotEqual}, {"=", R::Equal}, {">", R::More}, {"<", R::Less}};
    for (const auto &[sign, relation] : Signs) {
        if (take(QLatin1StringView(sign)))
            return relation;
    }
    fail(u"缺少比较符号（=、!=、>=、<=、>、<）"_s);
    return R::Equal;
}

void Parser::multiply(Terms &terms, Decimal by)
{
    for (FormulaTerm &term : terms) {
        const std::optional<Decimal> product = times(term.factor, by);
        if (!product)
            fail(u"数太大"_s);
        term.factor = product.value_or(Decimal());
    }
}

Terms Parser::side()
{
    Terms out = product();
    while (m_fault.isEmpty()) {
        const bool minus = take("-"_L1);
        if (!minus && !take("+"_L1))
            break;
        Terms more = product();
        if (minus)
            multiply(more, Decimal(-1));
        out << more;
    }
    return out;
}

Terms Parser::product()
{
    const auto constant = [](const Terms &terms) { return terms.size() == 1 && terms.first().cells.isEmpty(); };
    Terms out = factor();
    while (m_fault.isEmpty() && take("*"_L1)) {
        Terms other = factor();
        if (constant(out))
            std::swap(out, other);
        if (!constant(other)) {
            fail(u"相乘的两项中应有一项是数"_s);
            break;
        }
        multiply(out, other.first().factor);
    }
    return out;
}

Terms Parser::factor()
{
    constexpr int Deepest = 20;
    if (take("-"_L1)) {
        Terms out;
        if (++m_depth > Deepest)
            fail(u"嵌套过深"_s);
        else
            out = factor();
        --m_depth;
        multiply(out, Decimal(-1));
        return out;
    }
    if (take("("_L1)) {
        Terms out;
        if (++m_depth > Deepest)
            fail(u"括号过多"_s);
        else
            out = side();
        --m_depth;
        if (!take(")"_L1))
            fail(u"缺少“)”"_s);
        return out;
    }
    const QString name = word();
    if (name.isEmpty()) {
        fail(atEnd() ? u"式子不完整"_s : u"“%1”处不认识"_s.arg(m_text.mid(m_at, 12)));
        return {};
    }
    if (name[0].isDigit()) {
        const std::optional<Decimal> number = Decimal::fromString(name);
        if (!number)
            fail(u"“%1”不是数"_s.arg(name));
        FormulaTerm term;
        term.factor = number.value_or(Decimal());
        return {term};
    }
    if (take("("_L1)) {
        if (name == "sum"_L1)
            return aggregate(FormulaTerm::Kind::Sum);
        if (name == "max"_L1)
            return aggregate(FormulaTerm::Kind::Max);
        fail(u"“%1(”不认识，可用的是 sum( 和 max("_s.arg(name));
        return {};
    }
    return cells(name, FormulaTerm::Kind::Sum, false);
}

Terms Parser::aggregate(FormulaTerm::Kind kind)
{
    const qsizetype end = m_text.indexOf(u')', m_at);
    if (end < 0) {
        fail(u"缺少“)”"_s);
        return {};
    }
    const QString name = m_text.mid(m_at, end - m_at).trimmed();
    m_at = end + 1;
    return cells(name, kind, true);
}

Terms Parser::cells(QString name, FormulaTerm::Kind kind, bool aggregated)
{
    FormulaTerm term;
    term.factor = Decimal(1);
    term.kind = kind;
    const QString whole = name;
    if (name.startsWith("last."_L1)) {
        term.scope = FormulaScope::Last;
        name.remove(0, 5);
    } else if (name.startsWith("children."_L1)) {
        term.scope = FormulaScope::Children;
        name.remove(0, 9);
        if (!aggregated)
            fail(u"“%1”应写在 sum( ) 或 max( ) 里"_s.arg(whole));
    }
    term.open = name.contains(u'*');
    matching(name, term.cells);
    if (term.cells.isEmpty())
        fail(u"没有名为“%1”的单元格"_s.arg(name));
    return {term};
}

/// `*` stands for any letters of one part of the name.
void Parser::matching(const QString &pattern, QList<CellId> &out) const
{
    if (!pattern.contains(u'*')) {
        if (const CellId id = m_forms.cell(pattern); id.isValid())
            out << id;
        return;
    }
    const QStringList wanted = pattern.split(u'.');
    const auto fits = [](const QString &part, const QString &want) {
        const qsizetype star = want.indexOf(u'*');
        return star < 0 ? part == want
                        : part.size() >= want.size() - 1 && part.startsWith(QStringView(want).left(star))
                && part.endsWith(QStringView(want).mid(star + 1));
    };
    for (int i = 0; i < m_forms.cellCount(); ++i) {
        const QStringList parts = m_forms.name(CellId{i}).split(u'.');
        if (std::equal(parts.begin(), parts.end(), wanted.begin(), wanted.end(), fits))
            out << CellId{i};
    }
}

} // namespace

QString Formula::parse(const QString &text, const FormCatalogue &forms, Formula &out) { return Parser(text, forms).run(out); }

std::optional<Tolerance> Tolerance::fromString(const QString &text)
{
    Tolerance out;
    out.percent = text.endsWith(u'%');
    const std::optional<Decimal> value = Decimal::fromString(out.percent ? QStringView(text).chopped(1) : QStringView(text));
    if (!value || value->isNegative())
        return std::nullopt;
    out.value = *value;
    return out;
}

} // namespace gouji
