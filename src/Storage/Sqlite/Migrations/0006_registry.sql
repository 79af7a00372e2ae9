-- Columns that nothing read: the document says the same.
ALTER TABLE camera DROP COLUMN agency;
ALTER TABLE camera DROP COLUMN owner;

-- Lists of integrated cameras within a small box: the home cells that touch it are a few ranges of this index, which holds every column that
-- such a list is filtered and ordered by.
CREATE INDEX camera_home ON camera (home_cell, id, lat, lng) WHERE tier = 'integrated';

-- What was created under which Idempotency-Key, for as long as a repeat is answered with it. The id of what is to be created is written here
-- first, so that a repeat after a crash creates the same thing. Moments are ticks of 100 ns since 0001-01-01T00:00:00Z.
CREATE TABLE idempotency_key
(
    scope       TEXT    NOT NULL,
    key         TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    created_id  TEXT    NOT NULL,
    is_complete INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;

CREATE INDEX idempotency_key_at ON idempotency_key (at);
