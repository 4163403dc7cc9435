-- One wallet. Times are nanoseconds since 1970 (UTC); amounts are decimal text because they exceed 64 bits.
-- Plain tables and indexes only: the schema guard refuses anything else (threat 47).

CREATE TABLE meta (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    wallet_id BLOB NOT NULL,
    created   INTEGER NOT NULL
) STRICT;

-- What a channel keeps for its whole life. The id gives the order of creation.
CREATE TABLE channels (
    id         INTEGER PRIMARY KEY,
    key        BLOB NOT NULL UNIQUE,
    channel_id BLOB UNIQUE,
    terms      BLOB NOT NULL,
    created    INTEGER NOT NULL
) STRICT;

-- What every payment rewrites, apart from the terms so that a payment touches one small row.
CREATE TABLE channel_states (
    channel  INTEGER PRIMARY KEY REFERENCES channels (id),
    phase    TEXT NOT NULL,
    version  INTEGER NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
    updated  INTEGER NOT NULL,
    body     BLOB NOT NULL
) STRICT;

-- Who is at the other end. By key and without a foreign key: the link outlives the contact.
CREATE TABLE channel_contacts (
    key     BLOB PRIMARY KEY,
    contact TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX channel_contacts_contact ON channel_contacts (contact);

-- Payments. seq is the order in which they first came and the cursor of the activity pages.
CREATE TABLE book (
    seq       INTEGER PRIMARY KEY,
    channel   INTEGER NOT NULL REFERENCES channels (id),
    direction TEXT NOT NULL CHECK (direction IN ('OUT', 'IN')),
    id        BLOB NOT NULL,
    status    TEXT NOT NULL CHECK (status IN ('PENDING', 'DONE', 'CANCELLED')),
    asset     INTEGER NOT NULL,
    amount    TEXT NOT NULL,
    memo      TEXT NOT NULL,
    version   INTEGER NOT NULL,
    request   BLOB NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX book_payment ON book (channel, direction, id);
CREATE INDEX book_channel ON book (channel);
-- Nearly all payments are done; only the others are worth an index.
CREATE INDEX book_open ON book (status) WHERE status <> 'DONE';

CREATE TABLE journal (
    seq     INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL REFERENCES channels (id),
    at      INTEGER NOT NULL,
    event   TEXT NOT NULL,
    version INTEGER NOT NULL,
    details TEXT NOT NULL
) STRICT;
CREATE INDEX journal_channel ON journal (channel);

-- hashes: hexadecimal, separated by one space, oldest first.
CREATE TABLE own_transactions (
    chain            TEXT NOT NULL,
    intent_key       TEXT NOT NULL,
    sender           BLOB NOT NULL,
    recipient        BLOB NOT NULL,
    nonce            INTEGER NOT NULL,
    value            TEXT NOT NULL,
    data             BLOB NOT NULL,
    gas_limit        TEXT NOT NULL,
    max_fee          TEXT NOT NULL,
    max_priority_fee TEXT NOT NULL,
    raw              BLOB NOT NULL,
    hashes           TEXT NOT NULL,
    status           TEXT NOT NULL CHECK (status IN ('PLANNED', 'SENT', 'MINED', 'FINAL', 'FAILED')),
    block            INTEGER NOT NULL,
    gas_used         INTEGER NOT NULL,
    fee              TEXT NOT NULL,
    reason           TEXT NOT NULL,
    updated          INTEGER NOT NULL,
    PRIMARY KEY (chain, intent_key)
) STRICT;
CREATE INDEX own_transactions_unfinished ON own_transactions (chain, nonce) WHERE status IN ('PLANNED', 'SENT', 'MINED');
CREATE INDEX own_transactions_recent ON own_transactions (chain, updated);

-- pins: names of what is pinned, separated by one space.
CREATE TABLE contacts (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    claimed_name  TEXT NOT NULL,
    card          TEXT NOT NULL,
    card_seq      INTEGER NOT NULL,
    perun_address TEXT NOT NULL,
    wire_identity BLOB NOT NULL,
    endpoint      TEXT NOT NULL,
    tls_fingerprint BLOB NOT NULL,
    expires       INTEGER NOT NULL,
    added         INTEGER NOT NULL,
    pins          TEXT NOT NULL,
    code_compared INTEGER NOT NULL CHECK (code_compared IN (0, 1))
) STRICT;

CREATE TABLE requests (
    seq       INTEGER PRIMARY KEY,
    channel   BLOB NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('OUT', 'IN')),
    id        BLOB NOT NULL,
    status    TEXT NOT NULL CHECK (status IN ('WAITING', 'PAID', 'DECLINED', 'EXPIRED')),
    asset     INTEGER NOT NULL,
    amount    TEXT NOT NULL,
    memo      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    expires   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX requests_id ON requests (channel, direction, id);

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 1517451617; -- the letters Zrya: the file is ours
PRAGMA user_version = 1;
