// A bridge from a computer-aided dispatch system to Canvass. The CAD appends a line to a CSV file for every call; the bridge posts each
// line as an incident:
//
//   number,type,lng,lat,from,to,reported_at
//   171370054,LARCENY,-84.38747,33.78014,2026-03-04T03:00:00Z,2026-03-04T04:00:00Z,2026-03-04T11:00:00Z
//   dotnet run --project samples/CadBridge -- calls.csv
//
// How far it has come stands in calls.csv.position. A line's end is written there (aside and moved, so never half) only after the grid
// has acknowledged the line: the bridge may be killed at any moment, and posting a line once more after a restart changes nothing.
using System.Globalization;
using System.Text;
using Canvass.Client;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;

if (args is not [var path] || !File.Exists(path))
{
    Console.Error.WriteLine("Say which file to follow: CadBridge calls.csv");
    return 2;
}

var positionFile = path + ".position";
var position = File.Exists(positionFile) ? long.Parse(File.ReadAllText(positionFile), CultureInfo.InvariantCulture) : 0;
await using var grid = await CanvassClient.ConnectAsync();
while (true)
{
    foreach (var (line, end) in CompleteLines(path, position))
    {
        // The first line is the header. A grid that does not answer is asked again: posting twice is safe.
        while (position > 0 && !await PostAsync(grid, line))
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        position = end;
        File.WriteAllText(positionFile + ".new", position.ToString(CultureInfo.InvariantCulture));
        File.Move(positionFile + ".new", positionFile, overwrite: true);
    }

    await Task.Delay(TimeSpan.FromSeconds(1));
}

// False where the grid did not answer: whether it has the incident is then unknown.
static async Task<bool> PostAsync(CanvassClient grid, string line)
{
    try
    {
        var outcome = await grid.Incidents.ReportAsync(Read(line));
        Console.WriteLine($"{outcome.Incident.Report.Key.Id}: {outcome.Effect}");
        return true;
    }
    catch (Exception wrong) when (wrong is RefusedException or FormatException or IndexOutOfRangeException)
    {
        // A line that can never be posted must not hold up those behind it.
        Console.Error.WriteLine($"skipped: {wrong.Message} ({line})");
        return true;
    }
    catch (Exception lost) when (lost is TimeoutException or OrleansException)
    {
        return false;
    }
}

static IncidentReport Read(string line)
{
    var cells = line.Split(',');
    return new()
    {
        Key = new IncidentKey("cad-bridge", cells[0]),
        Type = new(cells[1], null, null),
        Area = IncidentArea.Circle(new LatLng(Degrees(cells[3]), Degrees(cells[2]))),
        Window = new(Time(cells[4]), Time(cells[5])),
        ReportedAt = Time(cells[6]),
    };
}

static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);

static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

// The lines after a position that have their line break, with the position after each: the CAD may be in the middle of writing the last.
static IEnumerable<(string Line, long End)> CompleteLines(string path, long position)
{
    using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
    file.Position = position;
    var line = new List<byte>();
    for (var next = file.ReadByte(); next >= 0; next = file.ReadByte())
    {
        line.Add((byte)next);
        if (next == '\n')
        {
            yield return (Encoding.UTF8.GetString([.. line]).TrimEnd(), position += line.Count);
            line.Clear();
        }
    }
}
