using System.Globalization;
using Canvass.Contracts.Keys;
using Canvass.Grains.Outbox;

namespace Canvass.Grains.Canvasses;

/// <summary>Writes and reads the outbox messages to canvasses: the kind, and for <see cref="CanvassMessageKind.Deliver"/> the moment of the decision in
/// ticks of UTC.</summary>
internal static class CanvassMessages
{
    /// <summary>The destination's name.</summary>
    public const string Destination = "canvass";

    /// <summary>A message to a canvass.</summary>
    public static OutboxMessage Create(
        CanvassMessageKind kind, CanvassKey canvass, DateTimeOffset now, DateTimeOffset? sentAt = null, DateTimeOffset? notBefore = null) =>
        OutboxMessage.Create(
            Destination, canvass.ToString(), sentAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{kind} {at.UtcTicks}") : $"{kind}", now,
            notBefore);

    /// <summary>Reads a message; the moment is null unless the message carries one.</summary>
    /// <exception cref="FormatException">It is not a message to a canvass.</exception>
    public static (CanvassMessageKind Kind, DateTimeOffset? SentAt) Read(OutboxMessage message)
    {
        var parts = message.Payload.Split(' ');
        return Enum.TryParse<CanvassMessageKind>(parts[0], out var kind)
            ? (kind, parts.Length > 1 ? new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero) : null)
            : throw new FormatException($"'{message.Payload}' is not a message to a canvass.");
    }
}
