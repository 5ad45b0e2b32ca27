CREATE TABLE case_file (
    id {text} NOT NULL PRIMARY KEY REFERENCES sealed_subject (id),
    number {text} NOT NULL UNIQUE,
    received_day {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('open', 'closed')),
    awaiting {text} NOT NULL CHECK (awaiting IN ('officer', 'reporter', 'nobody')),
    next_clock {text},
    next_nominal {text},
    next_legal {text},
    feedback_day {text},
    closed_day {text},
    list_form {int},
    list_epoch {int},
    list_fields {blob},
    list_item {text} REFERENCES sealed_item (id),
    CHECK ((state = 'closed') = (closed_day IS NOT NULL))
) {table};
CREATE TABLE case_clock_event (
    case_id {text} NOT NULL REFERENCES case_file (id),
    clock {text} NOT NULL,
    number {int} NOT NULL,
    kind {text} NOT NULL,
    day {text} NOT NULL,
    party {text} NOT NULL,
    nominal_end {text} NOT NULL,
    legal_end {text} NOT NULL,
    rule {text} NOT NULL,
    rule_version {int} NOT NULL,
    calendar_version {text} NOT NULL,
    PRIMARY KEY (case_id, clock, number)
) {table};
CREATE TABLE case_document (
    item {text} NOT NULL PRIMARY KEY REFERENCES sealed_item (id),
    case_id {text} NOT NULL REFERENCES case_file (id),
    kind {text} NOT NULL CHECK (kind IN ('report', 'identity', 'authenticity', 'closing', 'list')),
    day {text} NOT NULL,
    payload {blob} NOT NULL
) {table};
CREATE INDEX case_document_case ON case_document (case_id, kind);
CREATE TABLE case_message (
    case_id {text} NOT NULL REFERENCES case_file (id),
    number {int} NOT NULL CHECK (number > 0),
    item {text} NOT NULL UNIQUE REFERENCES sealed_item (id),
    day {text} NOT NULL,
    payload {blob} NOT NULL,
    PRIMARY KEY (case_id, number)
) {table};
CREATE TABLE case_attachment (
    item {text} NOT NULL PRIMARY KEY REFERENCES sealed_item (id),
    case_id {text} NOT NULL REFERENCES case_file (id),
    day {text} NOT NULL,
    payload {blob} NOT NULL
) {table};
CREATE INDEX case_attachment_case ON case_attachment (case_id);
CREATE TABLE file_chunk (
    item {text} NOT NULL,
    number {int} NOT NULL,
    payload {blob} NOT NULL,
    PRIMARY KEY (item, number)
) {table};
CREATE TABLE pending_upload (
    item {text} NOT NULL PRIMARY KEY,
    session {blob},
    day {text} NOT NULL
) {table};
CREATE TABLE mailbox_entry (
    locator {blob} NOT NULL PRIMARY KEY,
    case_id {text} NOT NULL REFERENCES case_file (id),
    sealed_key {blob} NOT NULL,
    day {text} NOT NULL
) {table};
CREATE TABLE reporter_session (
    id {blob} NOT NULL PRIMARY KEY,
    state {blob} NOT NULL,
    day {text} NOT NULL
) {table};
CREATE TABLE resume_entry (
    locator {blob} NOT NULL PRIMARY KEY,
    sealed_token {blob} NOT NULL,
    day {text} NOT NULL
) {table};
CREATE TABLE case_opening (
    session {text} NOT NULL,
    case_id {text} NOT NULL REFERENCES case_file (id),
    compartment {text} NOT NULL,
    entry {int} NOT NULL,
    PRIMARY KEY (session, case_id, compartment)
) {table};
CREATE TABLE list_opening (
    session {text} NOT NULL PRIMARY KEY
) {table};
