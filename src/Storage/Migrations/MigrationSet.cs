using System.Globalization;

namespace Canvass.Storage.Migrations;

/// <summary>All steps of one kind of database that this version of Canvass knows, in order.</summary>
internal sealed class MigrationSet
{
    /// <summary>Wraps steps.</summary>
    /// <exception cref="ArgumentException">The steps are not numbered from 1 without gaps.</exception>
    public MigrationSet(IEnumerable<Migration> migrations)
    {
        Migrations = [.. migrations.OrderBy(migration => migration.Version)];
        if (Migrations.Where((migration, index) => migration.Version != index + 1).FirstOrDefault() is { } stray)
        {
            throw new ArgumentException($"Migration {stray} does not follow the one before it: number them from 1 without gaps.", nameof(migrations));
        }
    }

    /// <summary>The steps by number.</summary>
    public IReadOnlyList<Migration> Migrations { get; }

    /// <summary>The steps that are embedded as <c>{kind}/{NNNN}_{name}.sql</c>.</summary>
    public static MigrationSet Embedded(string kind)
    {
        var assembly = typeof(MigrationSet).Assembly;
        var prefix = kind + "/";
        return new(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var title = Path.GetFileNameWithoutExtension(name[prefix.Length..]);
                var separator = title.IndexOf('_', StringComparison.Ordinal);
                return new Migration(int.Parse(title[..separator], CultureInfo.InvariantCulture), title[(separator + 1)..], reader.ReadToEnd());
            }));
    }

    /// <summary>The steps that a database has yet to take.</summary>
    /// <param name="applied">The steps that it has taken, in order.</param>
    /// <param name="database">What to call the database in messages.</param>
    /// <exception cref="StorageException">The database's steps are not the first ones of this set.</exception>
    public IReadOnlyList<Migration> Pending(IReadOnlyList<AppliedMigration> applied, string database)
    {
        if (applied.Count > 0 && applied[^1].Version > Migrations.Count)
        {
            throw new StorageException($"The database '{database}' has schema {applied[^1].Version}, but this version of Canvass knows schemas "
                + $"up to {Migrations.Count} only: start the version that wrote it, or restore a backup from before the upgrade.");
        }

        for (var i = 0; i < applied.Count; i++)
        {
            var known = Migrations[i];
            if (applied[i].Version != known.Version || applied[i].Checksum != known.Checksum)
            {
                throw new StorageException($"The database '{database}' took migration {applied[i].Version:D4}_{applied[i].Name} in another form "
                    + $"than this version's {known}: it was made by a different build. Start that build, or restore a backup.");
            }
        }

        return [.. Migrations.Skip(applied.Count)];
    }
}
