namespace Canvass.Contracts.Incidents;

/// <summary>How an incident ended, as the person who closed it says.</summary>
[GenerateSerializer, Alias("canvass.IncidentOutcome")]
public enum IncidentOutcome
{
    /// <summary>Footage helped.</summary>
    FootageUsed,

    /// <summary>Somebody was arrested.</summary>
    Arrest,

    /// <summary>Whoever or whatever was missing was found.</summary>
    Found,

    /// <summary>Nothing was found.</summary>
    NothingFound,

    /// <summary>It was none.</summary>
    Cancelled,
}
