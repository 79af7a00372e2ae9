namespace Canvass.Load.Comparison;

/// <summary>How far two contenders answered alike.</summary>
internal sealed class Agreement
{
    /// <summary>How far a camera's view may lie off the rim where one contender sees it in the area and the other does not.</summary>
    public const double RimM = 1;

    /// <summary>How many questions were compared.</summary>
    public int Questions { get; private set; }

    /// <summary>How many cameras both named, over all questions.</summary>
    public int Cameras { get; private set; }

    /// <summary>How many of those with the same state of footage.</summary>
    public int SameFootage { get; private set; }

    /// <summary>How many answers counted footage alike, by state. Only answers without an incident count it.</summary>
    public int SameFootageCounts { get; private set; }

    /// <summary>How many cameras only one named, their view within <see cref="RimM"/> of the rim.</summary>
    public int AtTheRim { get; private set; }

    /// <summary>The cameras that only one named, their view farther from the rim: the true mismatches.</summary>
    public List<string> Mismatches { get; } = [];

    /// <summary>The largest difference of a share, of the union or of one camera.</summary>
    public double LargestShareDifference { get; private set; }

    /// <summary>The largest difference of a distance in metres.</summary>
    public double LargestDistanceDifferenceM { get; private set; }

    /// <summary>How many cells were counted, and how many of them in the same bucket.</summary>
    public (int Cells, int Same) Registered { get; private set; }

    /// <summary>How many cells at least one called blind, and how many of them both did.</summary>
    public (int Cells, int Same) Blind { get; private set; }

    /// <summary>Takes in the answers to one question.</summary>
    /// <param name="question">What it is called.</param>
    /// <param name="grid">What the grid answered.</param>
    /// <param name="peer">What the peer answered.</param>
    /// <param name="rimDistanceM">How far a camera's view lies from the area's rim, in metres.</param>
    public async Task AddAsync(string question, CoverageFacts grid, CoverageFacts peer, Func<string, Task<double>> rimDistanceM)
    {
        Questions++;
        SameFootageCounts += grid.Footage is { } counts && counts == peer.Footage ? 1 : 0;
        foreach (var id in grid.Cameras.Keys.Union(peer.Cameras.Keys))
        {
            if (grid.Cameras.TryGetValue(id, out var one) && peer.Cameras.TryGetValue(id, out var other))
            {
                Cameras++;
                SameFootage += one.Footage == other.Footage ? 1 : 0;
                Note(one.Share, other.Share);
                LargestDistanceDifferenceM = Math.Max(LargestDistanceDifferenceM, Math.Abs(one.DistanceM - other.DistanceM));
            }
            else if (await rimDistanceM(id) is var offM && offM <= RimM)
            {
                AtTheRim++;
            }
            else
            {
                var only = grid.Cameras.ContainsKey(id) ? "Canvass" : "PostGIS";
                Mismatches.Add(FormattableString.Invariant($"{question}: {id} is named by {only} only, {offM:F2} m off the rim"));
            }
        }

        Note(grid.Share, peer.Share);

        var cells = grid.Registered.Keys.Union(peer.Registered.Keys).ToList();
        Registered = (Registered.Cells + cells.Count, Registered.Same
            + cells.Count(cell => grid.Registered.GetValueOrDefault(cell) == peer.Registered.GetValueOrDefault(cell)));
        Blind = (Blind.Cells + grid.Blind.Union(peer.Blind).Count(), Blind.Same + grid.Blind.Intersect(peer.Blind).Count());
    }

    private void Note(double one, double other) => LargestShareDifference = Math.Max(LargestShareDifference, Math.Abs(one - other));
}
