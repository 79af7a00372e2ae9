using Npgsql;
using NpgsqlTypes;

namespace Canvass.Storage.Postgres;

/// <summary>Short forms for commands and their parameters.</summary>
internal static class PostgresCommands
{
    /// <summary>A text, which may be null.</summary>
    /// <exception cref="ArgumentException">PostgreSQL keeps no such text.</exception>
    public static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)Checked(value) ?? DBNull.Value };

    /// <summary>A whole number.</summary>
    public static NpgsqlParameter Bigint(long value) => new NpgsqlParameter<long> { TypedValue = value };

    /// <summary>A number.</summary>
    public static NpgsqlParameter Double(double value) => new NpgsqlParameter<double> { TypedValue = value };

    /// <summary>Texts, any of which may be null.</summary>
    /// <exception cref="ArgumentException">PostgreSQL keeps no such text.</exception>
    public static NpgsqlParameter Texts(string?[] values)
    {
        foreach (var value in values)
        {
            Checked(value);
        }

        return new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = values };
    }

    /// <summary>Whole numbers.</summary>
    public static NpgsqlParameter Bigints(long[] values) => new NpgsqlParameter<long[]> { TypedValue = values };

    /// <summary>Numbers.</summary>
    public static NpgsqlParameter Doubles(double[] values) => new NpgsqlParameter<double[]> { TypedValue = values };

    /// <summary>Numbers, any of which may be null.</summary>
    public static NpgsqlParameter Doubles(double?[] values) => new NpgsqlParameter<double?[]> { TypedValue = values };

    /// <summary>Small whole numbers.</summary>
    public static NpgsqlParameter Integers(int[] values) => new NpgsqlParameter<int[]> { TypedValue = values };

    /// <summary>Small whole numbers, any of which may be null.</summary>
    public static NpgsqlParameter Integers(int?[] values) => new NpgsqlParameter<int?[]> { TypedValue = values };

    /// <summary>Ids.</summary>
    public static NpgsqlParameter Uuids(Guid[] values) => new NpgsqlParameter<Guid[]> { TypedValue = values };

    /// <summary>Whole numbers, any of which may be null.</summary>
    public static NpgsqlParameter Bigints(long?[] values) => new NpgsqlParameter<long?[]> { TypedValue = values };

    /// <summary>Yes or no.</summary>
    public static NpgsqlParameter Boolean(bool value) => new NpgsqlParameter<bool> { TypedValue = value };

    /// <summary>Yes or no, each.</summary>
    public static NpgsqlParameter Booleans(bool[] values) => new NpgsqlParameter<bool[]> { TypedValue = values };

    /// <summary>A small whole number.</summary>
    public static NpgsqlParameter Integer(int value) => new NpgsqlParameter<int> { TypedValue = value };

    /// <summary>Bytes.</summary>
    public static NpgsqlParameter Binaries(byte[][] values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = values };

    /// <summary>A command of a connection.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Adds a statement to a batch.</summary>
    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
    }

    /// <summary>The rows of a query.</summary>
    public static async Task<List<T>> ReadAllAsync<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Does a command of which nothing is read.</summary>
    public static async Task ExecuteAsync(
        this NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Refuses a text here that would be refused by the server, or on the way to it, and cost a connection.</summary>
    private static string? Checked(string? text) =>
        text is not null && (text.Contains('\0', StringComparison.Ordinal) || HasHalfAPair(text))
            ? throw new ArgumentException("A text holds a character 0 or half a surrogate pair, which PostgreSQL keeps in no text.")
            : text;

    private static bool HasHalfAPair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
