using Microsoft.Extensions.Options;

namespace Canvass.Gateway.Limits;

/// <summary>Refuses a limit that would let no request in.</summary>
internal sealed class RequestLimitOptionsValidator : IValidateOptions<RequestLimitOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RequestLimitOptions options) => options.MaxConcurrentRequests is >= 1 and <= 1_000_000
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Canvass__MaxConcurrentRequests is {options.MaxConcurrentRequests}: give 1 to 1000000.");
}
