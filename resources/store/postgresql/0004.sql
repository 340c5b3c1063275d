-- SPDX-License-Identifier: GPL-3.0-or-later
-- What ../0004.sql says, in PostgreSQL's words. A function stands on one line, because a semicolon ends a line where it ends a statement.

CREATE FUNCTION gouji_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION gouji_act_last() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM act WHERE report = NEW.report) THEN RAISE EXCEPTION 'acts are only added after the last' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER act_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON act FOR EACH STATEMENT EXECUTE FUNCTION gouji_refuse();
CREATE TRIGGER act_added BEFORE INSERT ON act FOR EACH ROW EXECUTE FUNCTION gouji_act_last();
CREATE TRIGGER reading_unchanged BEFORE UPDATE ON reading FOR EACH STATEMENT EXECUTE FUNCTION gouji_refuse();
CREATE TRIGGER original_unchanged BEFORE UPDATE ON original FOR EACH STATEMENT EXECUTE FUNCTION gouji_refuse();

-- Reports that an older program worked on have no head yet, and losing their last acts would not be noticed.
UPDATE report SET head = COALESCE((SELECT hash FROM act WHERE report = report.id ORDER BY seq DESC LIMIT 1), '') WHERE head = '';
