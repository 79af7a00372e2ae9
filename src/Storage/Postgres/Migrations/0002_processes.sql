-- State and reminders of grains, for Microsoft.Orleans.Persistence.AdoNet and Microsoft.Orleans.Reminders.AdoNet, which read their
-- statements from OrleansQuery. The names of tables, columns and parameters that the providers look at are theirs.

CREATE TABLE OrleansQuery
(
    QueryKey  text NOT NULL PRIMARY KEY,
    QueryText text NOT NULL
);

-- Rows are written over and over: room in every page lets the new version stand beside the old one without touching the index, and a
-- vacuum after a few thousand of them keeps that room free.
CREATE TABLE OrleansStorage
(
    GrainIdHash            integer     NOT NULL,
    GrainTypeHash          integer     NOT NULL,
    GrainIdN0              bigint      NOT NULL,
    GrainIdN1              bigint      NOT NULL,
    GrainTypeString        text        COLLATE "C" NOT NULL,
    GrainIdExtensionString text        COLLATE "C" NULL,
    ServiceId              text        COLLATE "C" NOT NULL,
    PayloadBinary          bytea       NULL,
    ModifiedOn             timestamptz NOT NULL,
    Version                integer     NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- One row a state, even when two activations write first at the same time.
CREATE UNIQUE INDEX OrleansStorage_one_row ON OrleansStorage
    (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId) NULLS NOT DISTINCT;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
SELECT PayloadBinary, Version
  FROM OrleansStorage
 WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash
   AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
   AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
   AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString::text;
'),
-- Updates the row whose version the writer knows, else inserts where the writer knows of none; answers a version only when one of the two
-- happened. One statement: one round trip, and a transaction by itself.
('WriteToStorageKey', '
WITH updated AS
(
    UPDATE OrleansStorage
       SET PayloadBinary = @PayloadBinary::bytea, ModifiedOn = now(), Version = Version + 1
     WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash
       AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
       AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
       AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString::text
       AND Version = @GrainStateVersion::integer
    RETURNING Version
),
inserted AS
(
    INSERT INTO OrleansStorage
           (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId,
            PayloadBinary, ModifiedOn, Version)
    SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, @GrainIdExtensionString::text, @ServiceId,
           @PayloadBinary::bytea, now(), 1
     WHERE @GrainStateVersion::integer IS NULL
        ON CONFLICT DO NOTHING
    RETURNING Version
)
SELECT Version AS NewGrainStateVersion FROM updated
 UNION ALL
SELECT Version AS NewGrainStateVersion FROM inserted;
'),
('ClearStorageKey', '
UPDATE OrleansStorage
   SET PayloadBinary = NULL, ModifiedOn = now(), Version = Version + 1
 WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash
   AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
   AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
   AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString::text
   AND Version = @GrainStateVersion::integer
RETURNING Version AS NewGrainStateVersion;
'),
('DeleteStorageKey', '
DELETE FROM OrleansStorage
 WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash
   AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
   AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
   AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString::text
   AND Version = @GrainStateVersion::integer
RETURNING Version + 1 AS NewGrainStateVersion;
');

CREATE TABLE OrleansRemindersTable
(
    ServiceId    text        COLLATE "C" NOT NULL,
    GrainId      text        COLLATE "C" NOT NULL,
    ReminderName text        COLLATE "C" NOT NULL,
    StartTime    timestamptz NOT NULL,
    Period       bigint      NOT NULL,
    GrainHash    integer     NOT NULL,
    Version      integer     NOT NULL,
    PRIMARY KEY (ServiceId, GrainId, ReminderName)
);

-- A silo asks for the reminders of its range of hashes again and again.
CREATE INDEX OrleansRemindersTable_by_hash ON OrleansRemindersTable (ServiceId, GrainHash);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('UpsertReminderRowKey', '
INSERT INTO OrleansRemindersTable AS known (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (ServiceId, GrainId, ReminderName) DO UPDATE
   SET StartTime = excluded.StartTime, Period = excluded.Period, GrainHash = excluded.GrainHash, Version = known.Version + 1
RETURNING Version;
'),
('ReadReminderRowKey', '
SELECT GrainId, ReminderName, StartTime, Period, Version
  FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName;
'),
('ReadReminderRowsKey', '
SELECT GrainId, ReminderName, StartTime, Period, Version
  FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND GrainId = @GrainId;
'),
-- The range from one hash to a higher one.
('ReadRangeRows1Key', '
SELECT GrainId, ReminderName, StartTime, Period, Version
  FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND GrainHash > @BeginHash AND GrainHash <= @EndHash;
'),
-- The range that wraps around the ends of the ring.
('ReadRangeRows2Key', '
SELECT GrainId, ReminderName, StartTime, Period, Version
  FROM OrleansRemindersTable
 WHERE ServiceId = @ServiceId AND (GrainHash > @BeginHash OR GrainHash <= @EndHash);
'),
('DeleteReminderRowKey', '
WITH deleted AS
(
    DELETE FROM OrleansRemindersTable
     WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName AND Version = @Version
    RETURNING Version
)
SELECT EXISTS (SELECT FROM deleted);
'),
('DeleteReminderRowsKey', '
DELETE FROM OrleansRemindersTable WHERE ServiceId = @ServiceId;
');
