namespace Canvass.Contracts.Refusals;

/// <summary>The grid could not do what it was asked, for a reason that lies with it and not with the command: its state could not be read or
/// written. The message says why. Nothing was acknowledged, and repeating the command is safe.</summary>
[GenerateSerializer, Alias("canvass.GridUnavailableException")]
public sealed class GridUnavailableException : OrleansException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why, and what to do.</param>
    /// <param name="isOutOfRoom">Whether there is no room left for the grid's state.</param>
    public GridUnavailableException(string message, bool isOutOfRoom)
        : base(message) => IsOutOfRoom = isOutOfRoom;

    /// <summary>Whether there is no room left for the grid's state (HTTP 507); otherwise repeating may soon help (HTTP 503).</summary>
    [Id(0)]
    public bool IsOutOfRoom { get; private set; }
}
