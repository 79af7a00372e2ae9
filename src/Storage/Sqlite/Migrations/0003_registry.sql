-- The registry of cameras. Identifiers compare by their UTF-8 bytes, which is the order of code points.

-- The highest revision ever given, so that none is given twice even after its camera is gone.
CREATE TABLE camera_revision
(
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    last INTEGER NOT NULL
);
INSERT INTO camera_revision (only, last) VALUES (1, 0);

CREATE TABLE camera
(
    id        TEXT    NOT NULL PRIMARY KEY,
    revision  INTEGER NOT NULL,
    tier      TEXT    NOT NULL,
    agency    TEXT    NULL,
    owner     TEXT    NULL,
    lat       REAL    NOT NULL,
    lng       REAL    NOT NULL,
    home_cell INTEGER NOT NULL,
    -- The whole state as JSON; the columns before it are copies to filter by.
    document  TEXT    NOT NULL
);

-- Lists of integrated cameras by id within a box are decided in this index; only the rows of the answer are fetched.
CREATE INDEX camera_integrated ON camera (id, lat, lng) WHERE tier = 'integrated';

-- One row for every cell in which a camera is entered, carrying the revision of the camera's row: a cell's digest is one scan over a range
-- of this key. No foreign key: checking one would need a second index over camera_id, and both tables are always written in one transaction.
CREATE TABLE camera_cell
(
    cell      INTEGER NOT NULL,
    camera_id TEXT    NOT NULL,
    revision  INTEGER NOT NULL,
    PRIMARY KEY (cell, camera_id)
) WITHOUT ROWID;
