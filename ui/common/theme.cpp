// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

#include <cmath>

namespace gouji::theme {

using namespace Qt::StringLiterals;

namespace {

struct Tones {
    const char *window, *base, *alternate, *text, *muted, *button, *accent, *onAccent, *tip, *mid;
};

constexpr Tones Light = {"#f3f4f6", "#ffffff", "#f8f9fa", "#1c2126", "#59636e", "#fbfbfc", "#1f5fa6", "#ffffff", "#fffdf4", "#c3c9d0"};
constexpr Tones Dark = {"#23272b", "#1a1d20", "#202428", "#e4e7ea", "#a2abb4", "#2d3237", "#7fb2ea", "#10161c", "#30353a", "#474e55"};

QColor hex(const char *name) { return QColor(QLatin1StringView(name)); }

QPalette paletteOf(const Tones &t)
{
    QPalette p(hex(t.button), hex(t.window));
    p.setColor(QPalette::WindowText, hex(t.text));
    p.setColor(QPalette::Text, hex(t.text));
    p.setColor(QPalette::ButtonText, hex(t.text));
    p.setColor(QPalette::Base, hex(t.base));
    p.setColor(QPalette::AlternateBase, hex(t.alternate));
    p.setColor(QPalette::Button, hex(t.button));
    p.setColor(QPalette::Mid, hex(t.mid));
    p.setColor(QPalette::Dark, mix(hex(t.mid), hex(t.text), 0.25));
    p.setColor(QPalette::Light, mix(hex(t.button), hex(t.base), 0.5));
    p.setColor(QPalette::Midlight, mix(hex(t.button), hex(t.mid), 0.3));
    p.setColor(QPalette::Shadow, mix(hex(t.mid), QColor(Qt::black), 0.4));
    p.setColor(QPalette::Highlight, hex(t.accent));
    p.setColor(QPalette::HighlightedText, hex(t.onAccent));
    p.setColor(QPalette::Link, hex(t.accent));
    p.setColor(QPalette::LinkVisited, hex(t.accent));
    p.setColor(QPalette::BrightText, hex(t.onAccent));
    p.setColor(QPalette::ToolTipBase, hex(t.tip));
    p.setColor(QPalette::ToolTipText, hex(t.text));
    p.setColor(QPalette::PlaceholderText, hex(t.muted));
    const QColor off = mix(hex(t.text), hex(t.window), 0.55);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, off);
    p.setColor(QPalette::Disabled, QPalette::Highlight, hex(t.mid));
    return p;
}

double luminance(const QColor &c)
{
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

/// Moves a colour towards the text colour until it can be read on the background.
QColor readable(QColor c, const QPalette &p)
{
    const QColor base = p.color(QPalette::Base);
    for (int i = 0; i < 20 && contrast(c, mix(base, c, 0.14)) < 4.6; ++i)
        c = mix(c, p.color(QPalette::Text), 0.08);
    return c;
}

QColor red(const QPalette &p) { return isDark(p) ? QColor(0xf0, 0x7f, 0x78) : QColor(0xb8, 0x25, 0x22); }

QColor amber(const QPalette &p) { return isDark(p) ? QColor(0xe3, 0xb3, 0x4c) : QColor(0x8a, 0x5a, 0x00); }

/// Fusion with room beside the words of lists and their heads, which then stand in one line, and with text fields that
/// can be told from a dark ground.
class Style : public QProxyStyle {
public:
    using QProxyStyle::QProxyStyle;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_FocusFrameHMargin ? Inset - 1 : QProxyStyle::pixelMetric(metric, option, widget);
    }
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override
    {
        const auto *header = element == CE_HeaderLabel ? qstyleoption_cast<const QStyleOptionHeader *>(option) : nullptr;
        if (!header)
            return QProxyStyle::drawControl(element, option, painter, widget);
        QStyleOptionHeaderV2 padded;
        if (const auto *whole = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option))
            padded = *whole;
        else
            static_cast<QStyleOptionHeader &>(padded) = *header;
        padded.rect.adjust(Inset - 2, 0, 2 - Inset, 0);
        QProxyStyle::drawControl(element, &padded, painter, widget);
    }
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override
    {
        const QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
        return type == CT_HeaderSection ? whole + QSize(2 * (Inset - 2), Grid) : whole;
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element == PE_FrameLineEdit)
            frame(option, painter);
    }
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox)
            frame(option, painter);
    }

