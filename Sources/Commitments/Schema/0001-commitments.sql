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
