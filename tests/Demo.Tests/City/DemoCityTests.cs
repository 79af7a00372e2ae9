using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Refusals;

namespace Canvass.Demo.Tests.City;

[Trait("Category", "Unit")]
public sealed class DemoCityTests
{
    // Changing the city is allowed; changing it unawares is not.
    private const string Fingerprint = "a49743903989113ff85d4ae5d8e6006d979c186d0d810987ca59217aab1059f9";

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<Camera> Cameras = [.. DemoCity.Cameras()];

    [Fact]
    public void City_is_the_same_on_every_machine_and_in_every_run() => Assert.Equal(Fingerprint, FingerprintOf(Cameras));

    [Fact]
    public void City_is_the_same_when_it_is_enumerated_again()
    {
        var city = DemoCity.Cameras();

        Assert.Equal(FingerprintOf(city), FingerprintOf(city));
    }

    [Fact]
    public void City_has_5700_integrated_and_3000_registered_cameras_with_distinct_ids()
    {
        Assert.Equal(5_700, Cameras.Count(camera => camera.Tier == CameraTier.Integrated));
        Assert.Equal(3_000, Cameras.Count(camera => camera.Tier == CameraTier.Registered));
        Assert.Equal((5_700, 3_000), (DemoCity.IntegratedCount, DemoCity.RegisteredCount));
        Assert.Equal(8_700, Cameras.Select(camera => camera.Key).Distinct().Count());
    }

    [Fact]
    public void Every_camera_passes_the_rules_of_the_grid()
    {
        var errors = new FieldErrors();
        foreach (var camera in Cameras)
        {
            CameraRules.Check(camera, errors);
            CameraRules.CheckTier(camera, errors);
        }

        Assert.Empty(errors.ToDictionary());
    }

    [Fact]
    public void Registered_cameras_have_no_stream_and_integrated_ones_only_unreachable_ones()
    {
        Assert.All(Cameras.Where(camera => camera.Tier == CameraTier.Registered), camera => Assert.Null(camera.Stream));
        Assert.All(Cameras.Where(camera => camera.Stream is not null),
            camera => Assert.EndsWith(".demo.invalid", new Uri(camera.Stream!.Url).Host, StringComparison.Ordinal));
    }

    [Fact]
    public void Ranges_and_retention_are_those_of_their_kinds()
    {
        Assert.All(Cameras.Where(camera => camera.Tier == CameraTier.Integrated), camera => Assert.InRange(camera.RangeM, 30, 120));
        Assert.All(Cameras.Where(camera => camera.Kind == CameraKind.Doorbell), camera => Assert.InRange(camera.RangeM, 10, 20));
        Assert.All(Cameras.Where(camera => camera is { Tier: CameraTier.Registered, Kind: CameraKind.Fixed }),
            camera => Assert.InRange(camera.RangeM, 15, 40));
        Assert.All(Cameras, camera => Assert.InRange(camera.Retention.TotalHours, 24, 720));
    }

    [Fact]
    public void Businesses_have_several_cameras_and_most_households_one_or_two()
    {
        var owners = Cameras.GroupBy(camera => camera.Owner.Id).ToDictionary(group => group.Key, group => group.Count());
        var businesses = owners.Where(owner => owner.Key.StartsWith("business-", StringComparison.Ordinal)).ToList();
        var households = owners.Where(owner => owner.Key.StartsWith("household-", StringComparison.Ordinal)).ToList();

        Assert.Equal(400, businesses.Count);
        Assert.All(businesses, business => Assert.True(business.Value >= 4));
        Assert.True(households.Count(household => household.Value <= 2) > households.Count * 0.9);
    }

    [Fact]
    public void About_two_percent_are_out_of_order_and_failed_before_the_incident()
    {
        var outages = DemoCity.Outages(Now);

        Assert.InRange(outages.Count, 130, 220);
        Assert.Equal(outages.Count, outages.Select(outage => outage.Camera).Intersect(Cameras.Select(camera => camera.Key)).Count());
        Assert.All(outages, outage => Assert.True(!outage.Recording && outage.At < DemoCity.Incident(Now).Window.From));
    }

    [Fact]
    public void Incident_is_of_the_hour_before_and_passes_the_rules_of_the_grid()
    {
        var errors = new FieldErrors();
        var incident = DemoCity.Incident(Now);
        incident.Check(errors);

        Assert.Empty(errors.ToDictionary());
        Assert.Equal("demo:1", incident.Key.Id);
        Assert.Equal((Now.AddHours(-1), Now), (incident.Window.From, incident.Window.To));
    }

    private static string FingerprintOf(IEnumerable<Camera> cameras)
    {
        var text = new StringBuilder();
        foreach (var camera in cameras)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{camera.Key.Id}|{camera.Name}|{camera.Tier}|{camera.Agency}|{camera.OwnerKey?.Id}|{camera.Kind}|{camera.Position.LngDeg}|")
                .Append(CultureInfo.InvariantCulture,
                $"{camera.Position.LatDeg}|{camera.BearingDeg}|{camera.HfovDeg}|{camera.RangeM}|{camera.HeightM}|{camera.Retention}|")
                .Append(CultureInfo.InvariantCulture, $"{camera.Recording}|{camera.Stream?.Url}|{camera.Address}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
