CREATE TABLE sealed_subject (
    id {text} NOT NULL PRIMARY KEY,
    organisation {text} NOT NULL REFERENCES organisation (id),
    reader_slots {int} NOT NULL,
    pair_slots {int} NOT NULL,
    mailbox_key {blob} NOT NULL,
    excluded {blob} NOT NULL
) {table};
CREATE TABLE subject_reader (
    tag {blob} NOT NULL,
    subject {text} NOT NULL REFERENCES sealed_subject (id),
    is_open {flag} NOT NULL,
    mark {text} NOT NULL,
    sort {text} NOT NULL,
    PRIMARY KEY (tag, subject)
) {table};
CREATE INDEX subject_reader_list ON subject_reader (tag, is_open, sort, subject);
CREATE INDEX subject_reader_mark ON subject_reader (tag, is_open, mark, sort, subject);
CREATE INDEX subject_reader_subject ON subject_reader (subject);
CREATE TABLE compartment_epoch (
    id {text} NOT NULL PRIMARY KEY,
    subject {text} NOT NULL REFERENCES sealed_subject (id),
    compartment {text} NOT NULL,
    number {int} NOT NULL CHECK (number > 0),
    started_day {text} NOT NULL,
    UNIQUE (subject, compartment, number)
) {table};
CREATE TABLE key_wrap (
    epoch {text} NOT NULL REFERENCES compartment_epoch (id) ON DELETE CASCADE,
    tag {blob} NOT NULL,
    is_pair {flag} NOT NULL,
    wrap {blob} NOT NULL,
    PRIMARY KEY (epoch, tag)
) {table};
CREATE TABLE sealed_item (
    id {text} NOT NULL PRIMARY KEY,
    subject {text} NOT NULL REFERENCES sealed_subject (id),
    compartment {text} NOT NULL,
    epoch {text} NOT NULL REFERENCES compartment_epoch (id),
    wrapped_key {blob} NOT NULL
) {table};
CREATE INDEX sealed_item_subject ON sealed_item (subject, compartment);
CREATE TABLE recovery_step (
    epoch {text} NOT NULL REFERENCES compartment_epoch (id) ON DELETE CASCADE,
    tag {blob} NOT NULL,
    wrap {blob} NOT NULL,
    day {text} NOT NULL,
    PRIMARY KEY (epoch, tag)
) {table};
CREATE TABLE list_key (
    organisation {text} NOT NULL REFERENCES organisation (id),
    epoch {int} NOT NULL,
    public_key {blob} NOT NULL,
    started_day {text} NOT NULL,
    PRIMARY KEY (organisation, epoch)
) {table};
CREATE TABLE list_key_wrap (
    organisation {text} NOT NULL,
    epoch {int} NOT NULL,
    tag {blob} NOT NULL,
    wrap {blob} NOT NULL,
    PRIMARY KEY (organisation, epoch, tag),
    FOREIGN KEY (organisation, epoch) REFERENCES list_key (organisation, epoch)
) {table};
