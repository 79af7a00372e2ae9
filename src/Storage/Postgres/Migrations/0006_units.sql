-- Where units were last. Rows are written over and over, with another position each time: hence no index but the key, so that the new version
-- of a row goes beside the old one and touches no index. Moments are ticks of 100 ns since 0001-01-01T00:00:00Z.
CREATE TABLE unit_position
(
    agency    text COLLATE "C" NOT NULL,
    call_sign text COLLATE "C" NOT NULL,
    at        bigint           NOT NULL,
    lat       double precision NOT NULL,
    lng       double precision NOT NULL,
    accuracy  double precision NULL,
    speed     double precision NULL,
    heading   double precision NULL,
    status    text             NULL,
    PRIMARY KEY (agency, call_sign)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
