// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiletext.h"

#include "samplereport.h"

namespace gouji::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray repeated(QByteArrayView piece, qsizetype bytes)
{
    QByteArray out;
    out.reserve(bytes + piece.size());
    while (out.size() < bytes)
        out += piece;
    return out;
}

/// Bytes without any pattern, the same every time.
QByteArray random(qsizetype bytes, quint8 from, quint8 to)
{
    QByteArray out;
    out.reserve(bytes);
    quint64 state = 20230131;
    while (out.size() < bytes) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        out += char(from + (state >> 33) % quint64(to - from + 1));
    }
    return out;
}

#define REPEATED(piece) [](qsizetype bytes) { return repeated(QByteArrayView(piece, sizeof(piece) - 1), bytes); }

#define PAGE(piece) [](qsizetype bytes) { return "<html>" + repeated(QByteArrayView(piece, sizeof(piece) - 1), bytes); }

} // namespace

const QList<HostileFiller> &hostileFillers()
{
    static const QList<HostileFiller> list = {
        // one character
        {"tabs", REPEATED("\t")},
        {"newlines", REPEATED("\n")},
        {"carriage returns", REPEATED("\r")},
        {"form feeds", REPEATED("\f")},
        {"spaces", REPEATED(" ")},
        {"pipes", REPEATED("|")},
        {"box strokes", REPEATED("│")},
        {"rules", REPEATED("─")},
        {"hyphens", REPEATED("-")},
        {"commas", REPEATED(",")},
        {"semicolons", REPEATED(";")},
        {"quotes", REPEATED("\"")},
        {"dots", REPEATED(".")},
        {"slashes", REPEATED("/")},
        {"letters", REPEATED("x")},
        {"zeros", REPEATED("0")},
        {"digits", REPEATED("1234567890")},
        {"full-width digits", REPEATED("１２３")},
        {"look-alike digits", REPEATED("O")},
        {"circled numbers", REPEATED("①")},
        {"ideographs", REPEATED("勾稽")},
        {"numerals", REPEATED("一二三")},
        {"tens of thousands", REPEATED("万")},
        {"hundreds of millions", REPEATED("三亿零")},
        // what shows nothing, moves things, or becomes many
        {"zero-width spaces", REPEATED("\u200b")},
        {"right-to-left marks", REPEATED("\u200f")},
        {"right-to-left overrides", REPEATED("\u202e")},
        {"invisible between digits", REPEATED("1\u200b")},
        {"combining marks", REPEATED("\u0301")},
        {"marks of two classes", REPEATED("\u0301\u0316")},
        {"marks on a circled number", [](qsizetype bytes) { return "①" + repeated("\u0301", bytes); }},
        {"one becomes eighteen", REPEATED("ﷺ")},
        {"radicals", REPEATED("⻅⼀")},
        {"jamo", REPEATED("\u1112\u1161\u11ab")},
        {"beyond the first plane", REPEATED("𠀀🀄")},
        // tokens
        {"numbers", REPEATED("7 ")},
        {"numbers, one a line", REPEATED("7\n")},
        {"numbers between tabs", REPEATED("7\t")},
        {"numbers between pipes", REPEATED("7|")},
        {"numbers between commas", REPEATED("7,")},
        {"numbers, every second line empty", REPEATED("7\n\n")},
        {"rows of seven", REPEATED("1\t0\t0\t0\t0\t0\t1\n")},
        {"rows without wording", REPEATED("3 1 2 0 0 0 6\n")},
        {"thousands separators", REPEATED("1,000")},
        {"decimal points", REPEATED("1.")},
        {"torn decimals", REPEATED("1. 5 ")},
        {"empty lines with tabs", REPEATED("\t\t\t\t\t\t\t\n")},
        {"blank marks", REPEATED("— / 无 ")},
        {"stray marks", REPEATED(". _ ' ")},
        {"page numbers", REPEATED("- 3 -\n")},
        {"unclosed bookmarks", REPEATED("[bookmark:")},
        {"bookmarks", REPEATED("[bookmark:a]")},
        // wording of the form
        {"one label", REPEATED("行政许可")},
        {"one label a line", REPEATED("行政许可\n")},
        {"one label with a number a line", REPEATED("2.重复申请\t0\t0\t0\t0\t0\t0\t0\n")},
        {"one label with digits stuck to it", REPEATED("重复申请640020470")},
        {"column heads", REPEATED("自然人 商业企业 科研机构 其他 总计\n")},
        {"glued rows", REPEATED("二、上年结转政府信息公开申请数量1000001三、")},
        {"titles", REPEATED("云岭市水务局2023年政府信息公开工作年度报告\n")},
        {"titles on one line", REPEATED("云岭市水务局2023年政府信息公开工作年度报告")},
        {"titles torn", REPEATED("云岭市水务局\n2023年\n政府信息公开\n工作年度报告\n")},
        {"years", REPEATED("2023")},
        {"section headings", REPEATED("二、主动公开政府信息情况\n")},
        {"section headings on one line", REPEATED("二、主动公开政府信息情况")},
        {"all section headings",
            REPEATED("一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"),
            true, true},
        {"headings backwards", REPEATED("六、其他需要报告的事项\n五、存在的主要问题及改进情况\n")},
        {"headings, brackets", REPEATED("（一）主动公开情况。\n")},
        // prose
        {"sentences with a wrong number", REPEATED("共收到政府信息公开申请5件。")},
        {"one sentence with wrong numbers", REPEATED("共收到政府信息公开申请5件，")},
        {"sentences with a wrong number, one a line", REPEATED("共收到政府信息公开申请5件。\n")},
        {"negatives", REPEATED("未收到政府信息公开申请。")},
        {"counts", REPEATED("5件")},
        {"counts in Chinese", REPEATED("三千五百二十一万零六百七十八件")},
        {"counts with remarks", REPEATED("收到（含上年结转）（")},
        {"outcomes", REPEATED("维持1件，纠正1件，")},
        {"remedies", REPEATED("行政复议、行政诉讼、")},
        {"objects", REPEATED("政府信息公开申请、")},
        {"dates", REPEATED("2022年1月1日至")},
        {"applicants", REPEATED("自然人申请3件、")},
        {"words without a number", REPEATED("共收到")},
        {"plain prose", REPEATED("围绕企业办事和居民生活中问得最多的事情安排公开工作，逐条核对栏目内容。\n")},
        // nesting
        {"open brackets", REPEATED("(")},
        {"full-width open brackets", REPEATED("（")},
        {"nested brackets", [](qsizetype bytes) { return repeated("（", bytes / 2) + repeated("）", bytes / 2); }},
        {"nested lists", REPEATED("（一）1.")},
        {"nested tags", REPEATED("<div>")},
        {"comments", REPEATED("<!-- -->")},
        {"open square brackets", REPEATED("[")},
        {"numbers parted by one full stop", REPEATED("7。")},
        {"one number and spaces", [](qsizetype bytes) { return "收到政府信息公开申请7" + repeated(" ", bytes) + "8件"; }},
        {"long lines", REPEATED("围绕企业办事和居民生活中问得最多的事情安排公开工作，逐条核对栏目内容，二、主动公开，三、收到和处理，没有一条是标题。\n")},
        {"labels of all kinds", REPEATED("规章 行政许可 自然人 总计 （七）总计 1.重复申请 3 ")},
        // web pages
        {"page, open elements", PAGE("<div>"), false},
        {"page, open lines", PAGE("<b>"), false},
        {"page, paragraphs", PAGE("<p>7"), false},
        {"page, links", PAGE("<a href=x>7"), false},
        {"page, breaks", PAGE("<br>"), false},
        {"page, tables in tables", PAGE("<table><tr><td>"), false},
        {"page, rows", PAGE("<table><tr><td>7</td><td>0</td></tr>"), false},
        {"page, one table of many rows", [](qsizetype bytes) { return "<html><table>" + repeated("<tr><td>7<td>0", bytes); }, false},
        {"page, one row of many cells", [](qsizetype bytes) { return "<html><table><tr>" + repeated("<td>7", bytes); }, false},
        {"page, wide cells", [](qsizetype bytes) { return "<html><table>" + repeated("<tr><td colspan=1000 rowspan=65534>7", bytes); }, false},
        {"page, end tags", PAGE("</td></p>"), false},
        {"page, attributes", [](qsizetype bytes) { return "<html><div" + repeated(" a=b", bytes); }, false},
        {"page, open tags", PAGE("<div a='"), false},
        {"page, comments", PAGE("<!-- -->"), false},
        {"page, open comments", PAGE("<!--"), false},
        {"page, references", PAGE("&#55;&nbsp;"), false},
        {"page, broken references", PAGE("&#&x"), false},
        {"page, scripts", PAGE("<script>"), false},
        {"archive of pages, parts", [](qsizetype bytes) { return "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + repeated("--b\nContent-Type: text/html\n\n<p>7\n", bytes); }, false},
        {"archive of pages, headers", [](qsizetype bytes) { return "MIME-Version: 1.0\nContent-Type: text/html\n" + repeated(" a=b\n", bytes); }, false},
        // files of their own
        {"zeros bytes", REPEATED("\0"), false},
        {"bytes that are no UTF-8", REPEATED("\xff\xfe\xfd"), false},
        {"cut sequences", REPEATED("\xe6\x94"), false},
        {"GB18030", REPEATED("\xd5\xfe\xb8\xae\xb9\xab\xbf\xaa\t7\n"), false},
        {"GB18030, four bytes", REPEATED("\x81\x30\x81\x30"), false},
        {"broken surrogates", [](qsizetype bytes) { return "\xff\xfe" + repeated(QByteArrayView("\x00\xd8" "1\0", 4), bytes); }, false},
        {"backward surrogates", [](qsizetype bytes) { return "\xff\xfe" + repeated(QByteArrayView("\x00\xdc\x00\xd8", 4), bytes); }, false},
        {"UTF-16 digits", [](qsizetype bytes) { return "\xfe\xff" + repeated(QByteArrayView("\0" "7\0\n", 4), bytes); }, false},
        {"UTF-32 beyond Unicode", [](qsizetype bytes) { return QByteArray("\xff\xfe\0\0", 4) + repeated("\xff\xff\xff\x7f", bytes); }, false},
        {"chance bytes", [](qsizetype bytes) { return random(bytes, 0, 255); }, false},
        {"chance ASCII", [](qsizetype bytes) { return random(bytes, ' ', '~'); }},
        {"chance digits and marks", [](qsizetype bytes) { return random(bytes, ' ', '9'); }},
    };
    return list;
}

const char *nameOf(Where where)
{
    constexpr const char *names[] = {"alone", "before the title", "in section one", "in a row", "between rows", "behind the last section"};
    return names[int(where)];
}

const QHash<QString, QString> &hostileTruth()
{
    static const QHash<QString, QString> values = {
        {u"proactive.normative_documents.issued"_s, u"6"_s},
        {u"proactive.normative_documents.repealed"_s, u"2"_s},
        {u"proactive.normative_documents.in_force"_s, u"41"_s},
        {u"proactive.licensing.decisions"_s, u"1286"_s},
        {u"proactive.fees.amount"_s, u"12.35"_s},
        {u"requests.new_received.natural_person"_s, u"23"_s},
        {u"requests.new_received.business"_s, u"5"_s},
        {u"requests.new_received.total"_s, u"28"_s},
        {u"requests.carried_over.natural_person"_s, u"3"_s},
        {u"requests.carried_over.total"_s, u"3"_s},
        {u"requests.granted.natural_person"_s, u"17"_s},
        {u"requests.granted.business"_s, u"4"_s},
        {u"requests.granted.total"_s, u"21"_s},
        {u"requests.unable_not_held.natural_person"_s, u"8"_s},
        {u"requests.unable_not_held.total"_s, u"8"_s},
        {u"requests.total_handled.natural_person"_s, u"25"_s},
        {u"requests.total_handled.business"_s, u"4"_s},
        {u"requests.total_handled.total"_s, u"29"_s},
        {u"requests.carried_forward.natural_person"_s, u"1"_s},
        {u"requests.carried_forward.business"_s, u"1"_s},
        {u"requests.carried_forward.total"_s, u"2"_s},
        {u"remedies.review.upheld"_s, u"2"_s},
        {u"remedies.review.other"_s, u"1"_s},
        {u"remedies.review.total"_s, u"3"_s},
    };
    return values;
}

QByteArray hostileDocument(const HostileFiller &filler, Where where, qsizetype bytes)
{
    const QByteArray hostile = filler.make(bytes);
    if (where == Where::Alone)
        return hostile;
    QByteArray report = sampleReport(hostileTruth(), u"2023年共收到政府信息公开申请28件。"_s).document.text.toUtf8();
    const auto put = [&](QByteArrayView mark, const QByteArray &what) {
        const qsizetype at = report.indexOf(mark);
        Q_ASSERT(at >= 0);
        report.insert(at, what);
    };
    switch (where) {
    case Where::Before:
        return hostile + '\n' + report;
    case Where::Prose:
        put("\n二、", hostile);
        break;
    case Where::Row:
        put("\n（二）部分公开", hostile);
        break;
    case Where::Table:
        put("（二）部分公开", hostile + '\n');
        break;
    default:
        report += hostile;
    }
    return report;
}

} // namespace gouji::test
