using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Cameras;
using Canvass.Grains.Owners;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace Canvass.Grains.Incidents;

/// <summary>
/// The pump that empties the outbox: incident → camera → owner. Every hop is idempotent, so what may have been delivered before a crash is
/// simply delivered again. The reminder stands from before the decision until the outbox is empty.
/// </summary>
internal sealed partial class IncidentGrain
{
    private const string DeliveryReminder = "delivery";
    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HopTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private IGrainTimer? _delivery;
    private int _failures;

    /// <inheritdoc/>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        StartDeliveryIfOutstanding();
        if (_delivery is null)
        {
            await RemoveReminderAsync();
        }
    }

    private async Task EnsureReminderAsync(bool needed)
    {
        if (needed)
        {
            await this.RegisterOrUpdateReminder(DeliveryReminder, ReminderPeriod, ReminderPeriod);
        }
    }

    /// <summary>Removes the reminder, unless another activation of this incident, as there may be, has decided what this one does not know of:
    /// without the reminder, nobody would wake that one again. A decision after the look renews the reminder, and what is then removed here is
    /// no longer there.</summary>
    private async Task RemoveReminderAsync()
    {
        if (await this.GetReminder(DeliveryReminder) is { } reminder && !await LookAgainAsync())
        {
            await this.UnregisterReminder(reminder);
        }
    }

    private void StartDeliveryIfOutstanding()
    {
        if (_delivery is null && State.Canvasses.Any(canvass => canvass.IsOutstanding))
        {
            _delivery = this.RegisterGrainTimer(DeliverSomeAsync, new() { DueTime = TimeSpan.Zero, Period = ReminderPeriod, KeepAlive = true });
        }
    }

    /// <summary>Delivers a round of asks and notes which arrived. Between rounds the incident answers its callers.</summary>
    private async Task DeliverSomeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var canvass = State.Canvasses.FirstOrDefault(canvass => canvass.IsOutstanding);
            if (canvass is not null)
            {
                await DeliverRoundAsync(canvass);
            }

            if (State.Canvasses.Any(other => other.IsOutstanding))
            {
                _delivery!.Change(Pause(), ReminderPeriod);
                return;
            }

            _delivery!.Dispose();
            _delivery = null;
            await RemoveReminderAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _failures++;
            meter.RoundFailed();
            LogDeliveryFailed(exception.GetType().Name, _failures);
            _delivery?.Change(Pause(), ReminderPeriod);
        }
    }

    private TimeSpan Pause() => _failures == 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(_failures, 10)) / 4));

    private async Task DeliverRoundAsync(CanvassRecord canvass)
    {
        var round = canvass.Asks.Where(ask => ask.IsOutstanding).Take(options.Value.DeliveryFanOut).ToList();
        using var activity = GridActivities.StartDelivery(round.Count);
        var rows = await ReadCamerasAsync(round);
        var arrived = await Task.WhenAll(round.Select(async ask => (ask.Owner, State: await TryDeliverAsync(canvass, ask, rows))));
        var states = arrived.Where(ask => ask.State is not null).ToDictionary(ask => ask.Owner, ask => ask.State!.Value);
        _failures = states.Count == round.Count ? 0 : _failures + 1;
        if (states.Count == 0)
        {
            return;
        }

        var next = canvass with
        {
            // What failed goes to the end of the line, so that one silent owner holds up nobody.
            Asks = [.. canvass.Asks.OrderBy(ask => round.Contains(ask) && !states.ContainsKey(ask.Owner))
                .Select(ask => states.TryGetValue(ask.Owner, out var state) ? ask with { State = state } : ask)],
        };
        var state = State.With(next);
        await CommitAsync(next.IsOutstanding ? state : state.With(IncidentEventKind.CanvassDelivered, time.GetUtcNow(), next.Ordinal));
        var age = time.GetUtcNow() - canvass.SentAt!.Value;
        foreach (var reached in states.Values)
        {
            if (reached == AskState.Delivered)
            {
                meter.AskDelivered(age);
            }
            else
            {
                meter.AsksBecame(reached, 1);
            }
        }
    }

    /// <summary>The rows of all cameras through which a round may go, read by one query.</summary>
    private async Task<Dictionary<CameraKey, RegistryEntry?>> ReadCamerasAsync(IEnumerable<AskRecord> round)
    {
        CameraKey[] cameras = [.. round.Where(ask => ask.State != AskState.Withdrawing).SelectMany(ask => ask.Cameras).Distinct()];
        var rows = await registry.FindManyAsync(cameras, CancellationToken.None);
        return cameras.Zip(rows).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private async Task<AskState?> TryDeliverAsync(CanvassRecord canvass, AskRecord ask, Dictionary<CameraKey, RegistryEntry?> rows)
    {
        try
        {
            return await (ask.State == AskState.Withdrawing ? WithdrawAsync(ask) : DeliverAsync(canvass, ask, rows)).WaitAsync(HopTimeout, time);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            meter.AskNotDelivered();
            LogAskNotDelivered(exception.GetType().Name);
            return null;
        }
    }

    /// <summary>The ask goes through the nearest camera that is still there and still the owner's; where none is, nobody is asked.</summary>
    private async Task<AskState> DeliverAsync(CanvassRecord canvass, AskRecord record, Dictionary<CameraKey, RegistryEntry?> rows)
    {
        var ask = ToAsk(canvass, record);
        foreach (var camera in record.Cameras)
        {
            if (await grains.GetGrain<ICameraAsks>(camera.ToString()).ForwardAsync(rows[camera], ask))
            {
                return AskState.Delivered;
            }
        }

        return AskState.Withdrawn;
    }

    private async Task<AskState> WithdrawAsync(AskRecord record)
    {
        await grains.GetGrain<IOwnerInbox>(record.Owner.ToString()).WithdrawAsync(Key);
        return AskState.Withdrawn;
    }

    private Ask ToAsk(CanvassRecord canvass, AskRecord record)
    {
        var sentAt = canvass.SentAt!.Value;
        var expiresAt = sentAt + CanvassPolicy.AskLifetime;
        return new()
        {
            Incident = Key,
            Canvass = canvass.Ordinal,
            Owner = record.Owner,
            Cameras = record.Cameras,
            Window = canvass.Window,
            Agency = State.Report!.Agency,
            Reason = canvass.Reason,
            SentAt = sentAt,
            FootageUntil = record.FirstOverwriteAt,
            ExpiresAt = record.LastOverwriteAt < expiresAt ? record.LastOverwriteAt : expiresAt,
        };
    }

    // A message of an exception may name an owner or a home's camera, so only its kind is logged.
    [LoggerMessage(2001, LogLevel.Warning, "A round of deliveries failed with {Exception}, {Failures} times in a row; it will be tried again.")]
    private partial void LogDeliveryFailed(string exception, int failures);

    [LoggerMessage(2002, LogLevel.Warning, "An ask could not be delivered ({Exception}); it will be tried again.")]
    private partial void LogAskNotDelivered(string exception);
}
