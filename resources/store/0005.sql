-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the queue filters and finds by. number: the reports in the order they were kept, from 1. agency_key: the name by
-- which reports of one body find each other (core/report/agencyname). rules: ids of the open findings' rules, parted by
-- blanks. typed: numbers that people put in, parted by blanks. prepared: which program derived these (0: none yet; they
-- follow from reading and acts, and are made when the store is next opened in the window).

ALTER TABLE report ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report ADD COLUMN agency_key TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN rules TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN typed TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN prepared INTEGER NOT NULL DEFAULT 0;
UPDATE report SET number = kept.place
    FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY kept_at, id) AS place FROM report) AS kept
    WHERE kept.id = report.id;
CREATE INDEX report_number ON report (number);
CREATE INDEX report_body ON report (agency_key, report_year);

-- Files and folders brought in together; ended_at is empty until all of them were read. A batch that did not end goes on
-- from its sources: what is kept already is known by its SHA-256.
CREATE TABLE import_batch (
    id TEXT NOT NULL PRIMARY KEY,
    sources TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    ended_at TEXT NOT NULL
);

-- Files of a batch that could not be read, and why.
CREATE TABLE import_failure (
    batch TEXT NOT NULL REFERENCES import_batch (id),
    file TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (batch, file)
);
