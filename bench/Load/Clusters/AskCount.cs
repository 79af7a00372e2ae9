namespace Canvass.Load.Clusters;

/// <summary>How asks in inboxes are counted in a contender's database.</summary>
/// <param name="Arrived">How many asks have arrived, as cheaply as it can be known: it is asked again and again while they arrive.</param>
/// <param name="Checked">How many asks lie in inboxes, and how many different ones by owner and incident.</param>
internal sealed record AskCount(string Arrived, string Checked)
{
    /// <summary>
    /// The grid's. This depends on its schema, and on nothing else of it: an owner's inbox is one JSON document that is written once for
    /// every ask, so the versions of all of them add up to the asks. As soon as asks are rows of their own, this is
    /// <code>
    /// SELECT count(*) FROM ask WHERE state = 'delivered'
    /// SELECT count(*), count(DISTINCT (owner, incident)) FROM ask WHERE state = 'delivered'
    /// </code>
    /// </summary>
    public static AskCount Grid { get; } = new(
        "SELECT COALESCE(sum(Version), 0)::bigint FROM OrleansStorage WHERE GrainTypeString = 'owner'",
        """
        SELECT count(*), count(DISTINCT (owner, item->>'incident'))
          FROM (SELECT GrainIdExtensionString AS owner, convert_from(PayloadBinary, 'UTF8')::json AS state
                  FROM OrleansStorage WHERE GrainTypeString = 'owner') AS owners,
               json_array_elements(state->'inbox') AS item
        """);

    /// <summary>The peer's.</summary>
    public static AskCount Peer { get; } = new(
        "SELECT count(*) FROM inbox",
        "SELECT (SELECT count(*) FROM ask), count(DISTINCT (owner, incident_id)) FROM inbox");
}
