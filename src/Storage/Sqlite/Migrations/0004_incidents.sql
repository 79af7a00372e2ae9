-- What lists of incidents are made from. Moments are ticks of 100 ns since 0001-01-01T00:00:00Z.
CREATE TABLE incident
(
    id          TEXT    NOT NULL PRIMARY KEY,
    revision    INTEGER NOT NULL,
    status      TEXT    NOT NULL,
    reported_at INTEGER NOT NULL,
    window_from INTEGER NOT NULL,
    window_to   INTEGER NOT NULL,
    lat         REAL    NOT NULL,
    lng         REAL    NOT NULL,
    document    TEXT    NOT NULL
);

-- Both hold every column that a list is filtered by, so that only the rows of the answer are fetched.
CREATE INDEX incident_by_report ON incident (reported_at DESC, id, window_from, window_to, lat, lng, status);
CREATE INDEX incident_by_status ON incident (status, reported_at DESC, id, window_from, window_to, lat, lng);
