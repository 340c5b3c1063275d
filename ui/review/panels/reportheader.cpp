// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/panels/reportheader.h"

#include "common/reportwords.h"
#include "common/theme.h"
#include "review/verbs.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// A box that is filled after it was first shown keeps the width it had empty.
void widen(QComboBox *box)
{
    int text = 0;
    for (int i = 0; i < box->count(); ++i)
        text = std::max(text, box->fontMetrics().horizontalAdvance(box->itemText(i)));
    box->setMinimumWidth(text + 9 * theme::Grid);
}

} // namespace

ReportHeader::ReportHeader(QWidget *parent)
    : QWidget(parent)
    , m_agency(new QLineEdit(this))
    , m_year(new QLineEdit(this))
    , m_form(new QComboBox(this))
    , m_state(new QComboBox(this))
    , m_agencyNote(new QLabel(this))
    , m_yearNote(new QLabel(this))
    , m_formNote(new QLabel(this))
    , m_file(new QLabel(this))
{
    setObjectName(u"reportHeader"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3 * theme::Grid, theme::Grid, 3 * theme::Grid, theme::Grid);
    row->setSpacing(theme::Grid);
    const auto add = [&](QWidget *field, QLabel *note, const QString &name, const QString &title) {
        field->setObjectName(name);
        field->setAccessibleName(title);
        field->setToolTip(title);
        note->setObjectName(name + u"Note"_s);
        note->setFont(theme::strong(theme::small(font())));
        row->addWidget(field);
        row->addWidget(note);
        row->addSpacing(theme::Grid);
    };
    m_agency->setFont(theme::strong(font()));
    m_agency->setPlaceholderText(tr("单位名称"));
    add(m_agency, m_agencyNote, u"agencyField"_s, tr("单位名称"));
    m_year->setPlaceholderText(tr("年度"));
    m_year->setFixedWidth(fontMetrics().horizontalAdvance(u"00000"_s) + 6 * theme::Grid);
    add(m_year, m_yearNote, u"yearField"_s, tr("报告年度"));
    add(m_form, m_formNote, u"formField"_s, tr("适用格式"));
    m_state->setObjectName(u"stateField"_s);
    m_state->setAccessibleName(tr("审核状态"));
    m_state->setToolTip(tr("审核状态"));
    row->addWidget(m_state);
    m_file->setObjectName(u"fileNote"_s);
    m_file->setFont(theme::small(font()));
    m_file->setForegroundRole(QPalette::PlaceholderText);
    m_file->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it is cut short before anything is pushed out
    row->addWidget(m_file, 1);

    connect(m_agency, &QLineEdit::editingFinished, this, [this] {
        if (m_session && m_agency->isModified()) {
            m_agency->setModified(false);
            if (const Status done = m_session->perform(verbs::setAgency(m_session->report(), m_agency->text())); !done)
                refresh();
        }
    });
    connect(m_year, &QLineEdit::editingFinished, this, [this] {
        if (m_session && m_year->isModified()) {
            m_year->setModified(false);
            if (const Status done = m_session->perform(verbs::setYear(m_session->report(), m_year->text())); !done)
                refresh();
        }
    });
    connect(m_form, &QComboBox::activated, this, [this](int i) {
        if (m_session && !m_session->perform(verbs::setForm(m_session->report(), m_form->itemData(i).toString())).ok())
            refresh();
    });
    connect(m_state, &QComboBox::activated, this, [this](int i) {
        if (m_session && !m_session->setState(m_state->itemData(i).toString()).ok())
            refresh();
    });
}

void ReportHeader::setStates(const QList<QPair<QString, QString>> &states)
{
    const QSignalBlocker quiet(m_state);
    m_state->clear();
    for (const auto &[id, title] : states)
        m_state->addItem(stateWord(id, title), id);
    widen(m_state);
    m_state->setVisible(!states.isEmpty());
    if (m_session)
        refresh();
}

void ReportHeader::setSession(ReviewSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    setEnabled(session);
    if (!session)
        return;
    m_form->clear();
    for (const Form &form : session->knowledge().forms->forms())
        m_form->addItem(formWord(form), form.id);
    widen(m_form);
    connect(session, &ReviewSession::changed, this, &ReportHeader::refresh);
    connect(session, &ReviewSession::historyChanged, this, &ReportHeader::refresh);
    connect(session, &ReviewSession::findingsChanged, this, &ReportHeader::refresh); // other reports came to bear on it
    refresh();
}

void ReportHeader::refresh()
{
    const Report &report = m_session->report();
    m_agency->setText(report.agency);
    m_agency->setCursorPosition(0);
    fitAgency();
    m_year->setText(report.year > 0 ? QString::number(report.year) : QString());
    m_form->setCurrentIndex(m_form->findData(report.form));
    m_state->setCurrentIndex(std::max(0, m_state->findData(m_session->state())));
    markField(m_agency, m_agencyNote, report.agencyStatus);
    markField(m_year, m_yearNote, report.yearStatus);
    markField(m_form, m_formNote, report.formStatus);

    const SourceDocument &d = m_session->document();
    QStringList facts{QFileInfo(d.fileName).fileName()};
    if (!d.encoding.isEmpty())
        facts << (d.encodingGuessed ? tr("%1（推测）").arg(d.encoding) : d.encoding);
    QStringList more{d.fileName};
    const Companions &others = m_session->companions();
    if (others.last) {
        facts << tr("上年 %1").arg(others.last->file);
        more << tr("与上年的报告比较：%1").arg(others.last->file);
    }
    if (!others.children.isEmpty()) {
        facts << tr("下级 %1 份").arg(others.children.size());
        for (const Companion &c : others.children)
            more << tr("与下级的报告比较：%1").arg(c.file);
    }
    m_facts = facts.join(u" · "_s);
    m_file->setToolTip((more + d.notes).join(u'\n'));
    m_file->setAccessibleName(m_facts);
    elideFacts();
}

/// As wide as the name, which is read more often than what the file is called.
void ReportHeader::fitAgency()
{
    const int wanted = m_agency->fontMetrics().horizontalAdvance(m_session->report().agency) + 8 * theme::Grid;
    m_agency->setFixedWidth(std::clamp(wanted, 40 * theme::Grid, std::max(40 * theme::Grid, width() - 105 * theme::Grid)));
}

void ReportHeader::elideFacts() { m_file->setText(m_file->fontMetrics().elidedText(m_facts, Qt::ElideMiddle, m_file->width())); }

void ReportHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_session)
        fitAgency();
    layout()->activate();
    elideFacts();
}

void ReportHeader::markField(QWidget *field, QLabel *note, FieldStatus status)
{
    QString words;
    QColor ink = theme::warningInk(palette());
    switch (status) {
    case FieldStatus::Read:
        break;
    case FieldStatus::Suspect:
        words = tr("存疑");
        break;
    case FieldStatus::Missing:
        words = tr("? 未找到");
        break;
    case FieldStatus::Corrected:
        words = tr("已更正");
        ink = theme::accent(palette());
        break;
    }
    note->setText(words);
    note->setVisible(!words.isEmpty());
    QPalette p = palette();
    p.setColor(QPalette::WindowText, ink);
    note->setPalette(p);
    field->setAccessibleDescription(words);
}

} // namespace gouji
