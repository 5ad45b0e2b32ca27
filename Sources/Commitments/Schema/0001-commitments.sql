CREATE TABLE register_entry (
    id {text} NOT NULL PRIMARY KEY,
    number {int} NOT NULL UNIQUE CHECK (number > 0),
    kind {text} NOT NULL CHECK (kind IN ('commitment', 'motion', 'informationRequest', 'writtenQuestions')),
    house {text} NOT NULL CHECK (house IN ('tk', 'ek')),
    title {text} NOT NULL CHECK (length(title) > 0),
    wording {text} NOT NULL CHECK (length(wording) > 0),
    verb {text} NOT NULL CHECK (verb IN ('carryOut', 'study', 'promote', 'asFarAsPossible', 'inform')),
    made_day {text} NOT NULL,
    made_in {text} NOT NULL CHECK (made_in IN ('debate', 'letter', 'proceedings', 'writing')),
    made_where {text} NOT NULL,
    dossier {text},
    paper {text},
    house_number {text},
    department {text} NOT NULL REFERENCES organisation (id),
    owner {text} REFERENCES officer (id),
    due_day {text},
    standing {text} NOT NULL,
    version {int} NOT NULL CHECK (version > 0)
) {table};
CREATE INDEX register_entry_due ON register_entry (department, standing, due_day, number);
CREATE TABLE entry_involved (
    entry {text} NOT NULL REFERENCES register_entry (id),
    organisation {text} NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (entry, organisation)
) {table};
CREATE TABLE entry_due (
    entry {text} NOT NULL REFERENCES register_entry (id),
    number {int} NOT NULL CHECK (number > 0),
    words {text} NOT NULL,
    day {text},
    reason {text} NOT NULL,
    told_day {text} NOT NULL,
    letter {text},
    PRIMARY KEY (entry, number),
    CHECK (day IS NOT NULL OR words <> '')
) {table};
CREATE TABLE entry_standing (
    entry {text} NOT NULL REFERENCES register_entry (id),
    number {int} NOT NULL CHECK (number > 0),
    standing {text} NOT NULL CHECK (
        standing IN ('open', 'settledInPart', 'settled', 'transferred', 'notCarriedOut', 'lapsed')),
    day {text} NOT NULL,
    facts {text} NOT NULL,
    letter {text},
    organisation {text} REFERENCES organisation (id),
    by_house {flag} NOT NULL,
    PRIMARY KEY (entry, number),
    CHECK ((standing = 'transferred') = (organisation IS NOT NULL))
) {table};
CREATE TABLE entry_source (
    entry {text} NOT NULL REFERENCES register_entry (id),
    number {int} NOT NULL CHECK (number > 0),
    subject {text} NOT NULL CHECK (length(subject) > 0),
    source {text} NOT NULL CHECK (length(source) > 0),
    says {text} NOT NULL CHECK (length(says) > 0),
    PRIMARY KEY (entry, number)
) {table};
CREATE TABLE entry_link (
    entry {text} NOT NULL REFERENCES register_entry (id),
    number {int} NOT NULL CHECK (number > 0),
    kind {text} NOT NULL CHECK (kind IN ('instrument', 'evidence')),
    target {text} NOT NULL CHECK (length(target) > 0),
    PRIMARY KEY (entry, number)
) {table};
CREATE TABLE motion_mover (
    entry {text} NOT NULL REFERENCES register_entry (id),
    number {int} NOT NULL CHECK (number > 0),
    name {text} NOT NULL CHECK (length(name) > 0),
    PRIMARY KEY (entry, number)
) {table};
CREATE TABLE motion_event (
    entry {text} NOT NULL REFERENCES register_entry (id),
    number {int} NOT NULL CHECK (number > 0),
    kind {text} NOT NULL CHECK (
        kind IN ('submitted', 'changed', 'held', 'adopted', 'rejected', 'withdrawn', 'takenOver', 'lapsed')),
    day {text},
    PRIMARY KEY (entry, number)
) {table};
CREATE TABLE house_item (
    id {text} NOT NULL PRIMARY KEY,
    category {text} NOT NULL CHECK (category IN ('promise', 'matter', 'decision')),
    number {text},
    ministry {text},
    removed {flag} NOT NULL,
    fields {text} NOT NULL,
    raw {text} NOT NULL,
    content {blob} NOT NULL,
    first_day {text} NOT NULL,
    changed_day {text} NOT NULL
) {table};
CREATE INDEX house_item_ministry ON house_item (category, ministry, id);
CREATE TABLE house_explanation (
    item {text} NOT NULL PRIMARY KEY REFERENCES house_item (id),
    content {blob} NOT NULL,
    here {text} NOT NULL,
    reason {text} NOT NULL CHECK (length(reason) > 0),
    officer {text} NOT NULL REFERENCES officer (id),
    day {text} NOT NULL
) {table};
CREATE TABLE house_import (
    number {int} NOT NULL PRIMARY KEY CHECK (number > 0),
    day {text} NOT NULL,
    added {int} NOT NULL,
    changed {int} NOT NULL,
    unchanged {int} NOT NULL,
    unreadable {int} NOT NULL
) {table};
CREATE TABLE letter (
    id {text} NOT NULL PRIMARY KEY,
    number {int} NOT NULL UNIQUE CHECK (number > 0),
    subject {text} NOT NULL CHECK (length(subject) > 0),
    house {text} NOT NULL CHECK (house IN ('tk', 'ek')),
    department {text} NOT NULL REFERENCES organisation (id),
    owner {text} NOT NULL REFERENCES officer (id),
    state {text} NOT NULL CHECK (state IN ('draft', 'sent', 'merged')),
    paper {text},
    ended_day {text},
    version {int} NOT NULL CHECK (version > 0),
    CHECK ((state = 'draft') = (ended_day IS NULL)),
    CHECK ((state = 'sent') = (paper IS NOT NULL))
) {table};
CREATE INDEX letter_department ON letter (department, state, number);
CREATE TABLE letter_merging (
    letter {text} NOT NULL PRIMARY KEY REFERENCES letter (id),
    merged_into {text} NOT NULL REFERENCES letter (id),
    reason {text} NOT NULL CHECK (length(reason) > 0),
    CHECK (letter <> merged_into)
) {table};
CREATE TABLE letter_involved (
    letter {text} NOT NULL REFERENCES letter (id),
    organisation {text} NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (letter, organisation)
) {table};
CREATE TABLE letter_due (
    letter {text} NOT NULL REFERENCES letter (id),
    number {int} NOT NULL CHECK (number > 0),
    words {text} NOT NULL,
    day {text},
    reason {text} NOT NULL,
    told_day {text} NOT NULL,
    paper {text},
    PRIMARY KEY (letter, number)
) {table};
CREATE TABLE letter_answer (
    letter {text} NOT NULL REFERENCES letter (id),
    entry {text} NOT NULL REFERENCES register_entry (id),
    effect {text} NOT NULL CHECK (effect IN ('settles', 'settlesInPart', 'postpones', 'informs')),
    words {text},
    day {text},
    reason {text},
    PRIMARY KEY (letter, entry),
    CHECK ((effect = 'postpones') = (day IS NOT NULL))
) {table};
CREATE INDEX letter_answer_entry ON letter_answer (entry);
CREATE TABLE letter_part (
    id {text} NOT NULL PRIMARY KEY,
    letter {text} NOT NULL REFERENCES letter (id),
    place {int} NOT NULL CHECK (place > 0),
    heading {text} NOT NULL,
    body {text} NOT NULL,
    version {int} NOT NULL CHECK (version > 0),
    UNIQUE (letter, place)
) {table};
CREATE TABLE letter_part_version (
    part {text} NOT NULL REFERENCES letter_part (id),
    version {int} NOT NULL CHECK (version > 0),
    heading {text} NOT NULL,
    body {text} NOT NULL,
    officer {text} NOT NULL REFERENCES officer (id),
    day {text} NOT NULL,
    PRIMARY KEY (part, version)
) {table};
CREATE TABLE letter_part_entry (
    part {text} NOT NULL REFERENCES letter_part (id),
    entry {text} NOT NULL REFERENCES register_entry (id),
    PRIMARY KEY (part, entry)
) {table};
CREATE TABLE alignment_round (
    letter {text} NOT NULL REFERENCES letter (id),
    number {int} NOT NULL CHECK (number > 0),
    opened_day {text} NOT NULL,
    answer_day {text} NOT NULL,
    PRIMARY KEY (letter, number)
) {table};
CREATE TABLE alignment_request (
    letter {text} NOT NULL REFERENCES letter (id),
    round {int} NOT NULL,
    body {text} NOT NULL,
    part {text} NOT NULL,
    purpose {text} NOT NULL CHECK (purpose IN ('agreement', 'information')),
    answer {text} CHECK (answer IN ('agreed', 'objected', 'noted')),
    remark {text},
    answered_day {text},
    officer {text} REFERENCES officer (id),
    PRIMARY KEY (letter, round, body, part),
    FOREIGN KEY (letter, round) REFERENCES alignment_round (letter, number),
    CHECK ((answer IS NULL) = (answered_day IS NULL))
) {table};
CREATE TABLE alignment_text (
    letter {text} NOT NULL REFERENCES letter (id),
    round {int} NOT NULL,
    part {text} NOT NULL REFERENCES letter_part (id),
    version {int} NOT NULL,
    PRIMARY KEY (letter, round, part),
    FOREIGN KEY (letter, round) REFERENCES alignment_round (letter, number)
) {table};
CREATE TABLE letter_decision (
    letter {text} NOT NULL REFERENCES letter (id),
    number {int} NOT NULL CHECK (number > 0),
    kind {text} NOT NULL CHECK (kind IN ('agreed', 'agreedWithRemarks', 'notAgreed')),
    remarks {text} NOT NULL,
    day {text} NOT NULL,
    officer {text} NOT NULL REFERENCES officer (id),
    PRIMARY KEY (letter, number)
) {table};
