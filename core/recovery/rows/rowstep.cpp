// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/rows/rowstep.h"

#include <limits>

// Rows side by side in one register: eight where the processor has such registers, else four. The results are the same to
// the last bit, since nothing is added up across rows.
#if defined(__x86_64__) && defined(__GNUC__)
#define GOUJI_WIDE_REGISTERS 1
#endif

namespace gouji {

namespace {

constexpr float Never = -std::numeric_limits<float>::infinity();

struct Narrow {
    using Rows = float __attribute__((vector_size(16)));
    static constexpr int Count = 4;
};

struct Wide {
    using Rows = float __attribute__((vector_size(32)));
    static constexpr int Count = 8;
};

#define GOUJI_INLINE inline __attribute__((always_inline))

/// Scores in memory, which lie at no address in particular: an attribute on the vector itself is lost in a template.
template <typename R> struct __attribute__((packed, may_alias)) Stored {
    typename R::Rows v;
};

template <typename R> GOUJI_INLINE const Stored<R> &rows(const float *at) { return *reinterpret_cast<const Stored<R> *>(at); }

template <typename R> GOUJI_INLINE Stored<R> &rows(float *at) { return *reinterpret_cast<Stored<R> *>(at); }

template <typename Rows> GOUJI_INLINE void raise(Rows &score, const Rows &offer) { score = score > offer ? score : offer; }

template <typename R, bool Takes, bool Even, bool Blocked, bool Raised> GOUJI_INLINE void stepAll(const RowStep &s)
{
    using Rows = typename R::Rows;
    const Rows never = Rows{} + Never;
    const Rows goOn = Rows{} + s.goOn;
    const int width = s.width;
    const int stride = s.stride;
    for (int l = 0; l < width; l += R::Count) {
        const float *const from = s.from + l;
        float *const to = s.to + l;
        const Rows before = rows<R>(from).v;
        const Rows skip = rows<R>(s.skipInside + l).v;
        Rows first = never;
        if (Takes)
            first = before - rows<R>(s.unnamed + l).v - rows<R>(s.start + l).v;
        Rows end = never;
        if (s.whole)
            end = before - rows<R>(s.whole + l).v;
        Rows aside = before + rows<R>(s.skipStart + l).v;
        if (Raised && !Even)
            raise(aside, +rows<R>(to).v); // a copy: no reference goes to what is stored
        rows<R>(to).v = aside;
        Rows taken = Even ? first : never;
        Rows leftOut = never;
        for (int slot = width; slot < stride; slot += width) {
            const Rows here = rows<R>(from + slot).v;
            Rows score = here + skip;
            if (Takes)
                raise(score, taken);
            if (Takes && !Even)
                raise(score, first + rows<R>(s.second + slot + l).v);
            if (Raised && (!Even || slot == width))
                raise(score, +rows<R>(to + slot).v);
            raise(score, leftOut - rows<R>(s.missing + slot + l).v);
            leftOut = score;
            rows<R>(to + slot).v = score;
            raise(end, score - rows<R>(s.rest + slot + l).v);
            if (Takes && Blocked)
                taken = here - (goOn + rows<R>(s.blocked + slot + l).v);
            else if (Takes)
                taken = here - goOn;
        }
        if (Takes)
            raise(end, taken);
        if (Takes && !Even)
            raise(end, first + rows<R>(s.second + stride + l).v);
        rows<R>(s.ends + l).v = end;
    }
}

template <typename R, bool Takes, bool Even> GOUJI_INLINE void stepSome(const RowStep &s)
{
    if (s.raised)
        return s.blocked ? stepAll<R, Takes, Even, Takes, true>(s) : stepAll<R, Takes, Even, false, true>(s);
    return s.blocked ? stepAll<R, Takes, Even, Takes, false>(s) : stepAll<R, Takes, Even, false, false>(s);
}

template <typename R> GOUJI_INLINE void step(const RowStep &s)
{
    if (s.takes)
        return s.second ? stepSome<R, true, false>(s) : stepSome<R, true, true>(s);
    return s.second ? stepSome<R, false, false>(s) : stepSome<R, false, true>(s);
}

template <typename R> GOUJI_INLINE void leave(float *scores, int width, int stride, const float *missing, const float *inside)
{
    using Rows = typename R::Rows;
    for (int l = 0; l < width; l += R::Count) {
        Rows left = rows<R>(scores + l).v;
        for (int slot = width + l; slot < stride; slot += width) {
            left = left - rows<R>(missing + slot).v;
            Rows score = rows<R>(scores + slot).v;
            raise(score, inside ? left + rows<R>(inside + slot).v : left);
            rows<R>(scores + slot).v = score;
        }
    }
}

#ifdef GOUJI_WIDE_REGISTERS
bool isWide() { return __builtin_cpu_supports("avx2"); }
__attribute__((target("avx2"))) void stepWide(const RowStep &s) { step<Wide>(s); }
__attribute__((target("avx2"))) void leaveWide(float *scores, int width, int stride, const float *missing, const float *inside)
{
    leave<Wide>(scores, width, stride, missing, inside);
}
#endif

} // namespace

void stepRows(const RowStep &s)
{
#ifdef GOUJI_WIDE_REGISTERS
    if (isWide())
        return stepWide(s);
#endif
    step<Narrow>(s);
}

void leaveFirstCells(float *scores, int width, int stride, const float *missing, const float *inside)
{
#ifdef GOUJI_WIDE_REGISTERS
    if (isWide())
        return leaveWide(scores, width, stride, missing, inside);
#endif
    leave<Narrow>(scores, width, stride, missing, inside);
}

void raiseRows(float *to, const float *from, const float *won, float cost, int width)
{
    for (int l = 0; l < width; l += Narrow::Count) {
        Narrow::Rows score = rows<Narrow>(to + l).v;
        raise(score, rows<Narrow>(from + l).v + rows<Narrow>(won + l).v - cost);
        rows<Narrow>(to + l).v = score;
    }
}

} // namespace gouji
