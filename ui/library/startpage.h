// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace gouji {

/// What stands in the window while no report is open: what to do, the bundled samples, recent files.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    void setRecentFiles(const QStringList &files);
    void setReportCount(int reports); ///< of the queue, which is offered first where there are some
    static QStringList samples(); ///< resource paths of the bundled samples

Q_SIGNALS:
    void openRequested();
    void folderRequested();
    void queueRequested();
    void fileChosen(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPushButton *m_open;
    QPushButton *m_queue;
    QVBoxLayout *m_recent;
    QWidget *m_recentBox;
};

} // namespace gouji
