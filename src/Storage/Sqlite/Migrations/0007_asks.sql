-- Asks, the outbox and the events of incidents as rows of their own. Moments are ticks of 100 ns since 0001-01-01T00:00:00Z. What older versions kept
-- inside the states of incidents and owners is moved here by the program, in the same transaction.

-- One row an ask: an owner has at most one about an incident. state is 0 pending, 1 delivered, 2 opened, 3 shared, 4 declined, 5 expired, 6 withdrawn;
-- at is when it came into that state, or, while it is pending, the earliest moment of its delivery.
CREATE TABLE ask
(
    owner         TEXT    NOT NULL,
    incident      TEXT    NOT NULL,
    canvass       INTEGER NOT NULL,
    state         INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    footage_until INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    cameras       TEXT    NOT NULL,
    PRIMARY KEY (owner, incident)
) WITHOUT ROWID;

CREATE INDEX ask_by_incident ON ask (incident);

-- One row a message that left a transaction and is not delivered. due_at is the end of a dispatcher's lease or the moment from which one may claim the
-- message; 9223372036854775807 parks it. The lease is a part of the key: who lost it cannot complete what another one has claimed.
CREATE TABLE outbox
(
    due_at      INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    not_before  INTEGER NOT NULL,
    attempts    INTEGER NOT NULL,
    destination TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    payload     TEXT    NOT NULL,
    last_error  TEXT    NULL,
    PRIMARY KEY (due_at, id)
) WITHOUT ROWID;

-- kind is 0 reported, 1 updated, 2 canvass drafted, 3 canvass sent, 4 canvass delivered, 5 closed.
CREATE TABLE incident_event
(
    incident TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    canvass  INTEGER NULL,
    PRIMARY KEY (incident, sequence)
) WITHOUT ROWID;

-- The outbox does what reminders did.
DELETE FROM OrleansRemindersTable WHERE ReminderName = 'delivery';
