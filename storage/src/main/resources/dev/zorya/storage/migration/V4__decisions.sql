-- What became of proposals. contact is empty for somebody who was none; coin and amount are empty where no known coin was named.
CREATE TABLE decisions (
    seq       INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    contact   TEXT NOT NULL,
    name      TEXT NOT NULL,
    coin      TEXT NOT NULL,
    amount    TEXT NOT NULL,
    verdict   TEXT NOT NULL CHECK (verdict IN ('ACCEPTED', 'DECLINED', 'UNANSWERED')),
    by_person INTEGER NOT NULL CHECK (by_person IN (0, 1)),
    reason    TEXT NOT NULL
) STRICT;

PRAGMA user_version = 4;
