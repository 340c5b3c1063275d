-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a list of reports shows besides: the kind of file, places that wait for a person, who was there last and when.
-- head is the hash of the last act, so that acts taken off the end are noticed; empty where an older program wrote them.
-- summed is the head that the summary was made after: where the two differ, a program was stopped between act and summary.

ALTER TABLE report ADD COLUMN file_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report ADD COLUMN reviewer TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN touched_at TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN head TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN summed TEXT NOT NULL DEFAULT '';
