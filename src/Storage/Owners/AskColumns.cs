using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;

namespace Canvass.Storage.Owners;

/// <summary>Asks as the database keeps them: moments in ticks, the state as its number, cameras a line each (no id holds a line break).</summary>
internal static class AskColumns
{
    /// <summary>The columns that <see cref="Ask"/> reads, in order.</summary>
    public const string All = "owner, incident, canvass, state, at, footage_until, expires_at, cameras";

    /// <summary>The cameras in one text.</summary>
    public static string Cameras(Ask ask) => string.Join('\n', ask.Cameras.Select(camera => camera.Id));

    /// <summary>An ask from its columns.</summary>
    public static Ask Ask(string owner, string incident, int canvass, short state, long at, long footageUntil, long expiresAt, string cameras) => new()
    {
        Owner = new(owner),
        Incident = IncidentKey.TryParseId(incident, out var key) ? key : throw new InvalidDataException("The database holds an ask of no incident."),
        Canvass = canvass,
        State = (AskState)state,
        At = new(at, TimeSpan.Zero),
        FootageUntil = new(footageUntil, TimeSpan.Zero),
        ExpiresAt = new(expiresAt, TimeSpan.Zero),
        Cameras = [.. cameras.Split('\n').Select(camera => new CameraKey(camera))],
    };
}
