-- SPDX-License-Identifier: GPL-3.0-or-later
-- Acts are only ever added, each after the last, and what they rest on is never changed: the database itself refuses
-- anything else, whichever program asks. (Whoever takes the triggers away is found by the hashes.) The triggers are in
-- SQLite's words; a trigger stands on one line, because a semicolon ends a line where it ends a statement.

CREATE TRIGGER act_unchanged BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
CREATE TRIGGER act_stays BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
CREATE TRIGGER act_added BEFORE INSERT ON act WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM act WHERE report = NEW.report) OR EXISTS (SELECT 1 FROM act WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'acts are only added after the last'); END;
CREATE TRIGGER reading_unchanged BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'readings are never changed'); END;
CREATE TRIGGER original_unchanged BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;

-- Reports that an older program worked on have no head yet, and losing their last acts would not be noticed.
UPDATE report SET head = COALESCE((SELECT hash FROM act WHERE report = report.id ORDER BY seq DESC LIMIT 1), '') WHERE head = '';
