// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartcanvas.h"
#include "common/page.h"

#include <QUuid>

class QComboBox;
class QLabel;
class QTableView;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace gouji {

class AgencyChoice;
class CellsModel;
class FileDialogs;
class FiguresModel;

/// Where the charts find their reports; filled by the window, so that the page knows no store.
struct ChartSources {
    struct Reports {
        QList<ChartPlace> places;
        QStringList notes;
    };
    std::function<Reports(const QString &agency)> years;
    std::function<Reports(int year, const QStringList &agencies)> bodies;
    std::function<QStringList(int year, const QString &beside)> agencies;
};

/// Charts of one agency over the years, or of several agencies in one year: the drawing, its numbers as a table with the
/// formula of every rate, and the cells behind the number that is chosen.
class ChartsPage : public Page {
    Q_OBJECT
public:
    ChartsPage(ChartSources sources, FileDialogs &dialogs, QWidget *parent = nullptr);
    ~ChartsPage() override;

    /// Whose charts are drawn; anew when the page is next shown.
    void setSubject(const QString &agency, int year);
    void aboutToShow() override;
    ChartCanvas *canvas() const { return m_canvas; } ///< null where the part that draws is not installed
    QTableView *table() const { return m_table; }
    QTreeView *cellList() const { return m_cells; }
    Status save(const QString &file);

Q_SIGNALS:
    void cellsRequested(const QUuid &report, const QList<gouji::CellId> &cells); ///< to be chosen in their report
    void saved(const QString &file);

private:
    QWidget *bar();
    QWidget *numbers();
    void load();
    void draw();
    void choose(int series, int place);
    void showCells();
    void goToCell(int row);
    void saveAs();
    bool byYear() const;
    QString title() const;

    ChartSources m_sources;
    FileDialogs &m_dialogs;
    QString m_agency;
    int m_year = 0;
    bool m_stale = true;
    ChartSources::Reports m_reports;
    std::unique_ptr<Figures> m_figures;
    ChartCanvas *m_canvas = nullptr;
    FiguresModel *m_model;
    CellsModel *m_cellsModel;
    AgencyChoice *m_agencies;
    QVBoxLayout *m_place; ///< of the canvas
    QComboBox *m_kind, *m_span;
    QToolButton *m_save;
    QLabel *m_notes, *m_formulas, *m_why;
    QTableView *m_table;
    QTreeView *m_cells;
};

} // namespace gouji
