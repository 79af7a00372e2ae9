using System.Data.Common;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Canvass.Silo.Telemetry;

/// <summary>Describes exceptions without their messages, which may quote what a request held.</summary>
internal static class ExceptionKinds
{
    /// <summary>The kinds of an exception and of what caused it, each with its code if it has one, and its stack trace if you ask for it.</summary>
    public static string Describe(Exception exception, bool withStack = true)
    {
        var text = new StringBuilder();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            text.Append(text.Length == 0 ? "" : "\n ---> ").Append(cause.GetType().FullName).Append(Code(cause));
            if (withStack && cause.StackTrace is { } stack)
            {
                text.Append('\n').Append(stack);
            }
        }

        return text.ToString();
    }

    private static string Code(Exception exception) => exception switch
    {
        SocketException socket => $" ({socket.SocketErrorCode})",
        SqliteException sqlite => $" (SQLite {sqlite.SqliteExtendedErrorCode})",
        DbException { SqlState: { } state } => $" (SQLSTATE {state})",
        _ => "",
    };
}
