namespace Canvass.Cluster.Tests.Faults;

/// <summary>What can happen to a cluster.</summary>
internal enum FaultKind
{
    /// <summary>A silo is killed (SIGKILL) and stays away until service is back without it.</summary>
    SiloKilled,

    /// <summary>A silo is killed and started again at once.</summary>
    SiloRestarted,

    /// <summary>A gateway is killed, and started again at once.</summary>
    GatewayKilled,

    /// <summary>Random silos and gateways are killed and started again, one every few seconds.</summary>
    Storm,

    /// <summary>PostgreSQL is stopped in order, and started again some seconds later.</summary>
    DatabaseStopped,

    /// <summary>PostgreSQL is stopped as by a crash, and started again some seconds later.</summary>
    DatabaseCrashed,

    /// <summary>A silo is frozen (SIGSTOP) until the others have declared it dead, then thawed.</summary>
    SiloFrozen,

    /// <summary>Two silos are cut from each other and see all others.</summary>
    SilosCut,

    /// <summary>A silo is cut from all other silos; gateways and database still reach it.</summary>
    SiloIsolated,
}
