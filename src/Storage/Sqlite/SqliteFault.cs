using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Sqlite;

/// <summary>Says what SQLite's result codes (https://www.sqlite.org/rescode.html) mean for whoever runs the grid.</summary>
internal static class SqliteFault
{
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int NotADatabase = 26;

    /// <summary>Whether what a statement was given is to blame, and not the file: another statement may succeed.</summary>
    public static bool IsOfValues(Exception exception) => exception is SqliteException { SqliteErrorCode: TooBig or Constraint or Mismatch };

    /// <summary>The fault in words; null where it is none of the file's.</summary>
    public static StorageException? Explain(SqliteException exception, string filePath)
    {
        var reason = exception.SqliteErrorCode switch
        {
            ReadOnly => $"The database '{filePath}' cannot be written: give this user write access to the file and its directory.",
            InputOutput => $"The disk failed while the database '{filePath}' was being used (code {exception.SqliteExtendedErrorCode}): "
                + "look at the disk's health and space.",
            Corrupt => $"The database '{filePath}' is damaged: restore a backup, or recover it with 'sqlite3 canvass.db .recover'.",
            Full => $"There is no room left for the database '{filePath}': free space on its disk. Nothing was written.",
            CannotOpen => $"The database '{filePath}' cannot be opened: look at the path and at this user's rights to it.",
            NotADatabase => $"The file '{filePath}' is not a SQLite database: move it away, or set Canvass__DataDirectory to another directory.",
            _ => null,
        };
        return reason is null ? null : new StorageException(reason, exception);
    }
}
