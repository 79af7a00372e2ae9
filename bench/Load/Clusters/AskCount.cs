namespace Canvass.Load.Clusters;

/// <summary>How asks in inboxes are counted in a contender's database.</summary>
/// <param name="Arrived">How many asks have arrived, as cheaply as it can be known: it is asked again and again while they arrive.</param>
/// <param name="Checked">How many asks lie in inboxes, and how many different ones by owner and incident.</param>
internal sealed record AskCount(string Arrived, string Checked)
{
    /// <summary>The grid's: a row for each ask; state 1 is delivered.</summary>
    public static AskCount Grid { get; } = new(
        "SELECT count(*) FROM ask WHERE state = 1", "SELECT count(*), count(DISTINCT (owner, incident)) FROM ask WHERE state = 1");

    /// <summary>The peer's.</summary>
    public static AskCount Peer { get; } = new(
        "SELECT count(*) FROM inbox",
        "SELECT (SELECT count(*) FROM ask), count(DISTINCT (owner, incident_id)) FROM inbox");
}
