-- Contacts that go on under another DID. "new" is always the DID of now: a second move replaces the first one's.
CREATE TABLE moves (
    old TEXT PRIMARY KEY,
    new TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 6;
