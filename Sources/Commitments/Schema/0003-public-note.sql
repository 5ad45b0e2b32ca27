CREATE TABLE letter_public_note (
    letter {text} NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
    part {text} NOT NULL CHECK (part IN ('occasion', 'advice', 'core', 'alignment', 'explanation')),
    body {text} NOT NULL,
    PRIMARY KEY (letter, part)
) {table};
CREATE INDEX house_decision_decision ON house_decision (decision);
