using System.Data.Common;
using Canvass.Contracts.Units;

namespace Canvass.Storage.Units;

/// <summary>A row of <c>unit_position</c>, in either database: agency, call sign, moment, latitude, longitude, accuracy, speed, heading, status.</summary>
internal static class UnitRow
{
    /// <summary>The position of a row.</summary>
    public static UnitPosition Read(DbDataReader row) => new()
    {
        Agency = row.GetString(0),
        CallSign = row.GetString(1),
        At = new(row.GetInt64(2), TimeSpan.Zero),
        Position = new(row.GetDouble(3), row.GetDouble(4)),
        AccuracyM = row.IsDBNull(5) ? null : row.GetDouble(5),
        SpeedMps = row.IsDBNull(6) ? null : row.GetDouble(6),
        HeadingDeg = row.IsDBNull(7) ? null : row.GetDouble(7),
        Status = row.IsDBNull(8) ? null : row.GetString(8),
    };
}
