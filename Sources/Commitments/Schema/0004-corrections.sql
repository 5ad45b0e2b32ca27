ALTER TABLE entry_due ADD COLUMN version {int};
ALTER TABLE entry_standing ADD COLUMN version {int};
ALTER TABLE motion_event ADD COLUMN version {int};
CREATE TABLE letter_withdrawal (
    letter {text} NOT NULL PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    day {text} NOT NULL
) {table};
CREATE TABLE letter_part_removal (
    part {text} NOT NULL PRIMARY KEY REFERENCES letter_part (id) ON DELETE CASCADE,
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL
) {table};
CREATE TABLE letter_recall (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    number {int} NOT NULL CHECK (number > 0),
    paper {text} NOT NULL,
    sent_day {text} NOT NULL,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (letter, number)
) {table};
CREATE TABLE entry_correction (
    entry {text} NOT NULL REFERENCES register_entry (id) ON DELETE CASCADE,
    number {int} NOT NULL CHECK (number > 0),
    field {text} NOT NULL,
    before {text} NOT NULL,
    after {text} NOT NULL,
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    version {int} NOT NULL,
    PRIMARY KEY (entry, number)
) {table};
CREATE TABLE entry_removal (
    entry {text} NOT NULL PRIMARY KEY REFERENCES register_entry (id) ON DELETE CASCADE,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL
) {table};
CREATE TABLE entry_explanation (
    entry {text} NOT NULL PRIMARY KEY REFERENCES register_entry (id) ON DELETE CASCADE,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL
) {table};
CREATE TABLE alignment_taken_back (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    round {int} NOT NULL,
    body {text} NOT NULL,
    part {text} NOT NULL,
    number {int} NOT NULL CHECK (number > 0),
    answer {text} NOT NULL CHECK (answer IN ('agreed', 'objected', 'noted')),
    remark {text} NOT NULL,
    answered_day {text} NOT NULL,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (letter, round, body, part, number)
) {table};
CREATE TABLE alignment_request_withdrawal (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    round {int} NOT NULL,
    body {text} NOT NULL,
    part {text} NOT NULL,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (letter, round, body, part)
) {table};
CREATE TABLE alignment_round_content (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    round {int} NOT NULL,
    content {blob} NOT NULL,
    PRIMARY KEY (letter, round)
) {table};
