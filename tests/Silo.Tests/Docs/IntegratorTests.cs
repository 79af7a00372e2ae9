using System.Net;
using Canvass.Client;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;

namespace Canvass.Silo.Tests.Docs;

/// <summary>The code of docs/tutorial/integrator.md, step by step: the page's blocks stand here word for word.</summary>
[Trait("Category", "Cluster")]
[Collection(DemoSilo.Name)]
public sealed class IntegratorTests(DemoSilo demo)
{
    [Fact]
    public async Task The_tutorial_reports_asks_sends_and_watches()
    {
        var gateway = $"127.0.0.1:{demo.Silo.GatewayPort}";
        await using var grid = await CanvassClient.ConnectAsync(new() { Gateways = [IPEndPoint.Parse(gateway)] });

        var now = DateTimeOffset.UtcNow;
        var report = new IncidentReport
        {
            Key = new IncidentKey("tour-cad", "1"),
            Agency = "apd",
            Type = new("LARCENY", null, "Larceny from vehicle"),
            Area = IncidentArea.Circle(new LatLng(33.7805, -84.38), radiusM: 250),
            Window = new(now.AddHours(-1), now),
            ReportedAt = now,
        };
        var outcome = await grid.Incidents.ReportAsync(report);
        Console.WriteLine($"{report.Key.Id}: {outcome.Effect}");
        Assert.Equal(ReportEffect.Created, outcome.Effect);

        try
        {
            await grid.Incidents.ReportAsync(report with { Priority = 100 });
        }
        catch (RefusedException refusal)
        {
            Console.WriteLine($"{refusal.Kind}: {string.Join(", ", refusal.Errors.Keys)}");
        }

        var coverage = await grid.Incidents.CoverageAsync(report.Key);
        Console.WriteLine($"{coverage.Share.Integrated:P0} of {coverage.AreaM2:F0} m² is seen");
        foreach (var camera in coverage.Cameras)
        {
            Console.WriteLine($"{camera.Name} at {camera.DistanceM:F0} m: {camera.Footage?.State}");
        }

        Assert.NotEmpty(coverage.Cameras);
        await foreach (var part in grid.Incidents.CoveragePartsAsync(report.Key))
        {
            Console.WriteLine($"{part.Answered} of {part.Asked} cells: {part.Cameras.Count} more cameras");
            if (part.Report is { } whole)
            {
                Console.WriteLine($"{whole.Cameras.Count} cameras, nearest first");
            }
        }

        var draft = await grid.Incidents.DraftCanvassAsync(report.Key, new CanvassRequest("larceny", CommandId: "tour"));
        Console.WriteLine($"{draft.Key.Id} would ask {draft.Integrated.Owners} owners of integrated cameras, and about {draft.Expected.Low} to {draft.Expected.High} homes");
        Assert.Equal(CanvassState.Draft, draft.State);

        var sent = await grid.Incidents.SendCanvassAsync(draft.Key);
        Console.WriteLine($"{sent.State}, {sent.Asked?.Integrated.Owners} owners of integrated cameras asked");
        Assert.Equal(CanvassState.Sent, sent.State);

        await foreach (var happened in grid.Incidents.WatchAsync(report.Key, after: 0))
        {
            Console.WriteLine($"{happened.Sequence} {happened.Kind}");
            if (happened.Kind == IncidentEventKind.CanvassSent)
            {
                break;
            }
        }

        await grid.Cameras.PutAsync(new Camera
        {
            Key = new CameraKey("tour:1"),
            Name = "Porch",
            Tier = CameraTier.Integrated,
            Position = new LatLng(33.7806, -84.3871),
            BearingDeg = 180,
        });
        var unknown = await grid.Cameras.ReportRecordingAsync([new(new CameraKey("tour:1"), Recording: false, At: now)]);
        Console.WriteLine($"{unknown.Count} unknown");
        Assert.Empty(unknown);
    }
}
