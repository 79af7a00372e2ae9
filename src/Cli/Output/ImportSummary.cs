using System.Globalization;
using Canvass.Cli.Commands;
using Canvass.Cli.Files;
using Canvass.Client.Cameras;
using Canvass.Client.Rows;

namespace Canvass.Cli.Output;

/// <summary>What an import came to.</summary>
/// <param name="Imported">Rows that were new.</param>
/// <param name="Updated">Rows that changed something known.</param>
/// <param name="Unchanged">Rows that were already so.</param>
/// <param name="Rejected">Rows that were refused.</param>
/// <param name="RejectedFile">The file that names those; null where there are none.</param>
/// <param name="FirstRejected">The first few of those.</param>
internal sealed record ImportSummary(
    int Imported, int Updated, int Unchanged, int Rejected, string? RejectedFile, IReadOnlyList<RejectedRow> FirstRejected)
{
    /// <summary>The summary of counts and refused rows.</summary>
    public static ImportSummary Of(ImportTotals totals, RejectedRows rejected) => new(
        totals.Imported, totals.Updated, totals.Unchanged, rejected.Count, rejected.Count == 0 ? null : rejected.Path, rejected.First);

    /// <summary>Prints it.</summary>
    public void Print(GridCall call)
    {
        if (call.Json)
        {
            call.WriteJson(this);
            return;
        }

        call.Shell.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"imported {Imported}, updated {Updated}, unchanged {Unchanged}, rejected {Rejected}"));
        foreach (var row in FirstRejected)
        {
            var reasons = row.Errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}");
            call.Shell.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  row {row.Row}{(row.Id is null ? "" : $" ({row.Id})")}: {string.Join(' ', reasons)}"));
        }

        if (RejectedFile is not null)
        {
            call.Shell.WriteLine($"The rejected rows are named in {RejectedFile}; all other rows are in the grid.");
        }
    }
}
