ALTER TABLE register_entry ADD COLUMN made_words {text} NOT NULL DEFAULT '';
ALTER TABLE register_entry ADD COLUMN made_reason {text} NOT NULL DEFAULT '';
CREATE TABLE entry_key_data (
    entry {text} NOT NULL REFERENCES register_entry (id) ON DELETE CASCADE,
    field {text} NOT NULL CHECK (
        field IN ('responsible', 'members', 'committee', 'activity', 'category', 'subjects')),
    value {text} NOT NULL CHECK (length(value) > 0),
    PRIMARY KEY (entry, field)
) {table};
ALTER TABLE alignment_request ADD COLUMN silence_rule {text};
CREATE TABLE alignment_rule (
    department {text} NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    body {text} NOT NULL,
    number {int} NOT NULL CHECK (number > 0),
    silence_agrees {flag} NOT NULL,
    source {text} NOT NULL CHECK (length(source) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (department, body, number)
) {table};
CREATE TABLE letter_public_decision (
    letter {text} NOT NULL PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
    body {text} NOT NULL CHECK (length(body) > 0)
) {table};
