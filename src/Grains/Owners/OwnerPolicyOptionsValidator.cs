using Microsoft.Extensions.Options;

namespace Canvass.Grains.Owners;

/// <summary>Refuses settings of policy that cannot be meant, by name.</summary>
internal sealed class OwnerPolicyOptionsValidator : IValidateOptions<OwnerPolicyOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, OwnerPolicyOptions options)
    {
        var wrong = new List<string>();
        Require(options.AsksPerOwner is >= 0 and <= 100, "AsksPerOwner", options.AsksPerOwner, "0 (any number) to 100");
        Require(QuietHours.TryParse(options.QuietHours, out _), "QuietHours", options.QuietHours, "'HH:mm-HH:mm', for example '21:00-08:00', or 'none'");
        Require(options.EmergencyPriority is >= -1 and <= 99, "EmergencyPriority", options.EmergencyPriority, "-1 (none) to 99");
        Require(options.TimeZone is not { } zone || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "TimeZone", options.TimeZone ?? "", "an IANA name, for example 'America/New_York'");
        Require(options.AskRetentionDays is >= 11 and <= 36_500, "AskRetentionDays", options.AskRetentionDays, "11 to 36500");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Require(bool holds, string setting, object value, string remedy)
        {
            if (!holds)
            {
                wrong.Add($"Canvass__Policy__{setting} is '{value}': give {remedy}.");
            }
        }
    }
}
