-- What lists of incidents are made from. Moments are ticks of 100 ns since 0001-01-01T00:00:00Z, which a timestamptz would round.
CREATE TABLE incident
(
    id          text COLLATE "C" NOT NULL PRIMARY KEY,
    revision    bigint           NOT NULL,
    status      text COLLATE "C" NOT NULL,
    reported_at bigint           NOT NULL,
    window_from bigint           NOT NULL,
    window_to   bigint           NOT NULL,
    lat         double precision NOT NULL,
    lng         double precision NOT NULL,
    document    text             NOT NULL
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- Both hold every column that a list is filtered by, so that only the rows of the answer are fetched.
CREATE INDEX incident_by_report ON incident (reported_at DESC, id, window_from, window_to, lat, lng, status);
CREATE INDEX incident_by_status ON incident (status, reported_at DESC, id, window_from, window_to, lat, lng);
