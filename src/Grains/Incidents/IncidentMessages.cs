using System.Globalization;
using Canvass.Contracts.Keys;
using Canvass.Grains.Outbox;

namespace Canvass.Grains.Incidents;

/// <summary>Writes and reads the outbox messages to incidents: <c>Delivered {ordinal}</c>, when a canvass counts as delivered.</summary>
internal static class IncidentMessages
{
    /// <summary>The destination's name.</summary>
    public const string Destination = "incident";

    private const string Delivered = "Delivered ";

    /// <summary>Tells an incident, at a later moment, that a canvass of it counts as delivered.</summary>
    public static OutboxMessage DeliveredAt(DateTimeOffset moment, CanvassKey canvass, DateTimeOffset now) => OutboxMessage.Create(
        Destination, canvass.Incident.ToString(), string.Create(CultureInfo.InvariantCulture, $"{Delivered}{canvass.Ordinal}"), now, moment);

    /// <summary>The ordinal of the canvass that counts as delivered.</summary>
    /// <exception cref="FormatException">It is not a message to an incident.</exception>
    public static int ReadDelivered(OutboxMessage message) => message.Payload.StartsWith(Delivered, StringComparison.Ordinal)
        ? int.Parse(message.Payload.AsSpan(Delivered.Length), CultureInfo.InvariantCulture)
        : throw new FormatException($"'{message.Payload}' is not a message to an incident.");
}
