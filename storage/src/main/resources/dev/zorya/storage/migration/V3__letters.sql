-- Letters to contacts, until they are acknowledged or expire; seq is the order in which each contact gets them. What a contact's letters
-- were called is kept until they expire, so that none counts twice.
CREATE TABLE letters_out (
    seq       INTEGER PRIMARY KEY,
    recipient TEXT NOT NULL,
    id        TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,
    body      TEXT NOT NULL,
    issued    INTEGER NOT NULL,
    expires   INTEGER NOT NULL
) STRICT;
CREATE INDEX letters_out_recipient ON letters_out (recipient, seq);

CREATE TABLE letters_in (
    sender  TEXT NOT NULL,
    id      TEXT NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (sender, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX letters_in_expires ON letters_in (expires);

-- Contacts in the making, one row for each attempt. What is not known yet is empty.
CREATE TABLE meetings (
    id          TEXT PRIMARY KEY,
    role        TEXT NOT NULL CHECK (role IN ('INVITES', 'USES_INVITATION', 'USES_CARD', 'IS_ASKED')),
    step        TEXT NOT NULL CHECK (step IN ('WAITS', 'GREETS', 'PROVES', 'REFUSED', 'DONE')),
    did         TEXT NOT NULL,
    name        TEXT NOT NULL,
    token       BLOB NOT NULL,
    own_nonce   TEXT NOT NULL,
    their_nonce TEXT NOT NULL,
    wire        BLOB NOT NULL,
    endpoint    TEXT NOT NULL,
    tls         BLOB NOT NULL,
    card        TEXT NOT NULL,
    since       INTEGER NOT NULL,
    expires     INTEGER NOT NULL,
    problem     TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_did ON meetings (did);

PRAGMA user_version = 3;
