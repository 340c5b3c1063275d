// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/panels/cellpanel.h"

#include "common/findingwords.h"
#include "common/icons.h"
#include "common/theme.h"
#include "output/explanationtext.h"
#include "review/cells/explanationhtml.h"
#include "review/pages/cellpicture.h"
#include "review/panels/choicesview.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

CellPanel::CellPanel(QWidget *parent)
    : QWidget(parent)
    , m_picture(new CellPicture(this))
    , m_headRow(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_head(new QLabel(this))
    , m_copy(new QToolButton(this))
    , m_confirm(new QToolButton(this))
    , m_text(new QTextBrowser(this))
    , m_side(new QWidget(this))
    , m_sideHead(new QLabel(m_side))
    , m_choices(new ChoicesView(m_side))
{
    setObjectName(u"cellPanel"_s);
    setProperty("manualTopic", tr("看说明"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    buildHead();
    m_text->setObjectName(u"cellText"_s);
    m_text->setAccessibleName(tr("所选单元格的说明"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(2 * theme::Grid);
    m_text->installEventFilter(this);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (const CellId cell = linkedCell(url); cell.isValid())
            Q_EMIT cellRequested(cell);
        else if (const TextRange range = linkedSource(url); range.isValid())
            Q_EMIT sourceRequested(range);
    });

    m_sideHead->setObjectName(u"choicesHead"_s);
    m_sideHead->setFont(theme::strong(theme::small(font())));
    m_sideHead->setContentsMargins(2 * theme::Grid, theme::Grid, theme::Grid, theme::Grid);
    m_sideHead->setWordWrap(true);
    m_sideHead->setBuddy(m_choices);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_sideHead);
    side->addWidget(m_choices, 1);
    connect(m_choices, &ChoicesView::taken, this, &CellPanel::suggestionTaken);
    connect(m_choices, &ChoicesView::pointedAt, this, &CellPanel::suggestionPointedAt);
    connect(m_choices, &ChoicesView::left, this, &CellPanel::left);

    auto *acts = new QHBoxLayout;
    acts->setContentsMargins(0, 0, 0, 0);
    acts->setSpacing(theme::Grid);
    acts->addWidget(m_confirm);
    acts->addWidget(m_copy);
    acts->addStretch();
    m_headRow->setContentsMargins(2 * theme::Grid, theme::Grid, theme::Grid, 0);
    m_headRow->setSpacing(theme::Grid);
    m_headRow->addWidget(m_picture);
    m_headRow->addSpacing(theme::Grid);
    m_headRow->addWidget(m_head, 1);
    m_headRow->addLayout(acts);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addLayout(m_headRow);
    left->addWidget(m_text, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::Grid);
    row->addLayout(left, 3);
    row->addWidget(m_side, 2);
    showSubject(nullptr, {}, nullptr);
}

void CellPanel::buildHead()
{
    m_head->setObjectName(u"cellHead"_s);
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::RichText);
    m_head->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(u"copyExplanation"_s);
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("复制这份说明（Ctrl+Shift+C）"));
    m_copy->setAccessibleName(tr("复制这份说明"));
    m_confirm->setObjectName(u"confirmButton"_s);
    m_confirm->setIcon(icon(u"confirm"_s));
    m_confirm->setText(tr("确认（C）"));
    m_confirm->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_confirm->setToolTip(tr("按现在的读数确认此单元格"));
    connect(m_copy, &QToolButton::clicked, this, &CellPanel::copyText);
    connect(m_confirm, &QToolButton::clicked, this, &CellPanel::confirmRequested);
}

const QList<Suggestion> &CellPanel::suggestions() const { return m_choices->choices()->suggestions(); }

QString CellPanel::plainText() const { return m_plain; }

void CellPanel::copyText()
{
    if (!m_plain.isEmpty())
        QApplication::clipboard()->setText(m_plain);
}

void CellPanel::showSubject(const ReviewSession *session, CellId cell, const Finding *finding)
{
    const bool stays = cell == m_cell && cell.isValid();
    const int scrolled = m_text->verticalScrollBar()->value();
    m_cell = cell;
    m_plain.clear();
    const ExplanationStyle style(palette(), m_text->font());
    QString html;
    QString head;
    if (session && cell.isValid()) {
        const CellExplanation e = explain(cell, *session);
        m_plain = explanationText(e);
        const CellMarks marks = marksOf(session->report(), session->findings()).value(cell);
        m_picture->setCell(e.now.value || e.now.status == CellStatus::Suspect ? shortValue(e.now) : QString(), marks);
        head = u"<b>%1</b>&nbsp; %2"_s.arg(e.place.toHtmlEscaped(), standingText(e.now).toHtmlEscaped());
        html = explanationHtml(e, finding, Dossier{session->report(), session->document()}, style);
    } else if (session && finding) {
        head = u"<b>%1</b>"_s.arg(finding->title.toHtmlEscaped());
        html = findingHtml(*finding, session->document(), style);
        m_plain = u"[%1] %2\n"_s.arg(severityWord(finding->severity), finding->message);
    } else {
        head = u"<span style=\"color:%1\">%2</span>"_s.arg(
            theme::mutedInk(palette()).name(), tr("选一个单元格或一条问题，这里说明它的来历、勾稽和可行的处理。"));
    }
    m_head->setText(head);
    m_copy->setVisible(!m_plain.isEmpty());
    m_confirm->setVisible(session && cell.isValid() && session->report().cell(cell).needsPerson());
    if (html != m_html) { // laying it out costs more than all the rest
        m_html = html;
        m_text->setTabStopDistance(style.indent);
        m_text->setHtml(html);
        if (stays)
            m_text->verticalScrollBar()->setValue(scrolled);
    }

    m_choices->choices()->setSuggestions(session, session ? suggestionsFor(*session, cell, finding) : QList<Suggestion>());
    m_sideHead->setText(tr("建议 %1 项：Alt+数字采用，Alt+↓ 预览").arg(suggestions().size()));
    m_side->setVisible(!suggestions().isEmpty());
    arrange();
}

/// Beside other panels there is little room: the name of the cell has a line for itself, and no picture.
void CellPanel::arrange()
{
    constexpr int Side = 60 * theme::Grid;
    constexpr int Head = 75 * theme::Grid;
    const bool narrow = width() < Head + (m_side->isHidden() ? 0 : Side);
    m_side->setMinimumWidth(narrow ? 2 * Side / 3 : Side);
    m_headRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_picture->setVisible(!narrow && m_cell.isValid() && !m_plain.isEmpty());
}

void CellPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool CellPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gouji
