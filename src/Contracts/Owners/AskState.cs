namespace Canvass.Contracts.Owners;

/// <summary>The state of an ask. The numbers are stored in databases: never change them.</summary>
[GenerateSerializer, Alias("canvass.AskState")]
public enum AskState
{
    /// <summary>Not delivered yet: the owner's weekly limit or quiet hours put it off.</summary>
    Pending = 0,

    /// <summary>In the owner's inbox.</summary>
    Delivered = 1,

    /// <summary>The owner has opened it.</summary>
    Opened = 2,

    /// <summary>The owner has shared a clip.</summary>
    Shared = 3,

    /// <summary>The owner has declined.</summary>
    Declined = 4,

    /// <summary>Nobody answered it in time.</summary>
    Expired = 5,

    /// <summary>Taken back, because its incident is over.</summary>
    Withdrawn = 6,
}
