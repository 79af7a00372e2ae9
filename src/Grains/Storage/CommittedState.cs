namespace Canvass.Grains.Storage;

/// <summary>
/// A grain's state as it rests: nobody sees a change before it is written, and a change that could not be written is as if it had never
/// been tried.
/// </summary>
/// <param name="storage">Where it rests.</param>
/// <typeparam name="TState">An immutable record whose default means that there is nothing.</typeparam>
internal sealed class CommittedState<TState>(IPersistentState<TState> storage)
    where TState : class, new()
{
    private TState? _value;

    /// <summary>The state as it was last read or written.</summary>
    public TState Value => _value ??= storage.State;

    /// <summary>Reads the state again.</summary>
    /// <returns>Whether somebody else had written it: another activation of the same grain, as there may be for a while after silos lost sight of
    /// each other.</returns>
    public async Task<bool> ReadAgainAsync()
    {
        var version = storage.Etag;
        await storage.ReadStateAsync();
        _value = storage.State;
        return storage.Etag != version;
    }

    /// <summary>Writes the next state, then shows it.</summary>
    /// <param name="next">The next state.</param>
    /// <param name="onUnknownOutcome">Called where the write failed and may or may not have happened: the grain must then be
    /// deactivated, so that it reads the truth.</param>
    public async Task CommitAsync(TState next, Action onUnknownOutcome)
    {
        var before = Value;
        storage.State = next;
        try
        {
            await storage.WriteStateAsync();
        }
        catch
        {
            storage.State = before;
            onUnknownOutcome();
            throw;
        }

        _value = next;
    }
}
