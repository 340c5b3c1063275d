// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/recogniser.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>

namespace gouji::ocr {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *Whitelist = "tessedit_char_whitelist";
constexpr const char *Digits = "0123456789.-";

std::unique_ptr<tesseract::TessBaseAPI> engine(const char *language)
{
    auto api = std::make_unique<tesseract::TessBaseAPI>();
    if (api->Init(nullptr, language, tesseract::OEM_LSTM_ONLY) != 0)
        return nullptr;
    api->SetVariable("debug_file", "/dev/null");
    return api;
}

std::vector<Piece> recognise(tesseract::TessBaseAPI &api, Pix *grey, tesseract::PageSegMode mode)
{
    std::vector<Piece> out;
    api.SetPageSegMode(mode);
    api.SetImage(grey);
    api.SetSourceResolution(300);
    if (api.Recognize(nullptr) == 0) {
        const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
        Piece piece;
        const auto finish = [&](bool lineEnd) {
            if (!piece.text.isEmpty()) {
                piece.lineEnd = lineEnd;
                out.push_back(std::move(piece));
            }
            piece = {};
        };
        if (it && !it->Empty(tesseract::RIL_SYMBOL)) {
            do {
                const std::unique_ptr<char[]> symbol(it->GetUTF8Text(tesseract::RIL_SYMBOL));
                int left = 0;
                int top = 0;
                int right = 0;
                int bottom = 0;
                const QString text = QString::fromUtf8(symbol.get()).trimmed();
                if (!text.isEmpty() && it->BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom)) {
                    const QRect box(left, top, right - left, bottom - top);
                    const float confidence = it->Confidence(tesseract::RIL_SYMBOL);
                    piece.confidence = piece.text.isEmpty() ? confidence : std::min(piece.confidence, confidence);
                    piece.text += text;
                    piece.box |= box;
                    piece.units.insert(piece.units.end(), size_t(text.size()), box);
                }
                if (it->IsAtFinalElement(tesseract::RIL_TEXTLINE, tesseract::RIL_SYMBOL))
                    finish(true);
                else if (it->IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL))
                    finish(false);
            } while (it->Next(tesseract::RIL_SYMBOL));
            finish(true);
        }
    }
    api.Clear();
    return out;
}

} // namespace

Recogniser::Recogniser() = default;
Recogniser::~Recogniser() = default;

Result<std::unique_ptr<Recogniser>> Recogniser::create()
{
    std::unique_ptr<Recogniser> out(new Recogniser);
    out->m_chinese = engine("chi_sim");
    if (!out->m_chinese)
        return Error{
            u"converter-missing"_s, u"识别扫描件需要 Tesseract 的简体中文数据，本机没有找到。请安装软件包 tesseract-ocr-chi-sim。"_s};
    out->m_digits = engine("eng");
    if (!out->m_digits)
        return Error{
            u"converter-missing"_s, u"识别扫描件里的数字需要 Tesseract 的英文数据，本机没有找到。请安装软件包 tesseract-ocr-eng。"_s};
    out->m_digits->SetVariable(Whitelist, Digits);
    return out;
}

std::vector<Piece> Recogniser::block(Pix *grey) { return recognise(*m_chinese, grey, tesseract::PSM_SINGLE_BLOCK); }

std::vector<Piece> Recogniser::number(Pix *grey) { return recognise(*m_digits, grey, tesseract::PSM_SINGLE_LINE); }

std::vector<Piece> Recogniser::chineseNumber(Pix *grey)
{
    m_chinese->SetVariable(Whitelist, Digits);
    auto out = recognise(*m_chinese, grey, tesseract::PSM_SINGLE_LINE);
    m_chinese->SetVariable(Whitelist, "");
    return out;
}

} // namespace gouji::ocr
