// SPDX-License-Identifier: GPL-3.0-or-later
#include "printout.h"

#include "checks/checker.h"
#include "output/summary.h"
#include "print/summaryprinter.h"

#include <QDate>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace gouji::printout {

using namespace Qt::StringLiterals;

namespace {

SummaryPrinter printerOf(const ReviewSession &session, const States &states)
{
    QString state = session.state();
    for (const auto &[id, title] : states) {
        if (id == session.state())
            state = title;
    }
    const QList<Finding> before = check(dossierOf(session.reading(), session.document(), session.companions()), *session.knowledge().rules);
    return SummaryPrinter(summarySheet(SummaryInput{session.document(), session.reading(), session.report(), session.findings(),
        session.reviewer(), state, QDate::currentDate(), &before, &session.verdicts()}));
}

} // namespace

Status print(const ReviewSession &session, const States &states, QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageLayout(SummaryPrinter::pageLayout());
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() == QDialog::Accepted && !printerOf(session, states).print(&printer))
        return Error{u"unwritable"_s,
            u"没有印成：打印机或输出文件“%1”不能写入。"_s.arg(
                printer.outputFileName().isEmpty() ? printer.printerName() : printer.outputFileName())};
    return Done{};
}

void preview(const ReviewSession &session, const States &states, QWidget *parent)
{
    auto *dialog = new QPrintPreviewDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"printPreviewDialog"_s);
    dialog->printer()->setPageLayout(SummaryPrinter::pageLayout());
    // The sheet as it is now: the report may be edited or closed while the preview stands open.
    auto sheet = std::make_shared<SummaryPrinter>(printerOf(session, states));
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog, [sheet](QPrinter *printer) { sheet->print(printer); });
    dialog->resize(1000, 720);
    dialog->show();
}

Status exportPdf(const ReviewSession &session, const States &states, const QString &file)
{
    return printerOf(session, states).writePdf(file);
}

} // namespace gouji::printout
