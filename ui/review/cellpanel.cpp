// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/cellpanel.h"

#include "common/theme.h"
#include "review/cellmarks.h"
#include "review/equations.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString coloured(const QString &html, const QColor &ink) { return u"<span style=\"color:%1\">%2</span>"_s.arg(ink.name(), html); }

QLabel *textLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

CellPanel::CellPanel(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"cellPanel"_s);
    setAccessibleName(tr("所选单元格"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget(this);
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(3 * theme::Grid, theme::Grid, 3 * theme::Grid, 2 * theme::Grid);
    row->setSpacing(4 * theme::Grid);
    auto *left = new QVBoxLayout;
    left->setSpacing(theme::Grid);
    m_head = textLabel(inside, u"cellHead"_s);
    m_about = textLabel(inside, u"cellAbout"_s);
    m_equations = textLabel(inside, u"cellEquations"_s);
    left->addWidget(m_head);
    left->addWidget(m_about);
    left->addWidget(m_equations);
    left->addStretch();
    row->addLayout(left, 5);
    m_side = new QWidget(inside);
    m_offers = new QVBoxLayout(m_side);
    m_offers->setContentsMargins(0, 0, 0, 0);
    m_offers->setSpacing(theme::Grid);
    m_side->setMinimumWidth(38 * theme::Grid);
    row->addWidget(m_side, 2);
    setWidget(inside);
    showSubject(nullptr, {}, nullptr);
}

void CellPanel::showSubject(const ReviewSession *session, CellId cell, const Finding *finding)
{
    m_suggestions = session ? suggestionsFor(*session, cell, finding) : QList<Suggestion>();
    QString about;
    if (session && finding) {
        const QColor ink = finding->severity == Severity::Error ? theme::errorInk(palette())
            : finding->severity == Severity::Warning            ? theme::warningInk(palette())
                                                                : theme::mutedInk(palette());
        about = coloured(u"<b>%1</b>"_s.arg(severityLabel(finding->severity)), ink) + u"&nbsp; "_s + finding->message.toHtmlEscaped();
        if (!finding->basis.isEmpty())
            about += u"<br>"_s + coloured(tr("依据：%1").arg(finding->basis.toHtmlEscaped()), theme::mutedInk(palette()));
    }
    if (session && cell.isValid()) {
        m_head->setText(cellHtml(*session, cell));
        m_equations->setText(equationsHtml(session->report(), cell));
    } else {
        m_head->setText(finding ? u"<b>%1</b>"_s.arg(finding->title.toHtmlEscaped())
                                : coloured(tr("选一个单元格或一条问题，这里说明它的来历、勾稽和可行的处理。"), theme::mutedInk(palette())));
        m_equations->clear();
    }
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    m_equations->setVisible(!m_equations->text().isEmpty());
    fillSuggestions();
    if (session && cell.isValid() && session->report().cell(cell).needsPerson()) {
        auto *confirm = new QPushButton(tr("确认无误（C）"), m_side);
        confirm->setObjectName(u"confirmButton"_s);
        confirm->setToolTip(tr("按现在的读数确认此单元格"));
        connect(confirm, &QPushButton::clicked, this, &CellPanel::confirmRequested);
        m_offers->insertWidget(m_offers->count() - 1, confirm);
        m_side->show();
    }
}

QString CellPanel::cellHtml(const ReviewSession &session, CellId id) const
{
    const Report &report = session.report();
    const Cell &cell = report.cell(id);
    const Cell &was = session.reading().cell(id);
    const QColor muted = theme::mutedInk(palette());
    QStringList facts;
    facts << (cell.confirmed && cell.status != CellStatus::Corrected ? tr("%1，已确认").arg(statusLabel(cell.status))
                                                                     : statusLabel(cell.status));
    if (cell.status == CellStatus::Corrected && was.value != cell.value)
        facts << tr("原读 <s>%1</s>").arg(was.value ? was.value->toString() : statusLabel(was.status));
    if (cell.source.isValid()) {
        const qsizetype line = QStringView(session.document().text).left(cell.source.begin).count(u'\n') + 1;
        facts << (cell.text.isEmpty() ? tr("原文第 %1 行").arg(line)
                                      : tr("原文 <b>%1</b>，第 %2 行").arg(cell.text.toHtmlEscaped()).arg(line));
    }
    QString out = u"<span style=\"font-size:large\"><b>%1</b></span>&nbsp;&nbsp; %2"_s.arg(
        cell.value ? cell.value->toString() : statusLabel(cell.status), report.catalogue().place(id).toHtmlEscaped());
    out += u"&nbsp; "_s + coloured(facts.join(u" · "_s), muted);
    if (!cell.why.isEmpty())
        out += u"<br>"_s + cell.why.toHtmlEscaped();
    for (const OpenRow &row : report.openRows) {
        if (row.cells.contains(id) && !row.reason.isEmpty() && row.reason != cell.why)
            out += u"<br>"_s + coloured(row.reason.toHtmlEscaped(), theme::warningInk(palette()));
    }
    return out;
}

QString CellPanel::equationsHtml(const Report &report, CellId cell) const
{
    QString out;
    for (const Equation &e : equationsOf(report, cell)) {
        const bool fails = e.state == Equation::State::Fails;
        const QString sign = fails ? u"≠"_s : u"="_s;
        const QString mark = fails ? u"✗"_s : e.state == Equation::State::Holds ? u"✓"_s : u"?"_s;
        const QColor ink = fails                ? theme::errorInk(palette())
            : e.state == Equation::State::Holds ? theme::goodInk(palette())
                                                : theme::mutedInk(palette());
        out += u"<tr><td style=\"padding-right:8px\">%1</td><td style=\"padding-right:8px\">%2</td><td>%3</td></tr>"_s.arg(
            coloured(u"<b>%1</b>"_s.arg(mark), ink), coloured(e.place.toHtmlEscaped(), theme::mutedInk(palette())),
            coloured(u"%1 %2 %3"_s.arg(e.left.toHtmlEscaped(), sign, e.right.toHtmlEscaped()), ink));
    }
    return out.isEmpty() ? out : u"<table cellspacing=\"0\">%1</table>"_s.arg(out);
}

void CellPanel::fillSuggestions()
{
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        if (QWidget *w = item->widget()) {
            w->hide();
            w->deleteLater(); // it may be the button whose click brought us here
        }
        delete item;
    }
    for (int i = 0; i < int(m_suggestions.size()); ++i) {
        const Suggestion &s = m_suggestions[i];
        auto *button = new QPushButton(m_side);
        const QString label = i == 0 && s.ranked ? tr("%1（空格）").arg(s.label) : s.label;
        button->setText(fontMetrics().elidedText(label, Qt::ElideMiddle, 60 * theme::Grid));
        button->setAccessibleName(label);
        button->setObjectName(u"suggestion%1"_s.arg(i));
        button->setToolTip(s.why.isEmpty() ? s.label : s.label + u'\n' + s.why);
        button->setAccessibleDescription(s.why + u' ' + effectText(s.effect));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT suggestionTaken(i); });
        m_offers->addWidget(button);
        auto *note = new QLabel(effectText(s.effect) + (s.why.isEmpty() ? QString() : u" · "_s + s.why), m_side);
        note->setFont(theme::small(font()));
        note->setForegroundRole(QPalette::PlaceholderText);
        note->setWordWrap(true);
        m_offers->addWidget(note);
    }
    m_offers->addStretch();
    m_side->setVisible(!m_suggestions.isEmpty());
}

} // namespace gouji
