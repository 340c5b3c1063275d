// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/manualwindow.h"

#include "common/theme.h"

#include <QIcon>
#include <QImage>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 210 * theme::Grid;
constexpr int PictureWidth = Width - 20 * theme::Grid;

/// Pictures are shots of whole windows: shown no wider than the text, and sharp on any screen.
class Pages : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl &name) override
    {
        const QVariant found = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource)
            return found;
        QImage image = found.canConvert<QImage>() ? found.value<QImage>() : QImage();
        if (image.isNull())
            image = QImage::fromData(found.toByteArray());
        if (image.isNull())
            return found;
        const double ratio = devicePixelRatioF();
        const int width = std::min(image.width(), int(PictureWidth * ratio));
        image = image.scaledToWidth(width, Qt::SmoothTransformation);
        image.setDevicePixelRatio(ratio);
        return image;
    }
};

} // namespace

ManualWindow::ManualWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_view(new Pages(this))
{
    setObjectName(u"manualWindow"_s);
    setWindowTitle(tr("勾稽使用手册"));
    setWindowIcon(QIcon(u":/icons/gouji.svg"_s));
    m_view->setObjectName(u"manualView"_s);
    m_view->setAccessibleName(tr("使用手册"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setOpenLinks(false);
    m_view->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_view->document()->setDocumentMargin(6 * theme::Grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_view, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.scheme() == "qrc"_L1)
            load(url);
    });
    load(QUrl(QLocale().language() == QLocale::English ? u"qrc:/manual/index.en.md"_s : u"qrc:/manual/index.md"_s));
    resize(Width, 180 * theme::Grid);
}

void ManualWindow::load(const QUrl &url)
{
    m_view->setSource(url, QTextDocument::MarkdownResource);
    QTextFrame *root = m_view->document()->rootFrame();
    for (QTextFrame *frame : root->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(theme::Grid);
        format.setCellSpacing(0);
        format.setBorder(0);
        table->setFormat(format);
    }
}

void ManualWindow::showTopic(const QString &heading)
{
    show();
    raise();
    activateWindow();
    m_view->setFocus();
    QTextCursor cursor(m_view->document());
    for (QTextBlock block = m_view->document()->begin(); !heading.isEmpty() && block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0 && block.text().trimmed() == heading)
            cursor.setPosition(block.position());
    }
    m_view->setTextCursor(cursor);
    QScrollBar *bar = m_view->verticalScrollBar();
    bar->setValue(cursor.atStart() ? 0 : bar->value() + m_view->cursorRect(cursor).top() - 2 * theme::Grid);
}

QString ManualWindow::topicOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const QString topic = widget->property(TopicProperty).toString(); !topic.isEmpty())
            return topic;
    }
    return {};
}

void ManualWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gouji