private:
    static void frame(const QStyleOption *option, QPainter *painter)
    {
        if (option->state & State_HasFocus || !isDark(option->palette))
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(option->palette.color(QPalette::Dark));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->restore();
    }

    static constexpr int Inset = 6; ///< of words in a list; Fusion has 3, and 2 in the heads
};

} // namespace

void apply(QApplication &app, Choice choice, int percent)
{
    // What the desktop brought is read once, before anything of ours covers it.
    static const QPalette desktopPalette = app.palette();
    static const QFont desktopFont = app.font();

    if (QStyle *fusion = QStyleFactory::create(u"Fusion"_s))
        app.setStyle(new Style(fusion));
    const bool dark = choice == Choice::Dark || (choice == Choice::System && isDark(desktopPalette));
    app.setPalette(paletteOf(dark ? Dark : Light));

    QFont font = desktopFont;
    QStringList families;
    // Generic and Latin-only families would set digits and characters in two unlike faces.
    const QString family = desktopFont.family();
    const bool plain = family.startsWith(u"Sans"_s) || family.startsWith(u"DejaVu"_s) || family.isEmpty();
    if (!plain)
        families << family;
    families << u"Noto Sans CJK SC"_s << u"Noto Sans SC"_s << u"Source Han Sans SC"_s;
    if (plain)
        families << family;
    font.setFamilies(families);
    const double points = desktopFont.pointSizeF() > 0 ? desktopFont.pointSizeF() : 10.0;
    font.setPointSizeF(std::max(6.0, points * percent / 100.0));
    app.setFont(font);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](double x, double y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

QColor accent(const QPalette &p) { return p.color(QPalette::Active, QPalette::Highlight); }

QColor errorInk(const QPalette &p) { return readable(red(p), p); }

QColor warningInk(const QPalette &p) { return readable(amber(p), p); }

QColor goodInk(const QPalette &p) { return readable(isDark(p) ? QColor(0x7c, 0xc4, 0x8d) : QColor(0x1d, 0x6b, 0x35), p); }

QColor mutedInk(const QPalette &p) { return p.color(QPalette::PlaceholderText); }

QColor errorWash(const QPalette &p) { return mix(p.color(QPalette::Base), red(p), isDark(p) ? 0.26 : 0.17); }

QColor errorWashSoft(const QPalette &p) { return mix(p.color(QPalette::Base), red(p), isDark(p) ? 0.11 : 0.06); }

QColor warningWash(const QPalette &p)
{
    return mix(p.color(QPalette::Base), isDark(p) ? amber(p) : QColor(0xf0, 0xb4, 0x2c), isDark(p) ? 0.20 : 0.24);
}

QColor rule(const QPalette &p) { return p.color(QPalette::Mid); }

QColor headFill(const QPalette &p) { return mix(p.color(QPalette::Base), p.color(QPalette::Text), 0.045); }

QColor tableTint(const QPalette &p) { return mix(p.color(QPalette::Base), accent(p), isDark(p) ? 0.10 : 0.055); }

QColor selectionWash(const QPalette &p) { return mix(p.color(QPalette::Base), accent(p), isDark(p) ? 0.34 : 0.20); }

int characterWidth(const QFontMetrics &metrics)
{
    // one alone is rounded, and its fraction adds up in a line
    static const QString line(16, u'公');
    return (metrics.horizontalAdvance(line) + 15) / 16;
}

QFont small(const QFont &base)
{
    QFont f = base;
    f.setPointSizeF(base.pointSizeF() * 0.9);
    return f;
}

QFont large(const QFont &base)
{
    QFont f = base;
    f.setPointSizeF(base.pointSizeF() * 1.25);
    return f;
}

QFont strong(const QFont &base)
{
    QFont f = base;
    f.setWeight(QFont::Bold);
    return f;
}

} // namespace gouji::theme
