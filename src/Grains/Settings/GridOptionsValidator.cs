using Microsoft.Extensions.Options;

namespace Canvass.Grains.Settings;

/// <summary>Refuses settings under which the grid would not work, by name.</summary>
internal sealed class GridOptionsValidator : IValidateOptions<GridOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GridOptions options)
    {
        var wrong = new List<string>();
        Require(options.CellResolution is >= 7 and <= 9, "CellResolution", options.CellResolution, "7, 8 or 9");
        Require(options.CellFreshness > TimeSpan.Zero, "CellFreshness", options.CellFreshness, "a time over zero");
        Require(
            options.CoverageDeadline > TimeSpan.Zero && options.CoverageDeadline <= TimeSpan.FromHours(1),
            "CoverageDeadline", options.CoverageDeadline, "a time over zero and at most 01:00:00");
        Require(options.CoverageFanOut is >= 1 and <= 1_024, "CoverageFanOut", options.CoverageFanOut, "1 to 1024");
        Require(options.DeliveryFanOut is >= 1 and <= 256, "DeliveryFanOut", options.DeliveryFanOut, "1 to 256");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Require(bool holds, string setting, object value, string remedy)
        {
            if (!holds)
            {
                wrong.Add($"Canvass__{setting} is '{value}': give {remedy}.");
            }
        }
    }
}
