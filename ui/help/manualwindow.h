// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTextBrowser;

namespace gouji {

/// The manual in a window of its own, beside the work. It is the file that is installed, compiled in, so that it is there
/// wherever the program runs and always speaks of this version.
class ManualWindow : public QWidget {
    Q_OBJECT
public:
    explicit ManualWindow(QWidget *parent = nullptr);

    /// Shows the part under a heading; from the beginning where there is no such heading.
    void showTopic(const QString &heading);
    QTextBrowser *view() const { return m_view; }

    /// Widgets say with this property under which heading they are described; so do the widgets inside them.
    static constexpr const char *TopicProperty = "manualTopic";
    static QString topicOf(const QWidget *widget);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void load(const QUrl &url);

    QTextBrowser *m_view;
};

} // namespace gouji
