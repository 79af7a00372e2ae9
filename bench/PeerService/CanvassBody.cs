namespace Canvass.PeerService;

/// <summary>Why a canvass is drafted.</summary>
internal sealed record CanvassBody(string Reason, string? Note);

/// <summary>The integrated owners and cameras of a draft.</summary>
internal sealed record IntegratedAnswer(int Owners, int Cameras, DateTimeOffset? FirstOverwriteAt);

/// <summary>A draft.</summary>
internal sealed record DraftAnswer(string Id, string IncidentId, string State, string Reason, IntegratedAnswer Integrated, string Homes);

/// <summary>Who was asked.</summary>
internal sealed record AskedAnswer(int Integrated, string Homes);

/// <summary>A canvass that was sent; <c>asked</c> is absent if it was sent before.</summary>
internal sealed record SentAnswer(string Id, string? IncidentId, string State, AskedAnswer? Asked);
