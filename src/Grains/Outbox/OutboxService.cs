using System.Collections.Frozen;
using Canvass.Grains.Storage;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace Canvass.Grains.Outbox;

/// <summary>
/// The dispatcher of the outbox, one in each silo. It delivers what this process commits at once, and claims from the database what is due and
/// nobody has: what a process left that died, what failed and is to be tried again, and what was put off until a later time.
/// </summary>
internal sealed partial class OutboxService : GrainService, IOutboxService
{
    /// <summary>For how long a dispatcher has a message to itself.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>After so many failures a message is parked, about a day after the first.</summary>
    public const int MaxAttempts = 40;

    private const int Concurrency = 32;
    private const int ClaimLimit = 128;
    private static readonly TimeSpan DeliveryTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MeasureInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly FrozenDictionary<string, IOutboxReceiver> _receivers;
    private readonly IOutbox _outbox;
    private readonly IProcessStore _store;
    private readonly OutboxQueue _queue;
    private readonly RepeatedFailureLog _failures;
    private readonly TimeProvider _time;
    private readonly GridMeter _meter;
    private readonly ILogger<OutboxService> _logger;
    private readonly SemaphoreSlim _places = new(Concurrency);
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public OutboxService(
        GrainId id, Silo silo, ILoggerFactory loggers, IEnumerable<IOutboxReceiver> receivers, IOutbox outbox, IProcessStore store, OutboxQueue queue,
        TimeProvider time, GridMeter meter)
        : base(id, silo, loggers)
    {
        _receivers = receivers.ToFrozenDictionary(receiver => receiver.Destination);
        _outbox = outbox;
        _store = store;
        _queue = queue;
        _time = time;
        _meter = meter;
        _logger = loggers.CreateLogger<OutboxService>();
        _failures = new(time, _logger);
    }

    /// <inheritdoc/>
    protected override Task StartInBackground()
    {
        _running = Task.WhenAll(DispatchAsync(), PollAsync(), MeasureAsync());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task Stop()
    {
        await _stopping.CancelAsync();
        await _running;
        await base.Stop();
    }

    /// <summary>Delivers what this process commits.</summary>
    private async Task DispatchAsync()
    {
        try
        {
            await foreach (var message in _queue.Messages.ReadAllAsync(_stopping.Token))
            {
                // One that waited so long here that its lease ran out is another dispatcher's by now.
                if (message.LeasedUntil > _time.GetUtcNow() + DeliveryTimeout / 3)
                {
                    await _places.WaitAsync(_stopping.Token);
                    _ = DeliverAsync(message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    /// <summary>Claims what is due in the database.</summary>
    private async Task PollAsync()
    {
        using var timer = new PeriodicTimer(PollInterval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await ClaimAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private async Task ClaimAsync()
    {
        try
        {
            IReadOnlyList<OutboxMessage> claimed;
            do
            {
                claimed = await _outbox.ClaimAsync(_time.GetUtcNow(), Lease, ClaimLimit, _stopping.Token);
                foreach (var message in claimed)
                {
                    await _places.WaitAsync(_stopping.Token);
                    _ = DeliverAsync(message);
                }
            }
            while (claimed.Count == ClaimLimit);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !_stopping.IsCancellationRequested)
        {
            _failures.Note(exception);
        }
    }

    private async Task MeasureAsync()
    {
        using var timer = new PeriodicTimer(MeasureInterval, _time);
        try
        {
            do
            {
                try
                {
                    var level = await _outbox.MeasureAsync(_time.GetUtcNow(), _stopping.Token);
                    _meter.OutboxMeasured(level.Due, level.OldestDue, level.Parked);
                }
                catch (Exception exception) when (exception is not OperationCanceledException || !_stopping.IsCancellationRequested)
                {
                    _failures.Note(exception);
                }
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private async Task DeliverAsync(OutboxMessage message)
    {
        try
        {
            using var activity = GridActivities.StartDelivery(message.Destination);
            var outcome = await ReceiveAsync(message).WaitAsync(DeliveryTimeout, _time);
            await SettleAsync(message, outcome);
            _meter.MessageDelivered(message.Destination, _time.GetUtcNow() - message.NotBefore);
            _failures.Succeeded();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _meter.MessageNotDelivered(message.Destination);
            _failures.Note(exception);
            await PutOffAsync(message, exception);
        }
        finally
        {
            _places.Release();
        }
    }

    private Task<OutboxOutcome> ReceiveAsync(OutboxMessage message) => _receivers.TryGetValue(message.Destination, out var receiver)
        ? receiver.ReceiveAsync(message)
        : throw new InvalidOperationException($"Nothing receives messages to '{message.Destination}'.");

    private Task SettleAsync(OutboxMessage message, OutboxOutcome outcome) => outcome.Kind switch
    {
        OutboxOutcomeKind.Done => _store.CommitAsync(new() { Effects = [new Complete(message)] }, CancellationToken.None),
        OutboxOutcomeKind.Again => _outbox.PutOffAsync(message, outcome.NotBefore, null, CancellationToken.None),
        _ => Task.CompletedTask,
    };

    /// <summary>If this fails too, the message is claimed again when its lease runs out.</summary>
    private async Task PutOffAsync(OutboxMessage message, Exception failure)
    {
        try
        {
            var attempts = message.Attempts + 1;
            DateTimeOffset? next = attempts >= MaxAttempts ? null : _time.GetUtcNow() + Pause(attempts);
            await _outbox.PutOffAsync(message, next, failure.GetType().Name, CancellationToken.None);
            if (next is null)
            {
                LogParked(message.Id, message.Destination, attempts);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _failures.Note(exception);
        }
    }

    /// <summary>Half a second after the first failure, then twice as long each time, up to an hour.</summary>
    internal static TimeSpan Pause(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(attempts, 20) - 2)));

    [LoggerMessage(2102, LogLevel.Error,
        "Outbox message {Id} to '{Destination}' failed {Attempts} times and is parked: see 'canvass outbox list', then 'canvass outbox retry'.")]
    private partial void LogParked(Guid id, string destination, int attempts);
}
