namespace Canvass.Contracts.Coverage;

/// <summary>Whether a camera's footage of a window still exists.</summary>
[GenerateSerializer, Alias("canvass.FootageState")]
public enum FootageState
{
    /// <summary>It should exist.</summary>
    Available,

    /// <summary>It will be overwritten within 24 hours.</summary>
    Expiring,

    /// <summary>The start of the window is already overwritten.</summary>
    Overwritten,

    /// <summary>The camera is known not to have recorded through the whole window, as far as that has passed; or the window has not begun.</summary>
    Gap,
}
