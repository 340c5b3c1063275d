-- SPDX-License-Identifier: GPL-3.0-or-later
-- Written for SQLite and PostgreSQL alike: keys are UUIDs as text made by the program, times ISO 8601 in UTC, hashes
-- hexadecimal. BYTEA is PostgreSQL's word for bytes; SQLite takes any type name and keeps bytes as they are.
-- A statement ends with a semicolon at the end of a line.

CREATE TABLE gouji_schema (
    version INTEGER NOT NULL
);

CREATE TABLE review_state (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL
);
INSERT INTO review_state (id, position, title) VALUES ('new', 1, '未审');
INSERT INTO review_state (id, position, title) VALUES ('open', 2, '审核中');
INSERT INTO review_state (id, position, title) VALUES ('returned', 3, '待单位整改');
INSERT INTO review_state (id, position, title) VALUES ('done', 4, '已审');

-- One row a file; everything but id, sha256, file_name and kept_at is a summary of the last act, for lists.
CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    agency TEXT NOT NULL,
    report_year INTEGER NOT NULL,
    form TEXT NOT NULL,
    state TEXT NOT NULL REFERENCES review_state (id),
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    kept_at TEXT NOT NULL
);
CREATE INDEX report_kept ON report (kept_at);

-- What the program read, once, as one packed value (core/store/readingcodec): history replays on this.
CREATE TABLE reading (
    report TEXT NOT NULL PRIMARY KEY REFERENCES report (id),
    program TEXT NOT NULL,
    packed BYTEA NOT NULL
);

-- The bytes of the file, compressed.
CREATE TABLE original (
    report TEXT NOT NULL PRIMARY KEY REFERENCES report (id),
    packed BYTEA NOT NULL
);

-- What people did; rows are only ever added. previous and hash chain them (core/store/actcodec).
CREATE TABLE act (
    id TEXT NOT NULL PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    seq INTEGER NOT NULL,
    parent TEXT REFERENCES act (id),
    who TEXT NOT NULL,
    done_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    reason TEXT NOT NULL,
    changes TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (report, seq)
);
