CREATE TABLE installation (
    id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
    name {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('real', 'demo', 'test')),
    roster_version {int} NOT NULL
) {table};
CREATE TABLE organisation (
    id {text} NOT NULL PRIMARY KEY,
    kind {text} NOT NULL CHECK (kind IN ('government', 'ministry', 'agency')),
    from_day {text} NOT NULL,
    until_day {text},
    alternate {text},
    tooi {text}
) {table};
CREATE TABLE organisation_name (
    organisation {text} NOT NULL REFERENCES organisation (id),
    from_day {text} NOT NULL,
    until_day {text},
    name_nl {text} NOT NULL,
    name_en {text} NOT NULL,
    abbreviation {text} NOT NULL,
    PRIMARY KEY (organisation, from_day)
) {table};
CREATE TABLE organisation_parent (
    organisation {text} NOT NULL REFERENCES organisation (id),
    from_day {text} NOT NULL,
    until_day {text},
    parent {text} NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (organisation, from_day)
) {table};
CREATE TABLE officer (
    id {text} NOT NULL PRIMARY KEY,
    user_name {text} NOT NULL UNIQUE,
    name {text} NOT NULL CHECK (length(name) > 0),
    joined_day {text} NOT NULL,
    left_day {text}
) {table};
CREATE TABLE appointment (
    id {text} NOT NULL PRIMARY KEY,
    officer {text} NOT NULL REFERENCES officer (id),
    organisation {text} NOT NULL REFERENCES organisation (id),
    role {text} NOT NULL,
    from_day {text} NOT NULL,
    until_day {text},
    ended_day {text},
    substitute_for {text} REFERENCES officer (id),
    CHECK (substitute_for IS NULL OR substitute_for <> officer)
) {table};
CREATE INDEX appointment_organisation ON appointment (organisation);
CREATE TABLE officer_key (
    officer {text} NOT NULL REFERENCES officer (id),
    version {int} NOT NULL,
    reading_key {blob} NOT NULL,
    signing_key {blob} NOT NULL,
    made_day {text} NOT NULL,
    PRIMARY KEY (officer, version)
) {table};
CREATE TABLE confirmation (
    appointment {text} NOT NULL REFERENCES appointment (id),
    key_version {int} NOT NULL,
    confirmer {text} REFERENCES officer (id),
    confirmer_key_version {int},
    server_key {text},
    administrators {text},
    day {text} NOT NULL,
    signature {blob} NOT NULL,
    PRIMARY KEY (appointment, key_version),
    CHECK ((confirmer IS NULL) <> (server_key IS NULL))
) {table};
CREATE TABLE credential (
    officer {text} NOT NULL PRIMARY KEY REFERENCES officer (id),
    salt {blob} NOT NULL,
    memory_kib {int} NOT NULL,
    passes {int} NOT NULL,
    pepper {text} NOT NULL,
    verifier {blob} NOT NULL,
    second_factor {blob} NOT NULL,
    last_step {int} NOT NULL
) {table};
CREATE TABLE officer_secret (
    officer {text} NOT NULL PRIMARY KEY REFERENCES officer (id),
    key_version {int} NOT NULL,
    sealed_keys {blob} NOT NULL
) {table};
CREATE TABLE enrolment (
    officer {text} NOT NULL PRIMARY KEY REFERENCES officer (id),
    code_hash {blob} NOT NULL,
    until_day {text} NOT NULL
) {table};
CREATE TABLE officer_session (
    id {blob} NOT NULL PRIMARY KEY,
    officer {text} NOT NULL REFERENCES officer (id),
    public_id {text} NOT NULL UNIQUE,
    started {int} NOT NULL,
    seen {int} NOT NULL,
    sealed_keys {blob}
) {table};
CREATE INDEX officer_session_officer ON officer_session (officer);
CREATE TABLE sign_in_brake (
    tag {blob} NOT NULL PRIMARY KEY,
    failures {int} NOT NULL,
    last {int} NOT NULL
) {table};
