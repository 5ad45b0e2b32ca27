CREATE TABLE house_dossier (
    dossier {text} NOT NULL,
    matter {text} NOT NULL REFERENCES house_item (id) ON DELETE CASCADE,
    PRIMARY KEY (dossier, matter)
) {table};
CREATE INDEX house_dossier_matter ON house_dossier (matter);
CREATE TABLE house_dossier_number (
    dossier {text} NOT NULL PRIMARY KEY,
    number {text} NOT NULL
) {table};
CREATE TABLE house_motion_elsewhere (
    matter {text} NOT NULL REFERENCES house_item (id) ON DELETE CASCADE,
    department {text} NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (matter, department)
) {table};
