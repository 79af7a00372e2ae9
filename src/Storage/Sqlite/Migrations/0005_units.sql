-- Where units were last. Moments are ticks of 100 ns since 0001-01-01T00:00:00Z.
CREATE TABLE unit_position
(
    agency    TEXT    NOT NULL,
    call_sign TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    lat       REAL    NOT NULL,
    lng       REAL    NOT NULL,
    accuracy  REAL    NULL,
    speed     REAL    NULL,
    heading   REAL    NULL,
    status    TEXT    NULL,
    PRIMARY KEY (agency, call_sign)
) WITHOUT ROWID;
