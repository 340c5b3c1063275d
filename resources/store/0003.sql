-- SPDX-License-Identifier: GPL-3.0-or-later
-- The bodies that have to report, and the government above each: which reports sum up to which.

CREATE TABLE region_member (
    agency TEXT NOT NULL PRIMARY KEY,
    parent TEXT NOT NULL,
    position INTEGER NOT NULL
);
