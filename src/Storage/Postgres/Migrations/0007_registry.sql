-- Columns that nothing read, or that said once more what camera_cell and the document say. Whoever writes a camera knows the row that it
-- writes over, and with it the cells to leave.
ALTER TABLE camera
    DROP COLUMN agency,
    DROP COLUMN owner,
    DROP COLUMN cells;

-- Lists of integrated cameras within a small box: the home cells that touch it are a few ranges of this index, which holds every column that
-- such a list is filtered and ordered by.
CREATE INDEX camera_home ON camera (home_cell, id, lat, lng) WHERE tier = 'integrated';

-- What was created under which Idempotency-Key, for as long as a repeat is answered with it. The id of what is to be created is written here
-- first, so that a repeat after a crash creates the same thing. Moments are ticks of 100 ns since 0001-01-01T00:00:00Z.
CREATE TABLE idempotency_key
(
    scope       text COLLATE "C" NOT NULL,
    key         text COLLATE "C" NOT NULL,
    fingerprint text             NOT NULL,
    created_id  text             NOT NULL,
    is_complete boolean          NOT NULL,
    at          bigint           NOT NULL,
    PRIMARY KEY (scope, key)
);

CREATE INDEX idempotency_key_at ON idempotency_key (at);
