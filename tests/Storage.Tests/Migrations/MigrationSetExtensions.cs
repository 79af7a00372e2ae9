namespace Canvass.Storage.Migrations;

/// <summary>Sets as later versions may have them.</summary>
internal static class MigrationSetExtensions
{
    public static MigrationSet With(this MigrationSet known, string sql) =>
        new(known.Migrations.Append(new(known.Migrations.Count + 1, "later", sql)));
}
