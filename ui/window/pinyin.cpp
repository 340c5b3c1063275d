// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pinyin.h"

#include <QChar>

#include <unicode/utrans.h>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

/// ICU gives one reading of a character; these are said in another way in words of this program's subject.
const QHash<char32_t, QStringList> &others()
{
    static const QHash<char32_t, QStringList> table = {
        {U'重', {u"chong"_s}},
        {U'行', {u"hang"_s}},
        {U'长', {u"chang"_s}},
        {U'调', {u"tiao"_s}},
        {U'还', {u"huan"_s}},
        {U'都', {u"du"_s}},
        {U'单', {u"shan"_s}},
        {U'藏', {u"zang"_s}},
        {U'会', {u"kuai"_s}},
        {U'系', {u"ji"_s}},
        {U'率', {u"lv"_s}},
        {U'更', {u"geng"_s}},
        {U'数', {u"shu"_s}},
        {U'传', {u"zhuan"_s}},
        {U'朝', {u"zhao"_s}},
    };
    return table;
}

} // namespace

Pinyin::~Pinyin() { utrans_close(m_transliterator); }

const QStringList &Pinyin::of(char32_t character)
{
    const auto found = m_known.constFind(character);
    if (found != m_known.constEnd())
        return *found;
    QStringList syllables;
    if (QChar::script(character) == QChar::Script_Han && !m_failed) {
        UErrorCode error = U_ZERO_ERROR;
        if (!m_transliterator) {
            const QString id = u"Han-Latin; Latin-ASCII"_s;
            m_transliterator = utrans_openU(
                reinterpret_cast<const UChar *>(id.utf16()), int32_t(id.size()), UTRANS_FORWARD, nullptr, 0, nullptr, &error);
            m_failed = U_FAILURE(error); // an ICU without this data: characters are found as they are written
        }
        if (!m_failed) {
            UChar buffer[32];
            const QString from = QString::fromUcs4(&character, 1);
            std::copy_n(reinterpret_cast<const UChar *>(from.utf16()), from.size(), buffer);
            int32_t length = int32_t(from.size());
            int32_t limit = length;
            utrans_transUChars(m_transliterator, buffer, &length, int32_t(std::size(buffer)), 0, &limit, &error);
            const QString spelt = QString::fromUtf16(reinterpret_cast<const char16_t *>(buffer), length).toLower().trimmed();
            if (U_SUCCESS(error) && !spelt.isEmpty() && spelt != from)
                syllables << spelt;
        }
        for (const QString &other : others().value(character)) {
            if (!syllables.contains(other))
                syllables << other;
        }
    }
    return *m_known.insert(character, syllables);
}

} // namespace gouji
