using System.Reflection;
using System.Text.Json;
using Canvass.Contracts.Json;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Outbox;
using Canvass.Grains.Storage;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Canvass.Grains.Processes;

/// <summary>
/// A grain whose commands change a durable state and have effects, both committed in one transaction. Nobody sees a change before it is stored, and a
/// change that could not be stored is as if it had never been tried.
/// </summary>
/// <remarks>While silos lose sight of each other a grain may be active twice. Only one of the two can write, since every write names the version that
/// it follows; the other would not notice as long as it is only read. So reads look at the database after a while, and a command that is refused or
/// meets another version runs once more on what is stored.</remarks>
/// <typeparam name="TState">An immutable record whose default means that there is nothing.</typeparam>
internal abstract partial class ProcessGrain<TState>(ProcessServices services, ILogger logger) : Grain
    where TState : class, new()
{
    /// <summary>How long an activation answers readers without a look at the database.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private ProcessKey? _key;
    private int? _version;
    private long _readAt;

    /// <summary>The state as it was last read or committed.</summary>
    protected TState State { get; private set; } = new();

    /// <summary>Whether a state is stored.</summary>
    protected bool Exists => _version is not null;

    /// <summary>The present moment.</summary>
    protected DateTimeOffset Now => services.Time.GetUtcNow();

    private ProcessKey Key => _key ??= new(this.GetPrimaryKeyString(), GetType().GetCustomAttribute<ProcessStateAttribute>()!.Name);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => await ReadAsync();

    /// <summary>The JSON in which a state is stored.</summary>
    protected static byte[] Serialize<T>(T state) => JsonSerializer.SerializeToUtf8Bytes(state, GridJson.Options);

    /// <summary>Stores the next state with its effects, then shows it.</summary>
    /// <exception cref="InconsistentStateException">Another activation has written: nothing was stored.</exception>
    protected async Task CommitAsync(TState next, params IReadOnlyList<Effect> effects)
    {
        var version = await StoreAsync(new() { Key = Key, Version = _version, Payload = Serialize(next), Effects = effects });
        (State, _version, _readAt) = (next, version, services.Time.GetTimestamp());
        OnCommitted();
    }

    /// <summary>Deletes the state, with effects.</summary>
    /// <exception cref="InconsistentStateException">Another activation has written: nothing was stored.</exception>
    protected async Task DeleteAsync(params IReadOnlyList<Effect> effects)
    {
        if (Exists)
        {
            await StoreAsync(new() { Key = Key, Version = _version, Effects = effects });
            (State, _version) = (new(), null);
        }
    }

    /// <summary>Stores effects alone.</summary>
    protected Task CommitEffectsAsync(params IReadOnlyList<Effect> effects) => StoreAsync(new() { Effects = effects });

    /// <summary>Called after the state has changed: by a commit, or because another activation's was read.</summary>
    protected virtual void OnCommitted()
    {
    }

    /// <summary>Looks at the database, if the last look or write is a while ago or if what a reader wants is not known. If it cannot be read, the
    /// reader gets what is known.</summary>
    /// <param name="isKnown">Whether what the reader wants is known.</param>
    protected async Task RefreshAsync(bool isKnown)
    {
        if (isKnown && services.Time.GetElapsedTime(_readAt) < Freshness)
        {
            return;
        }

        try
        {
            await ReadAgainAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogNotRead(exception.GetType().Name);
        }
    }

    /// <summary>Runs a command; if it is refused, or another activation has written meanwhile, runs it once more on what is stored.</summary>
    protected async Task<T> RunAsync<T>(Func<Task<T>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception exception) when (exception is RefusedException or InconsistentStateException)
        {
            if (!await ReadAgainAsync())
            {
                throw;
            }
        }

        return await command();
    }

    private async Task<int> StoreAsync(ProcessCommit commit)
    {
        int? version;
        try
        {
            version = await services.Store.CommitAsync(commit, CancellationToken.None);
        }
        catch
        {
            // Whether it was stored is unknown: the next activation reads it.
            DeactivateOnIdle();
            throw;
        }

        if (version is null)
        {
            throw new InconsistentStateException("Another activation of this grain has written its state.", "Unknown", $"{commit.Version}");
        }

        foreach (var effect in commit.Effects)
        {
            if (effect is Enqueue { Message: var message } && message.NotBefore <= Now)
            {
                services.Queue.Offer(message);
            }
        }

        return version.Value;
    }

    /// <returns>Whether another activation has written since.</returns>
    private async Task<bool> ReadAgainAsync()
    {
        var version = _version;
        await ReadAsync();
        if (version == _version)
        {
            return false;
        }

        // The other activation is the one that callers shall find; watchers begin again there.
        OnCommitted();
        DeactivateOnIdle();
        return true;
    }

    private async Task ReadAsync()
    {
        var known = _version;
        var stored = await services.Store.ReadAsync(Key, CancellationToken.None);
        if (_version != known)
        {
            // A command of this activation was committed meanwhile: what was read may be older.
            return;
        }

        State = stored is null
            ? new()
            : JsonSerializer.Deserialize<TState>(stored.Payload, GridJson.Options) ?? throw new JsonException("A stored state is the JSON value null.");
        (_version, _readAt) = (stored?.Version, services.Time.GetTimestamp());
    }

    [LoggerMessage(2003, LogLevel.Warning, "A stored state could not be read again ({Exception}); readers get what is known.")]
    private partial void LogNotRead(string exception);
}
