// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/allchecks.h"
#include "checks/beside/otherreports.h"

#include <QFileInfo>

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

void checkCopies(CheckRun &run)
{
    const Rule *rule = run.rule(u"copy.differs"_s);
    const Companions *others = run.dossier().companions;
    if (!rule || !others)
        return;
    for (const Companion &copy : others->copies) {
        // What was read in doubt, or left empty in one of them, accuses nobody.
        QList<CellDifference> cells;
        QList<CellDifference> unsure;
        for (const CellDifference &d : differences(run.report(), *copy.report))
            (d.doubtful() || d.here.blank || d.there.blank ? unsure : cells) << d;
        const bool sure = !cells.isEmpty();
        const QString more = sure && !unsure.isEmpty() ? u"；另有 %1 格因空白或读数有疑，未计在内"_s.arg(unsure.size()) : QString();
        if (!sure)
            cells.swap(unsure);
        if (cells.isEmpty())
            continue;
        Finding &finding = run.add(*rule,
            {{"file"_L1, copy.file}, {"count"_L1, QString::number(cells.size())},
                {"cells"_L1, differenceText(run.report().catalogue(), cells, u" 与 "_s) + more}});
        finding.place = u"三张表"_s;
        nameCells(finding, cells);
        if (!sure)
            finding.severity = std::max(finding.severity, Severity::Warning);
    }
}

void checkChanges(CheckRun &run)
{
    const Rule *rule = run.rule(u"copy.changed"_s);
    const Companions *others = run.dossier().companions;
    if (!rule || !others)
        return;
    for (const Companion &version : others->versions) {
        const QList<CellDifference> cells = differences(run.report(), *version.report);
        const QString what = cells.isEmpty()
            ? u"三张表的数字没有变，变的是文字"_s
            : u"三张表有 %1 格不同（本版与另一版）："_s.arg(cells.size()) + differenceText(run.report().catalogue(), cells, u" 与 "_s);
        const QString when = version.keptAt.toString(u"yyyy-MM-dd"_s);
        Finding &finding = run.add(*rule, {{"file"_L1, version.file}, {"note"_L1, u"%1 还存入过它的另一版，%2"_s.arg(when, what)}});
        finding.place = u"原文件"_s;
        nameCells(finding, cells);
    }
    if (!others->changedFile.isEmpty()) {
        Finding &finding = run.add(*rule,
            {{"file"_L1, QFileInfo(others->changedFile).fileName()},
                {"note"_L1, u"存入之后文件已改动，这里核查的是存入时的内容，请重新打开或导入该文件"_s}});
        finding.place = u"原文件"_s;
        finding.blame = Blame::Open;
    }
}

} // namespace gouji
