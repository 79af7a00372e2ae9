namespace Canvass.Grains.Storage;

/// <summary>A row that a commit writes beside a process' state: an index row, an ask, an outbox message. The folder that owns the row declares
/// its effect, and the Storage room knows how to write it.</summary>
public abstract record Effect;
