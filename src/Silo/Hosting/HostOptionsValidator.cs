using Microsoft.Extensions.Options;

namespace Canvass.Silo.Hosting;

/// <summary>Refuses settings under which this process could not take part, by name.</summary>
internal sealed class HostOptionsValidator : IValidateOptions<HostOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, HostOptions options)
    {
        var wrong = new List<string>();
        if (options.Role is "silo" or "gateway")
        {
            wrong.Add($"Canvass__Role is '{options.Role}': this version runs everything in one process; leave it out or give 'all'.");
        }
        else if (options.Role != "all")
        {
            wrong.Add($"Canvass__Role is '{options.Role}': give 'all'.");
        }

        if (options.SiloPort is < 1 or > 65_535)
        {
            wrong.Add($"Canvass__SiloPort is {options.SiloPort}: give a free port, 1 to 65535.");
        }

        if (options.GatewayPort is < 1 or > 65_535 || options.GatewayPort == options.SiloPort)
        {
            wrong.Add($"Canvass__GatewayPort is {options.GatewayPort}: give a free port, 1 to 65535, other than Canvass__SiloPort.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
