using System.Security.Cryptography;
using System.Text;

namespace Canvass.Storage.Migrations;

/// <summary>One step of a database's schema.</summary>
/// <param name="Version">Its number, from 1 without gaps.</param>
/// <param name="Name">What it is about, for people.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>The SHA-256 of the statements with LF line ends, as lower-case hexadecimal: how a checkout writes its lines makes no
    /// difference.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>For example <c>0001_grid</c>.</summary>
    public override string ToString() => $"{Version:D4}_{Name}";
}
