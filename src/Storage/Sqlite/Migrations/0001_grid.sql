-- What was chosen when the grid was created. One row, written together with the schema.
CREATE TABLE grid
(
    only            INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    cell_resolution INTEGER NOT NULL CHECK (cell_resolution BETWEEN 7 AND 9),
    created_at      TEXT    NOT NULL
);
