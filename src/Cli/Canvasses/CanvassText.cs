using Canvass.Cli.Commands;
using Canvass.Cli.Output;
using Canvass.Contracts.Canvasses;

namespace Canvass.Cli.Canvasses;

/// <summary>Prints canvasses.</summary>
internal static class CanvassText
{
    /// <summary>Prints one, for people or machines.</summary>
    public static void Print(GridCall call, CanvassSummary canvass)
    {
        if (call.Json)
        {
            call.WriteJson(canvass);
            return;
        }

        foreach (var line in Lines(canvass))
        {
            call.Shell.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(CanvassSummary canvass)
    {
        yield return $"canvass {canvass.Key.Id}: {DisplayText.Of(canvass.State)}, reason {canvass.Reason}";
        if (canvass.Note is not null)
        {
            yield return "  note: " + canvass.Note;
        }

        yield return DisplayText.Text($"  {canvass.Integrated.Owners} owners of {canvass.Integrated.Cameras} integrated cameras");
        yield return DisplayText.Text($"  about {canvass.Expected.Low} to {canvass.Expected.High} homes");
        if (canvass.Partial)
        {
            yield return "  partial: cells did not answer while it was drafted, so integrated owners may be missing; draft another";
        }

        if (canvass.Integrated.FirstOverwriteAt is { } first)
        {
            yield return "  first footage overwritten at " + DisplayText.Time(first);
        }

        if (canvass.SentAt is { } sent)
        {
            yield return $"  sent at {DisplayText.Time(sent)}, {(canvass.Delivered ? "delivered" : "on its way")}";
            yield return DisplayText.Text($"  shared by {canvass.Shared}, {canvass.Clips} clips");
        }
        else if (canvass.State == CanvassState.Draft)
        {
            yield return $"  nobody is asked yet; after review: canvass canvasses send {canvass.Key.Id}";
        }
    }
}
