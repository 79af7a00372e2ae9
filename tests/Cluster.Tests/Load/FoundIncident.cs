using System.Text.Json.Nodes;

namespace Canvass.Cluster.Tests.Load;

/// <summary>An incident as it is found, through the API or in the database.</summary>
/// <param name="ReportedAt">When its newest report was made.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Text">What that report says happened.</param>
internal sealed record FoundIncident(DateTimeOffset ReportedAt, string? Status, string? Text)
{
    /// <summary>Reads an answer of the API.</summary>
    public static FoundIncident Of(JsonNode answer) =>
        new(answer["reportedAt"]!.GetValue<DateTimeOffset>(), answer["status"]?.GetValue<string>(), answer["type"]?["text"]?.GetValue<string>());
}
