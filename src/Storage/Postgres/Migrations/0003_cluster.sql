-- Who is in the cluster, for Microsoft.Orleans.Clustering.AdoNet. The names of tables, columns and parameters that it looks at are theirs.

-- Every change of the membership raises the version by one and names the version that it follows: of two silos that change it at the same
-- time, one is refused and reads again.
CREATE TABLE OrleansMembershipVersionTable
(
    DeploymentId text        COLLATE "C" NOT NULL PRIMARY KEY,
    Timestamp    timestamptz NOT NULL DEFAULT now(),
    Version      integer     NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE OrleansMembershipTable
(
    DeploymentId text        COLLATE "C" NOT NULL,
    Address      text        COLLATE "C" NOT NULL,
    Port         integer     NOT NULL,
    Generation   integer     NOT NULL,
    SiloName     text        NOT NULL,
    HostName     text        NOT NULL,
    Status       integer     NOT NULL,
    ProxyPort    integer     NULL,
    SuspectTimes text        NULL,
    StartTime    timestamptz NOT NULL,
    IAmAliveTime timestamptz NOT NULL,
    PRIMARY KEY (DeploymentId, Address, Port, Generation)
) WITH (fillfactor = 50);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', '
WITH inserted AS
(
    INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING Version
)
SELECT EXISTS (SELECT FROM inserted);
'),
-- The version first: whoever comes second waits for its row, finds it raised, and enters nothing.
('InsertMembershipKey', '
WITH raised AS
(
    UPDATE OrleansMembershipVersionTable
       SET Version = Version + 1, Timestamp = now()
     WHERE DeploymentId = @DeploymentId AND Version = @Version
       AND NOT EXISTS
           (
               SELECT FROM OrleansMembershipTable AS known
                WHERE known.DeploymentId = @DeploymentId AND known.Address = @Address
                  AND known.Port = @Port AND known.Generation = @Generation
           )
    RETURNING DeploymentId
),
inserted AS
(
    INSERT INTO OrleansMembershipTable
           (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
    SELECT DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort::integer, @StartTime, @IAmAliveTime
      FROM raised
    RETURNING Port
)
SELECT EXISTS (SELECT FROM inserted);
'),
('UpdateMembershipKey', '
WITH raised AS
(
    UPDATE OrleansMembershipVersionTable
       SET Version = Version + 1, Timestamp = now()
     WHERE DeploymentId = @DeploymentId AND Version = @Version
       AND EXISTS
           (
               SELECT FROM OrleansMembershipTable AS known
                WHERE known.DeploymentId = @DeploymentId AND known.Address = @Address
                  AND known.Port = @Port AND known.Generation = @Generation
           )
    RETURNING DeploymentId
),
updated AS
(
    UPDATE OrleansMembershipTable AS known
       SET Status = @Status, SuspectTimes = @SuspectTimes::text, IAmAliveTime = @IAmAliveTime
      FROM raised
     WHERE known.DeploymentId = raised.DeploymentId AND known.Address = @Address
       AND known.Port = @Port AND known.Generation = @Generation
    RETURNING known.Port
)
SELECT EXISTS (SELECT FROM updated);
'),
-- No new version: a sign of life changes nothing for the others.
('UpdateIAmAlivetimeKey', '
UPDATE OrleansMembershipTable
   SET IAmAliveTime = @IAmAliveTime
 WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation;
'),
-- Both answer the version even where there is no silo.
('MembershipReadRowKey', '
SELECT version.DeploymentId, silo.Address, silo.Port, silo.Generation, silo.SiloName, silo.HostName, silo.Status, silo.ProxyPort,
       silo.SuspectTimes, silo.StartTime, silo.IAmAliveTime, version.Version
  FROM OrleansMembershipVersionTable AS version
  LEFT JOIN OrleansMembershipTable AS silo
    ON silo.DeploymentId = version.DeploymentId AND silo.Address = @Address AND silo.Port = @Port AND silo.Generation = @Generation
 WHERE version.DeploymentId = @DeploymentId;
'),
('MembershipReadAllKey', '
SELECT version.DeploymentId, silo.Address, silo.Port, silo.Generation, silo.SiloName, silo.HostName, silo.Status, silo.ProxyPort,
       silo.SuspectTimes, silo.StartTime, silo.IAmAliveTime, version.Version
  FROM OrleansMembershipVersionTable AS version
  LEFT JOIN OrleansMembershipTable AS silo ON silo.DeploymentId = version.DeploymentId
 WHERE version.DeploymentId = @DeploymentId;
'),
('GatewaysQueryKey', '
SELECT Address, ProxyPort, Generation
  FROM OrleansMembershipTable
 WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0;
'),
('DeleteMembershipTableEntriesKey', '
WITH deleted AS (DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId)
DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId;
'),
-- 3 is Active: a silo that the others believe alive is never forgotten, however long ago it said so.
('CleanupDefunctSiloEntriesKey', '
DELETE FROM OrleansMembershipTable
 WHERE DeploymentId = @DeploymentId AND IAmAliveTime < @IAmAliveTime AND Status <> 3;
');
