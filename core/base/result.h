// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace gouji {

/// Why an act (open, read, load, save) failed. Doubt about a cell is not an Error, it is a CellStatus.
struct Error {
    QString code;    ///< for programs; the open list of contract "error codes": unreadable, empty, no-tables, …
    QString message; ///< one Chinese sentence for a person
};

/// A value or the Error that stands in its place. GCC 12 has no std::expected in C++20 mode.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The outcome of an act that yields nothing but may fail.
struct Done {
};
using Status = Result<Done>;

} // namespace gouji
