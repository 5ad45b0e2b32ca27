CREATE TABLE entry_taken_back (
    entry {text} NOT NULL REFERENCES register_entry (id) ON DELETE CASCADE,
    number {int} NOT NULL CHECK (number > 0),
    kind {text} NOT NULL CHECK (kind IN ('standing', 'due', 'evidence', 'motionStep')),
    what {text} NOT NULL,
    what_day {text},
    due_day {text},
    paper {text},
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    version {int} NOT NULL,
    PRIMARY KEY (entry, number)
) {table};
CREATE TABLE letter_restoration (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    number {int} NOT NULL CHECK (number > 0),
    withdrawn_day {text} NOT NULL,
    withdrawn_reason {text} NOT NULL,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (letter, number)
) {table};
CREATE TABLE planning_recall (
    department {text} NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    house {text} NOT NULL CHECK (house IN ('tk', 'ek')),
    number {int} NOT NULL CHECK (number > 0),
    sent_day {text} NOT NULL,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (department, house, number)
) {table};
CREATE TABLE letter_sending_correction (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    number {int} NOT NULL CHECK (number > 0),
    paper {text} NOT NULL,
    sent_day {text} NOT NULL,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (letter, number)
) {table};
