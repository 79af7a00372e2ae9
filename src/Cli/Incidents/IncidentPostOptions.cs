using System.CommandLine;
using System.Globalization;
using Canvass.Cli.Commands;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;

namespace Canvass.Cli.Incidents;

/// <summary>The options of <c>canvass incidents post</c>, a field each.</summary>
internal static class IncidentPostOptions
{
    public static readonly Option<string?> Source = new("--source") { Description = "The reporting system, for example apd-cad." };

    public static readonly Option<string?> Number = new("--number") { Description = "The incident's number in that system." };

    public static readonly Option<string?> Agency = new("--agency") { Description = "The agency that works on it." };

    public static readonly Option<string?> Type = new("--type") { Description = "What happened, as a code." };

    public static readonly Option<string?> Scheme = new("--scheme") { Description = "Which list the code is from." };

    public static readonly Option<string?> TypeText = new("--type-text") { Description = "What happened, for people." };

    public static readonly Option<int?> Priority = new("--priority") { Description = "The source's priority, 0 to 99." };

    public static readonly Option<IncidentStatus> Status = new("--status") { Description = "How it stands; default active." };

    public static readonly Option<LatLng?> At = ParsedSymbol.Option<LatLng?>("--at", "Where: lng,lat in degrees.", text => ReadPosition(text));

    public static readonly Option<double> Radius = new("--radius-m")
    {
        Description = $"Within how many metres, {IncidentArea.MinRadiusM} to {IncidentArea.MaxRadiusM}.",
        DefaultValueFactory = _ => IncidentArea.DefaultRadiusM,
    };

    public static readonly Option<DateTimeOffset?> From =
        ParsedSymbol.Option<DateTimeOffset?>("--from", "The start of its window, RFC 3339 with an offset.", text => Rfc3339.Read(text));

    public static readonly Option<DateTimeOffset?> To =
        ParsedSymbol.Option<DateTimeOffset?>("--to", "The end of its window; default --from.", text => Rfc3339.Read(text));

    public static readonly Option<string?> Address = new("--address") { Description = "A street address." };

    public static readonly Option<DateTimeOffset?> ReportedAt =
        ParsedSymbol.Option<DateTimeOffset?>("--reported-at", "When the source reported this; default now. The newest wins.", text => Rfc3339.Read(text));

    /// <summary>The report that the options give.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="now">The clock's now.</param>
    /// <exception cref="UsageException">An option is missing.</exception>
    /// <exception cref="RefusedException">A value breaks a rule.</exception>
    public static IncidentReport Read(ParseResult parse, DateTimeOffset now)
    {
        var from = parse.GetValue(From) ?? throw Missing("--from");
        return IncidentReader.Read(
            new()
            {
                Source = parse.GetValue(Source) ?? throw Missing("--source"),
                Number = parse.GetValue(Number) ?? throw Missing("--number"),
                Agency = parse.GetValue(Agency),
                Type = parse.GetValue(Type) is { } type ? new(type, parse.GetValue(Scheme), parse.GetValue(TypeText)) : null,
                Priority = parse.GetValue(Priority),
                Status = parse.GetValue(Status),
                Area = Geometry.Of(parse.GetValue(At) ?? throw Missing("--at")),
                RadiusM = parse.GetValue(Radius),
                Window = new() { From = from, To = parse.GetValue(To) ?? from },
                Address = parse.GetValue(Address),
                ReportedAt = parse.GetValue(ReportedAt),
            },
            now);
    }

    private static LatLng ReadPosition(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var lng)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var lat)
            ? new(lat, lng)
            : throw new FormatException($"'{text}' is not a position: give lng,lat in degrees, for example -84.388,33.749.");
    }

    private static UsageException Missing(string option) => new(option, "It is missing: give it, or a whole incident with --file.");
}
