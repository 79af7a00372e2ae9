-- The registry of cameras. Identifiers compare by code point, whatever the database's own collation is.

-- A sequence forgets nothing, not even what a rolled-back transaction drew: no revision is given twice, even after its camera is gone.
CREATE SEQUENCE camera_revision AS bigint;

CREATE TABLE camera
(
    id        text COLLATE "C" NOT NULL PRIMARY KEY,
    revision  bigint           NOT NULL,
    tier      text             NOT NULL,
    agency    text             NULL,
    owner     text             NULL,
    lat       double precision NOT NULL,
    lng       double precision NOT NULL,
    home_cell bigint           NOT NULL,
    -- The cells of its rows in camera_cell: whoever writes a camera finds them by key, in one statement, without an index over camera_id.
    cells     bigint[]         NOT NULL,
    -- The whole state as JSON; the columns before it are copies to filter by. Text, as it is only ever written and read whole: jsonb would
    -- be taken apart at every write and put together at every read, and refuses characters that JSON allows. For a look inside: document::jsonb.
    document  text             NOT NULL
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);

-- Lists of integrated cameras by id within a box are decided in this index; only the rows of the answer are fetched.
CREATE INDEX camera_integrated ON camera (id, lat, lng) WHERE tier = 'integrated';

-- One row for every cell in which a camera is entered, carrying the revision of the camera's row: a cell's digest is one scan over a range
-- of its key, which carries the revision too. No foreign key: checking one would need a second index over camera_id, and both tables are
-- always written in one transaction. Vacuumed soon, also after inserts, as only what was vacuumed is read from the key alone.
CREATE TABLE camera_cell
(
    cell      bigint           NOT NULL,
    camera_id text COLLATE "C" NOT NULL,
    revision  bigint           NOT NULL,
    PRIMARY KEY (cell, camera_id) INCLUDE (revision)
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
