namespace Canvass.Grains.Canvasses;

/// <summary>What an outbox message asks of a canvass. The names are stored in databases: never change them.</summary>
internal enum CanvassMessageKind
{
    /// <summary>Work out whom to ask, and ask.</summary>
    Deliver,

    /// <summary>Deliver the asks that were put off and are due.</summary>
    Deferred,

    /// <summary>Expire the asks that nobody answered in time.</summary>
    Expire,

    /// <summary>The incident is over.</summary>
    Close,

    /// <summary>A newer draft has taken its place.</summary>
    Discard,
}
