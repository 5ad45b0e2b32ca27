CREATE TABLE planning_overview (
    id {text} NOT NULL PRIMARY KEY,
    department {text} NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    house {text} NOT NULL CHECK (house IN ('tk', 'ek')),
    number {int} NOT NULL CHECK (number > 0),
    sent_day {text} NOT NULL,
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    UNIQUE (department, house, number)
) {table};
CREATE TABLE planning_row (
    overview {text} NOT NULL REFERENCES planning_overview (id) ON DELETE CASCADE,
    number {int} NOT NULL CHECK (number > 0),
    entry {text} REFERENCES register_entry (id) ON DELETE CASCADE,
    letter {text} REFERENCES letter (id) ON DELETE CASCADE,
    kind {text} NOT NULL CHECK (
        kind IN ('commitment', 'motion', 'informationRequest', 'writtenQuestions', 'letter')),
    title {text} NOT NULL CHECK (length(title) > 0),
    place {text} NOT NULL,
    made_day {text},
    reference {text},
    words {text} NOT NULL,
    day {text},
    progress {text} NOT NULL CHECK (progress IN ('open', 'settledInPart', 'goesAlong')),
    along_with {text},
    PRIMARY KEY (overview, number),
    CHECK ((entry IS NULL) <> (letter IS NULL)),
    CHECK ((progress = 'goesAlong') = (along_with IS NOT NULL))
) {table};
CREATE TABLE planning_departure (
    overview {text} NOT NULL REFERENCES planning_overview (id) ON DELETE CASCADE,
    number {int} NOT NULL CHECK (number > 0),
    entry {text} REFERENCES register_entry (id) ON DELETE CASCADE,
    title {text} NOT NULL,
    kind {text} NOT NULL,
    ending {text} NOT NULL,
    standing {text},
    day {text},
    PRIMARY KEY (overview, number)
) {table};
CREATE INDEX planning_departure_entry ON planning_departure (entry);
CREATE INDEX planning_row_entry ON planning_row (entry);
CREATE TABLE letter_note_text (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    part {text} NOT NULL CHECK (part IN ('occasion', 'advice', 'core', 'alignment', 'explanation')),
    number {int} NOT NULL CHECK (number > 0),
    body {text},
    drawn_up {text} NOT NULL,
    officer {text} NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    day {text} NOT NULL,
    PRIMARY KEY (letter, part, number)
) {table};
CREATE TABLE letter_decision_text (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    number {int} NOT NULL,
    content {blob} NOT NULL,
    PRIMARY KEY (letter, number)
) {table};
CREATE TABLE house_decision (
    matter {text} NOT NULL,
    decision {text} NOT NULL REFERENCES house_item (id) ON DELETE CASCADE,
    PRIMARY KEY (matter, decision)
) {table};
CREATE INDEX house_item_number ON house_item (category, number);
CREATE TABLE house_feed (
    category {text} NOT NULL PRIMARY KEY CHECK (category IN ('promise', 'matter', 'decision')),
    next_page {text} NOT NULL,
    day {text} NOT NULL
) {table};
