// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "compare/comparetablemodel.h"
#include "review/reviewsession.h"

class QComboBox;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTabWidget;
class QTextBrowser;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace gouji {

class CompareTable;
class DifferencesModel;

/// The open report beside another: last year's, what was read before anybody corrected it, another file of it, or another
/// body's with the same prose. Tables
/// in the official form with both values, the differing cells as a list, and the texts of the sections.
class ComparePage : public Page {
    Q_OBJECT
public:
    enum class Beside { LastYear, Reading, Alike };

    explicit ComparePage(QWidget *parent = nullptr);
    ~ComparePage() override;

    void setSession(ReviewSession *session); ///< null empties the page; the session outlives its stay here
    void choose(Beside beside); ///< what the other one is; stays as it is where there is none such
    void goTo(const ReusedText &text); ///< its section beside the other one, paragraph by paragraph
    void aboutToShow() override;
    int differing() const { return m_compared.report ? m_compared.comparison.differing() : 0; }
    DifferencesModel *differences() const { return m_differences; }
    QTreeView *list() const { return m_list; }
    QList<CompareTable *> tables() const { return m_tables; }
    CellId currentCell() const { return m_current; }

Q_SIGNALS:
    void cellRequested(gouji::CellId cell); ///< in the report itself

protected:
    void changeEvent(QEvent *event) override;

private:
    /// One that the report can lie beside; shared, so that it stays while it is shown.
    struct Other {
        QString name;
        Beside kind = Beside::LastYear;
        std::shared_ptr<const Report> report;
        std::shared_ptr<const SourceDocument> document;
    };
    QWidget *bar();
    QWidget *tablesTab();
    void findOthers();
    void compare();
    void fillTables();
    void showTexts();
    void step(int by);
    void select(CellId cell);
    void showEmpty(const QString &text);

    ReviewSession *m_session = nullptr;
    QList<Other> m_others;
    ComparedReports m_compared;
    DifferencesModel *m_differences = nullptr;
    QList<CompareTable *> m_tables;
    CellId m_current;
    bool m_stale = true; ///< something changed while the page was not seen
    bool m_quiet = false;
    QComboBox *m_choice;
    QLabel *m_counts, *m_notes, *m_empty;
    QToolButton *m_previous, *m_next, *m_go;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QTreeView *m_list;
    QTextBrowser *m_text;
};

} // namespace gouji
