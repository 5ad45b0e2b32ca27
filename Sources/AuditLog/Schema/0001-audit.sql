CREATE TABLE audit_entry (
    number {int} NOT NULL PRIMARY KEY CHECK (number > 0),
    day {text} NOT NULL,
    action {text} NOT NULL,
    party {text} NOT NULL,
    origin {text} NOT NULL CHECK (origin IN ('reporter-door', 'officer-door', 'command-line', 'job')),
    subject {text},
    previous {blob} NOT NULL,
    hash {blob} NOT NULL UNIQUE,
    detail {blob},
    detail_hash {blob}
) {table};
CREATE INDEX audit_entry_subject ON audit_entry (subject, number);
CREATE TABLE audit_head (
    id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
    number {int} NOT NULL,
    hash {blob} NOT NULL,
    day {text} NOT NULL,
    key_id {text} NOT NULL,
    signature {blob} NOT NULL
) {table};
