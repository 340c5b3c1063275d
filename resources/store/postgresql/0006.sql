-- SPDX-License-Identifier: GPL-3.0-or-later
-- Numbers by which reports with alike prose find each other (core/checks/textreuse). They follow from the texts, as what
-- is prepared does.

CREATE TABLE text_band (
    band BIGINT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (band, number)
);
CREATE INDEX text_band_report ON text_band (number);

-- Whose places the store knows.
CREATE INDEX report_region ON report (region);
