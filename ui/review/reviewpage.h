// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagepictures.h"
#include "review/cells/problems.h"
#include "review/repair.h"
#include "review/reviewactions.h"
#include "review/reviewsession.h"

#include <QWidget>

class QSplitter;
class QTabBar;
class QTimer;

namespace gouji {

class CellPanel;
class FindingsPanel;
class FormView;
class Legend;
class PageView;
class ReportHeader;
class ScrollLock;
class SearchBar;
class SourceView;
class VerbActions;

/// One report on the desk: its source beside its tables, the findings and the chosen cell below. Choosing anything in one
/// of them shows it in the others; every act goes to the ReviewSession.
class ReviewPage : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPage(QWidget *parent = nullptr);

    void setStates(const QList<QPair<QString, QString>> &states);
    void setSession(ReviewSession *session); ///< null empties the page; the session outlives its stay here
    /// The file the session was read from, empty where it is not at hand: where it has pages, or tables that can be laid out, these
    /// stand beside the tables, and the text behind a switch.
    void setOriginal(const QByteArray &bytes);
    ReviewSession *session() const { return m_session; }

    ReviewActions *actions()
    {
        settle();
        return m_actions;
    }
    FormView *formView() const { return m_form; }
    SourceView *sourceView() const { return m_source; }
    PageView *pageView() const { return m_pages; }
    QWidget *sourcePane() const; ///< the side of the source that is shown
    CellPanel *cellPanel()
    {
        settle();
        return m_cellPanel;
    }
    FindingsPanel *findingsPanel() const { return m_findings; }

    CellId currentCell() const;
    void selectCell(CellId cell);
    void selectFinding(int index);
    bool goToEndProblem(bool first); ///< to the first or last thing that needs a person; false where there is none
    VerbActions *verbs() const { return m_verbs; }

    /// A structural repair that was done here, for the reports that need the same.
    struct DoneRepair {
        Repair repair;
        QString text; ///< 「“予以公开”行：93 拆为 9 和 3」
        QStringList holding; ///< the equations that hold since
    };
    const std::optional<DoneRepair> &lastRepair() const { return m_repair; }
    /// Shows places of the source, and the cell they belong to where there is one.
    void showPassage(const QList<TextRange> &ranges, CellId cell);

    QByteArray saveSplitters() const;
    void restoreSplitters(const QByteArray &state);
    QPoint scrolled() const; ///< how far the source (x) and the tables (y) are
    void scrollTo(const QPoint &place);
    void refreshColours(); ///< after the palette changed

Q_SIGNALS:
    void note(const QString &sentence); ///< for the status bar
    void selectionSummed(const QString &words); ///< where the choice stands and what it adds up to
    void textsRequested(const gouji::ReusedText &text); ///< a section beside the one of another report that it stands in, too
    void repaired(); ///< lastRepair() is a new one
    void problemsEnded(bool forward); ///< there is no further one in this report
    void doneRequested(); ///< this report is finished, the next one please
    void refused(const QString &sentence); ///< an act that did not happen and has no cell to show it under

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override; ///< behind another page nothing is done to a report, for nobody would see it

private:
    enum SourceSide { PageSide, TextSide }; // of the switch above the source
    struct Anchor {
        TextRange source;
        CellId cell;
    };

    void buildViews();
    void buildScrollLocks();
    void updateScrollLocks();
    void findAnchors();
    void connectViews();
    void connectActions();
    void perform(const Result<Act> &draft);
    void repair(const Result<Act> &draft, const std::optional<Repair> &repair);
    void showCell(CellId cell);
    void trace(); ///< ties the current cell to those of its equations
    void showSubject();
    void settle(); ///< shows the subject now, if that was put off
    void showSource(int side); ///< SourceSide
    void light(const QList<TextRange> &ranges); ///< in the source, whichever side of it is shown
    void sumSelection();
    void markSource();
    void refresh();
    void refreshHistory();
    QList<Problem> problems() const;
    void goToProblem(bool forward);
    void showProblem(const QList<Problem> &all, int at);
    void takeFromSource(const TextRange &range, CellId cell);
    void takeSuggestion(int index);
    void previewSuggestion(int index);
    void showCellMenu(const QPoint &position);
    const Finding *chosenFinding() const;
    int orderOf(CellId cell) const;

    ReviewSession *m_session = nullptr;
    int m_finding = -1; ///< chosen one, index into the session's findings
    Finding m_chosen; ///< as it was when it was chosen
    Problem m_lastProblem;
    std::optional<DoneRepair> m_repair;
    ReportHeader *m_header;
    QTabBar *m_sides; ///< of the source: pages and text
    PageView *m_pages;
    SourceView *m_source;
    SearchBar *m_search;
    FormView *m_form;
    QTabBar *m_tabs;
    Legend *m_legend;
    FindingsPanel *m_findings;
    CellPanel *m_cellPanel;
    QSplitter *m_upper;
    QSplitter *m_lower;
    QSplitter *m_outer;
    ReviewActions *m_actions;
    QTimer *m_later; ///< an act shows its findings first, the long explanation right after
    ScrollLock *m_textLock; ///< of the source's text and the tables
    ScrollLock *m_pageLock; ///< of the source's pages and the tables
    QList<Anchor> m_anchors; ///< in the form's order
    VerbActions *m_verbs;
};

} // namespace gouji
