-- The ids of payments are random: an index over all of them makes each payment of a large update rewrite a page of its own. A line
-- changes only until it is done, so only those that are not need to be found by their id; the others come in order.
DROP INDEX book_payment;
DROP INDEX book_open;
CREATE INDEX book_open ON book (status, channel, id) WHERE status <> 'DONE';

PRAGMA user_version = 2;
