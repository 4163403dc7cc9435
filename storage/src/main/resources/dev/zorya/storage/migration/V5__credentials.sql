-- Credentials that this wallet holds, has issued, was shown (other: by whom), or was asked about as their issuer (other: who asked).
-- told: a revocation has reached those who have to know of it.
CREATE TABLE credentials (
    seq     INTEGER PRIMARY KEY,
    role    TEXT NOT NULL CHECK (role IN ('HELD', 'ISSUED', 'SHOWN', 'WATCHED')),
    id      TEXT NOT NULL,
    other   TEXT NOT NULL,
    content TEXT NOT NULL,
    revoked INTEGER NOT NULL CHECK (revoked IN (0, 1)),
    told    INTEGER NOT NULL CHECK (told IN (0, 1)),
    at      INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX credentials_id ON credentials (role, other, id);

-- Exchanges under way, one row for each step that something is awaited in. thread: chosen by whoever began.
CREATE TABLE exchanges (
    seq     INTEGER PRIMARY KEY,
    step    TEXT NOT NULL CHECK (step IN ('OFFERED', 'OFFER', 'ACCEPTED', 'ISSUED', 'ASKED', 'QUESTION', 'ANSWERED')),
    other   TEXT NOT NULL,
    thread  TEXT NOT NULL,
    body    TEXT NOT NULL,
    since   INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX exchanges_thread ON exchanges (step, other, thread);

-- What was shown to whom, for good. claims: names, separated by one space.
CREATE TABLE shares (
    seq    INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    other  TEXT NOT NULL,
    name   TEXT NOT NULL,
    type   TEXT NOT NULL,
    issuer TEXT NOT NULL,
    claims TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

PRAGMA user_version = 5;
