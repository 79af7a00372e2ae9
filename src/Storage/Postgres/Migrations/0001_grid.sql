-- What was chosen when the grid was created. One row, written by the first silo.
CREATE TABLE grid
(
    one             integer     NOT NULL PRIMARY KEY CHECK (one = 1),
    cell_resolution integer     NOT NULL CHECK (cell_resolution BETWEEN 7 AND 9),
    created_at      timestamptz NOT NULL
);
