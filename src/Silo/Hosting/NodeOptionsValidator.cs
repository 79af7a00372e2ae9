using System.Net;
using Canvass.Storage;
using Microsoft.Extensions.Options;

namespace Canvass.Silo.Hosting;

/// <summary>Refuses settings under which this process could not take part, by name.</summary>
internal sealed class NodeOptionsValidator(IOptions<StorageOptions> storage) : IValidateOptions<NodeOptions>
{
    private static readonly TimeSpan LongestShutdown = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, NodeOptions options)
    {
        var wrong = new List<string>();
        CheckRole(options, wrong);
        if (options.SiloPort is < 1 or > 65_535)
        {
            wrong.Add($"Canvass__SiloPort is {options.SiloPort}: give a free port, 1 to 65535.");
        }

        if (options.GatewayPort is < 1 or > 65_535 || options.GatewayPort == options.SiloPort)
        {
            wrong.Add($"Canvass__GatewayPort is {options.GatewayPort}: give a free port, 1 to 65535, other than Canvass__SiloPort.");
        }

        if (!IPAddress.TryParse(options.AdvertisedAddress, out var address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            wrong.Add($"Canvass__AdvertisedAddress is '{options.AdvertisedAddress}': give the IP address by which others reach this silo.");
        }

        CheckTime("DrainDelay", options.DrainDelay, TimeSpan.Zero, TimeSpan.FromMinutes(5), wrong);
        CheckTime("ShutdownTimeout", options.ShutdownTimeout, TimeSpan.FromSeconds(1), LongestShutdown, wrong);
        CheckTime("ResponseTimeout", options.ResponseTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), wrong);
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private void CheckRole(NodeOptions options, List<string> wrong)
    {
        if (options.Role is not (NodeOptions.All or NodeOptions.Silo or NodeOptions.Gateway))
        {
            wrong.Add($"Canvass__Role is '{options.Role}': give 'all', 'silo' or 'gateway'.");
        }
        else if (options.Role != NodeOptions.All && string.IsNullOrWhiteSpace(storage.Value.Database))
        {
            wrong.Add($"Canvass__Role is '{options.Role}', but Canvass__Database is not set: silos and gateways find one another in a "
                + "PostgreSQL database; give its connection string, or leave the role out to run everything in this process.");
        }
    }

    private static void CheckTime(string setting, TimeSpan value, TimeSpan least, TimeSpan most, List<string> wrong)
    {
        if (value < least || value > most)
        {
            wrong.Add($"Canvass__{setting} is {value}: give {least} to {most}.");
        }
    }
}
