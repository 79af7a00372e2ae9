-- Asks, the outbox and the events of incidents as rows of their own. Moments are ticks of 100 ns since 0001-01-01T00:00:00Z. What older versions kept
-- inside the states of incidents and owners is moved here by the program, in the same transaction.

-- Silos of an older version would go on to write the old form.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM OrleansMembershipTable WHERE Status = 3 AND IAmAliveTime > (now() AT TIME ZONE 'utc') - interval '30 seconds') THEN
        RAISE EXCEPTION USING ERRCODE = 'CV001', MESSAGE = 'Silos of an older version run';
    END IF;
END $$;

-- One row an ask: an owner has at most one about an incident. state is 0 pending, 1 delivered, 2 opened, 3 shared, 4 declined, 5 expired, 6 withdrawn;
-- at is when it came into that state, or, while it is pending, the earliest moment of its delivery.
CREATE TABLE ask
(
    at            bigint           NOT NULL,
    footage_until bigint           NOT NULL,
    expires_at    bigint           NOT NULL,
    canvass       integer          NOT NULL,
    state         smallint         NOT NULL,
    owner         text COLLATE "C" NOT NULL,
    incident      text COLLATE "C" NOT NULL,
    cameras       text COLLATE "C" NOT NULL,
    PRIMARY KEY (owner, incident)
) WITH (fillfactor = 90);

CREATE INDEX ask_by_incident ON ask (incident);

-- One row a message that left a transaction and is not delivered. due_at is the end of a dispatcher's lease or the moment from which one may claim the
-- message; 9223372036854775807 parks it. The lease is a part of the key: who lost it cannot complete what another one has claimed.
CREATE TABLE outbox
(
    due_at      bigint           NOT NULL,
    not_before  bigint           NOT NULL,
    attempts    integer          NOT NULL,
    id          uuid             NOT NULL,
    destination text COLLATE "C" NOT NULL,
    subject     text COLLATE "C" NOT NULL,
    payload     text COLLATE "C" NOT NULL,
    last_error  text COLLATE "C" NULL,
    PRIMARY KEY (due_at, id)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- kind is 0 reported, 1 updated, 2 canvass drafted, 3 canvass sent, 4 canvass delivered, 5 closed.
CREATE TABLE incident_event
(
    sequence bigint           NOT NULL,
    at       bigint           NOT NULL,
    canvass  integer          NULL,
    kind     smallint         NOT NULL,
    incident text COLLATE "C" NOT NULL,
    PRIMARY KEY (incident, sequence)
);

-- The outbox does what reminders did.
DELETE FROM OrleansRemindersTable WHERE ReminderName = 'delivery';
