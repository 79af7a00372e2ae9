using System.Globalization;
using Canvass.Cli.Commands;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Canvass.Cli.Incidents.Csv;

/// <summary>
/// Reads the times of a file, most of which are on the clock of a city. Where that clock was put back, a time occurs twice: a window's
/// start is then taken as the earlier, its end as the later, so that the window surely holds what happened. Where it was put forward, a
/// time that the clock skipped is taken as on the clock that had not been put yet.
/// </summary>
internal sealed class LocalTimes
{
    private static readonly string[] UsualForms =
        ["MM/dd/uuuu HH:mm:ss", "MM/dd/uuuu HH:mm", "uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd HH:mm", "uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd'T'HH:mm"];

    private static readonly LocalDatePattern[] Dates =
        [LocalDatePattern.CreateWithInvariantCulture("MM/dd/uuuu"), LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd")];

    private static readonly ZoneLocalMappingResolver Early =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private static readonly ZoneLocalMappingResolver Late =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    private readonly DateTimeZone _zone;
    private readonly LocalDateTimePattern[] _forms;

    /// <summary>Prepares reading.</summary>
    /// <param name="zone">The city's zone in the tz database, for example <c>America/New_York</c>.</param>
    /// <param name="forms">Forms of date and time in NodaTime's letters; empty for the usual American and ISO forms.</param>
    /// <exception cref="UsageException">The zone or a form is none.</exception>
    public LocalTimes(string zone, IReadOnlyList<string> forms)
    {
        _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            ?? throw new UsageException("--time-zone", $"'{zone}' is not a zone of the tz database: give for example America/New_York or UTC.");
        _forms = [.. (forms.Count == 0 ? UsualForms : forms).Select(Pattern)];
    }

    /// <summary>The start of a window.</summary>
    /// <exception cref="FormatException">The text is no time.</exception>
    public DateTimeOffset Start(string text) => Read(text, Early);

    /// <summary>The end of a window.</summary>
    /// <exception cref="FormatException">The text is no time.</exception>
    public DateTimeOffset End(string text) => Read(text, Late);

    /// <summary>A moment that may be given by its date alone: then the start of that day.</summary>
    /// <exception cref="FormatException">The text is neither time nor date.</exception>
    public DateTimeOffset TimeOrDay(string text)
    {
        foreach (var pattern in Dates)
        {
            if (pattern.Parse(text) is { Success: true, Value: var date })
            {
                return _zone.AtStartOfDay(date).ToInstant().ToDateTimeOffset();
            }
        }

        return Read(text, Early);
    }

    private static LocalDateTimePattern Pattern(string form)
    {
        try
        {
            return LocalDateTimePattern.CreateWithInvariantCulture(form);
        }
        catch (InvalidPatternException exception)
        {
            throw new UsageException("--date-format", $"'{form}' is no form of date and time ({exception.Message}): give for example '{UsualForms[0]}'.");
        }
    }

    private DateTimeOffset Read(string text, ZoneLocalMappingResolver resolver)
    {
        foreach (var form in _forms)
        {
            if (form.Parse(text) is { Success: true, Value: var local })
            {
                return _zone.ResolveLocal(local, resolver).ToInstant().ToDateTimeOffset();
            }
        }

        return OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var moment }
            ? moment.ToInstant().ToDateTimeOffset()
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"'{text}' is not a date with a time: give for example {_forms[0].PatternText}, or say the form with --date-format."));
    }
}
