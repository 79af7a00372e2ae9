using System.Security.Cryptography;
using Canvass.Running.Processes;
using Npgsql;

namespace Canvass.Running;

/// <summary>A PostgreSQL server of one's own, on a port, a socket folder and files of its own, gone when disposed.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "canvass";
    private const int Attempts = 3;

    private readonly string _folder;
    private readonly string _password;
    private bool _runs = true;

    private PostgresServer(string folder, string password, int port)
    {
        _folder = folder;
        _password = password;
        Port = port;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    private string Files => Path.Combine(_folder, "data");

    /// <summary>Makes and starts a server.</summary>
    public static async Task<PostgresServer> StartAsync(PostgresServerOptions? options = null)
    {
        options ??= new();
        var folder = await PostgresPrograms.RunAsync("/usr/bin/mktemp", "-d", Path.Combine(options.Folder, "canvass-pg-XXXXXXXX"));
        try
        {
            var password = RandomNumberGenerator.GetHexString(32);
            var passwordFile = Path.Combine(folder, "password");
            await File.WriteAllTextAsync(passwordFile, password);
            string[] locale = options.IcuLocale is { } icu ? ["--locale-provider=icu", $"--icu-locale={icu}"] : [];
            await PostgresPrograms.RunAsync(PostgresPrograms.Find("initdb"),
            [
                "-D", Path.Combine(folder, "data"), "-U", User, "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C",
                .. locale, "--no-sync",
            ]);
            return await StartAsync(folder, password, options);
        }
        catch
        {
            await RemoveAsync(folder);
            throw;
        }
    }

    /// <summary>How to connect to one of its databases.</summary>
    /// <param name="database">The database.</param>
    /// <param name="host">The address by which the server is reached.</param>
    public string ConnectionString(string database, string host = "127.0.0.1") => new NpgsqlConnectionStringBuilder
    {
        Host = host,
        Port = Port,
        Username = User,
        Password = _password,
        Database = database,
    }.ConnectionString;

    /// <summary>Makes an empty database.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Stops it; its files stay.</summary>
    public async Task StopAsync(PostgresStop mode)
    {
        await PostgresPrograms.RunAsync(
            PostgresPrograms.Find("pg_ctl"), "-D", Files, "-w", "-m", mode is PostgresStop.Fast ? "fast" : "immediate", "stop");
        _runs = false;
    }

    /// <summary>Whether it runs; it stops itself where it cannot go on.</summary>
    public async Task<bool> IsRunningAsync()
    {
        try
        {
            await PostgresPrograms.RunAsync(PostgresPrograms.Find("pg_ctl"), "-D", Files, "status");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Starts it after <see cref="StopAsync"/>, or after it stopped itself, on the same port and files.</summary>
    public async Task StartAgainAsync()
    {
        await LaunchAsync(_folder);
        _runs = true;
    }

    /// <summary>Stops it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_runs && await IsRunningAsync())
        {
            await StopAsync(PostgresStop.Immediate);
        }

        await RemoveAsync(_folder);
    }

    private static async Task<PostgresServer> StartAsync(string folder, string password, PostgresServerOptions options)
    {
        var files = Path.Combine(folder, "data");
        var loopback = options.ListenAddresses is "127.0.0.1" or "localhost";
        if (!loopback)
        {
            await File.AppendAllTextAsync(Path.Combine(files, "pg_hba.conf"), "host all all all scram-sha-256\n");
        }

        for (var attempt = 1; ; attempt++)
        {
            // The last of several lines about a setting holds.
            var port = FreePorts.Take(1)[0];
            await File.AppendAllLinesAsync(Path.Combine(files, "postgresql.conf"), Settings(folder, port, options));
            try
            {
                await LaunchAsync(folder);
                return new(folder, password, port);
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Between being found free and being taken, the port was taken by somebody else.
            }
        }
    }

    private static Task LaunchAsync(string folder) => PostgresPrograms.RunAsync(
        PostgresPrograms.Find("pg_ctl"), "-D", Path.Combine(folder, "data"), "-w", "-l", Path.Combine(folder, "log"), "start");

    private static IEnumerable<string> Settings(string folder, int port, PostgresServerOptions options)
    {
        var durable = options.Durable ? "on" : "off";
        return
        [
            FormattableString.Invariant($"port = {port}"),
            $"unix_socket_directories = '{folder}'",
            $"listen_addresses = '{options.ListenAddresses}'",
            FormattableString.Invariant($"max_connections = {options.MaxConnections}"),
            $"fsync = {durable}",
            $"synchronous_commit = {durable}",
            $"full_page_writes = {durable}",
            .. options.Settings,
        ];
    }

    private static Task RemoveAsync(string folder) => PostgresPrograms.RunAsync("/bin/rm", "-rf", folder);
}
