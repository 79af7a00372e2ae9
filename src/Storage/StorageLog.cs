using Microsoft.Extensions.Logging;

namespace Canvass.Storage;

/// <summary>What the storage writes into the log; event ids 3000 to 3099.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 3000, Level = LogLevel.Information, Message = "Applied migration {Version} {Name}.")]
    public static partial void MigrationApplied(ILogger logger, int version, string name);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information,
        Message = "Database {Path} is ready: schema {Version}, cells of resolution {CellResolution}.")]
    public static partial void DatabaseReady(ILogger logger, string path, int version, int cellResolution);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "{Reason}")]
    public static partial void DatabaseRefused(ILogger logger, string reason);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Information, Message = "The database can be used again.")]
    public static partial void DatabaseRecovered(ILogger logger);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "{Reason} Trying again for {Timeout}.")]
    public static partial void DatabaseAwaited(ILogger logger, string reason, TimeSpan timeout);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Error, Message = "The database could not be asked how it is.")]
    public static partial void DatabaseNotAsked(ILogger logger, Exception exception);
}
