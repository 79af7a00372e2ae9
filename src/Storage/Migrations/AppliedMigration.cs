namespace Canvass.Storage.Migrations;

/// <summary>A step that a database has taken, as it recorded it.</summary>
/// <param name="Version">The step's number.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Checksum">The checksum of the step as it was then.</param>
internal readonly record struct AppliedMigration(int Version, string Name, string Checksum);
