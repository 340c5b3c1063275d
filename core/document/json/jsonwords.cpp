// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/jsonwords.h"

#include "document/placed/boxfields.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(const JsonValue &value) { return value.kind == JsonValue::Number; }

/// Corners as numbers, or as pairs of numbers; empty where it is anything else.
std::vector<double> cornersIn(const JsonValue &value)
{
    std::vector<double> out;
    if (value.kind != JsonValue::Array || (value.items.size() != 4 && value.items.size() != 8))
        return out;
    for (const JsonValue &item : value.items) {
        if (isNumber(item)) {
            out.push_back(item.text.toDouble());
        } else if (item.items.size() == 2 && isNumber(item.items[0]) && isNumber(item.items[1])) {
            out.push_back(item.items[0].text.toDouble());
            out.push_back(item.items[1].text.toDouble());
        } else {
            return {};
        }
    }
    return out.size() == 4 || out.size() == 8 ? out : std::vector<double>();
}

BoxFields boxOf(const JsonValue &object)
{
    BoxFields box;
    for (size_t i = 0; i < object.items.size(); ++i) {
        const JsonValue &item = object.items[i];
        if (isNumber(item))
            box.set(object.names[i], item.text.toDouble());
        else if (item.kind == JsonValue::Object && item.items.size() <= 8)
            for (size_t j = 0; j < item.items.size(); ++j) {
                if (isNumber(item.items[j]))
                    box.set(item.names[j], item.items[j].text.toDouble());
            }
        else
            box.setAll(object.names[i], cornersIn(item));
    }
    return box;
}

const JsonValue *memberOf(const JsonValue &object, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const JsonValue *found = object.member(name))
            return found;
    }
    return nullptr;
}

QRectF boxAround(const std::vector<double> &corners)
{
    BoxFields box;
    box.setAll(u"box", corners);
    return box.box().value_or(QRectF());
}

} // namespace

JsonWords::JsonWords(const std::vector<JsonValue> &values)
{
    for (const JsonValue &value : values) {
        text.beginPage(std::nullopt);
        add(value);
    }
}

bool JsonWords::add(const JsonValue &value)
{
    if (value.kind == JsonValue::Object)
        return addObject(value);
    if (value.kind != JsonValue::Array)
        return false;
    if (addList(value))
        return true;
    bool any = false;
    for (const JsonValue &item : value.items)
        any = add(item) || any;
    return any;
}

bool JsonWords::addObject(const JsonValue &object)
{
    if (addLists(object))
        return true;
    const BoxFields box = boxOf(object);
    const bool isPage
        = object.member(u"page") || object.member(u"page_idx") || object.member(u"page_no") || (box.size() && !box.isPlaced());
    const bool hasLists
        = std::any_of(object.items.begin(), object.items.end(), [](const JsonValue &i) { return !i.isScalar() && i.items.size() > 8; });
    if (isPage && hasLists)
        text.beginPage(box.isPlaced() ? std::nullopt : box.size());
    // Lines are told with their words, or beside them.
    const bool twice = object.member(u"lines") && object.member(u"words");
    bool any = false;
    for (size_t i = 0; i < object.items.size(); ++i) {
        if (twice && object.names[i] == "words"_L1)
            continue;
        if (object.names[i] != "pages"_L1) {
            any = add(object.items[i]) || any;
            continue;
        }
        for (const JsonValue &page : object.items[i].items) {
            text.beginPage(std::nullopt);
            any = add(page) || any;
        }
    }
    if (any)
        return true;
    const JsonValue *said = memberOf(object, {u"text", u"words", u"word", u"content", u"DetectedText", u"transcription", u"rec_text"});
    const auto where = box.box();
    if (!said || said->kind != JsonValue::String || !where || said->text.trimmed().isEmpty())
        return false;
    recognised = recognised || memberOf(object, {u"score", u"conf", u"confidence", u"Confidence", u"probability", u"rec_score"});
    text.add(said->text, *where);
    return true;
}

bool JsonWords::addList(const JsonValue &list)
{
    if (list.items.size() < 2)
        return false;
    if (list.items.size() >= 5 && list.items[4].kind == JsonValue::String
        && std::all_of(list.items.begin(), list.items.begin() + 4, isNumber)) {
        JsonValue corners;
        corners.kind = JsonValue::Array;
        corners.items.assign(list.items.begin(), list.items.begin() + 4);
        text.add(list.items[4].text, boxAround(cornersIn(corners)));
        return true;
    }
    const std::vector<double> corners = cornersIn(list.items[0]);
    const JsonValue &said = list.items[1].kind == JsonValue::Array && !list.items[1].items.empty() ? list.items[1].items[0] : list.items[1];
    if (corners.empty() || said.kind != JsonValue::String)
        return false;
    recognised = true;
    text.add(said.text, boxAround(corners));
    return true;
}

bool JsonWords::addLists(const JsonValue &object)
{
    const JsonValue *texts = memberOf(object, {u"rec_texts", u"texts", u"rec_text"});
    const JsonValue *boxes = memberOf(object, {u"rec_polys", u"rec_boxes", u"dt_polys", u"boxes"});
    if (!texts || !boxes || texts->items.size() != boxes->items.size() || texts->items.empty())
        return false;
    for (size_t i = 0; i < texts->items.size(); ++i) {
        const std::vector<double> corners = cornersIn(boxes->items[i]);
        if (!corners.empty() && texts->items[i].kind == JsonValue::String)
            text.add(texts->items[i].text, boxAround(corners));
    }
    recognised = true;
    return true;
}

} // namespace gouji
