// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/similarreports.h"

#include "review/reviewsession.h"
#include "review/verbs.h"
#include "store/companionfinder.h"

#include <algorithm>

namespace gouji {

using namespace Qt::StringLiterals;

namespace {

QString rowText(const Report &report, const QList<CellId> &row, const Act &act)
{
    QStringList out;
    for (const CellId id : row) {
        const auto at = std::find_if(act.cells.begin(), act.cells.end(), [&](const CellChange &c) { return c.cell == id; });
        const Cell &cell = at == act.cells.end() ? report.cell(id) : at->after;
        out << (cell.value ? cell.value->toString() : cell.status == CellStatus::Missing ? u"？"_s : u"□"_s);
    }
    return out.join(u' ');
}

QString nameOf(const StoredReport &entry) { return entry.agency.isEmpty() ? entry.fileName : entry.agency; }

} // namespace

/// A report taken out of the store to be worked on, as the window would have it.
struct SimilarReports::Opened {
    Opened(Store &store, const Knowledge &knowledge, StoredReview review, const QString &reviewer)
        : m_store(store)
        , m_entry(review.entry)
        , session(std::move(review.read), knowledge, std::move(review.history))
    {
        session.setReviewer(reviewer);
        session.setCompanions(CompanionFinder(store).of(m_entry.id, session.report(), session.document()));
        session.setKeeper([this](const Act &act) { return m_store.append(m_entry.id, act); });
    }
    QString name() const { return nameOf(m_entry); }
    void summarise()
    {
        (void)m_store.setSummary(m_entry.id, session.report(), openFindings(session.findings(), session.verdicts()), session.state());
    }

private:
    Store &m_store;
    StoredReport m_entry;

public:
    ReviewSession session;
};

Result<QList<StoredReport>> SimilarReports::candidates(const QUuid &own) const
{
    auto all = m_store.list();
    if (!all)
        return all.error();
    const auto self = std::find_if(all->begin(), all->end(), [&](const StoredReport &r) { return r.id == own; });
    if (self == all->end())
        return QList<StoredReport>();
    const QString form = self->form;
    const QString kind = self->fileKind;
    all->removeIf([&](const StoredReport &r) {
        const bool inOrder = !r.stale && r.errors + r.warnings + r.waiting == 0;
        return r.id == own || r.form != form || r.fileKind != kind || inOrder || r.state == "done"_L1;
    });
    return *all;
}

std::optional<SimilarReport> SimilarReports::look(const StoredReport &entry, const Repair &repair, const QStringList &holding) const
{
    const auto kept = m_store.current(entry.id);
    if (!kept || !kept->notes.isEmpty())
        return std::nullopt;
    const auto draft = similarDraft(repair, holding, kept->report, kept->document);
    if (!draft)
        return std::nullopt;
    // The equations promise it; only now the report is checked as a whole.
    auto review = m_store.load(entry.id);
    if (!review)
        return std::nullopt;
    const ReviewSession session(std::move(review->read), m_knowledge, std::move(review->history));
    const Effect effect = session.preview(draft->act);
    const QList<CellId> row = verbs::rowOf(kept->report, repair.cell);
    return SimilarReport{
        entry, *draft, rowText(kept->report, row, {}), rowText(kept->report, row, draft->act), effect.mended.size(), effect.made.size()};
}

Result<std::unique_ptr<SimilarReports::Opened>> SimilarReports::open(const QUuid &id) const
{
    auto review = m_store.load(id);
    if (!review)
        return review.error();
    return std::make_unique<Opened>(m_store, m_knowledge, std::move(*review), m_reviewer);
}

BatchOutcome SimilarReports::apply(const QList<SimilarReport> &reports, const QStringList &holding) const
{
    BatchOutcome out;
    out.group = QUuid::createUuid();
    for (const SimilarReport &similar : reports) {
        const auto opened = open(similar.entry.id);
        if (!opened) {
            out.failed << nameOf(similar.entry) + u'：' + opened.error().message;
            continue;
        }
        ReviewSession &session = (*opened)->session;
        const auto draft = similarDraft(similar.draft.repair, holding, session.report(), session.document());
        if (!draft || draft->act.cells != similar.draft.act.cells) {
            out.failed << u"%1：这一行已经变了，没有动。"_s.arg((*opened)->name());
            continue;
        }
        Act act = draft->act;
        act.group = out.group;
        if (const Status done = session.perform(act); !done) {
            out.failed << (*opened)->name() + u'：' + done.error().message;
            continue;
        }
        (*opened)->summarise();
        out.done << similar.entry.id;
    }
    return out;
}

BatchOutcome SimilarReports::takeBack(const QUuid &group, const QList<QUuid> &reports) const
{
    BatchOutcome out;
    out.group = group;
    for (const QUuid &id : reports) {
        const auto opened = open(id);
        if (!opened) {
            out.failed << opened.error().message;
            continue;
        }
        ReviewSession &session = (*opened)->session;
        QUuid act;
        for (const Act &a : session.history()) {
            if (a.group == group && a.kind != "undo"_L1 && a.kind != "redo"_L1)
                act = a.id;
        }
        if (const Status done = session.takeBack(act); !done) {
            out.failed << (*opened)->name() + u'：' + done.error().message;
            continue;
        }
        (*opened)->summarise();
        out.done << id;
    }
    return out;
}

} // namespace gouji
