using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Canvass.Cluster.Tests.Load;

/// <summary>The gateways, called in turn.</summary>
internal sealed class LoadDoors(IReadOnlyList<Door> doors, LoadCounts counts, ServiceWatch watch, bool mayRunOutOfRoom)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);
    private int _turn;

    public IReadOnlyList<Door> All => doors;

    /// <summary>Gives a command until it is acknowledged: an outcome that is unknown is found out by the same command through another
    /// gateway, a little later.</summary>
    /// <param name="name">What it is called in counts.</param>
    /// <param name="timeout">After how long it is given up, with its outcome unknown.</param>
    /// <param name="make">Makes the request.</param>
    /// <param name="isWanted">Whether an answer is one that it may get.</param>
    /// <returns>The answer's body; null: given up, or a violation.</returns>
    public async Task<JsonNode?> CommandAsync(
        string name, TimeSpan timeout, Func<HttpRequestMessage> make, Func<HttpStatusCode, JsonNode?, bool> isWanted)
    {
        var started = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var (outcome, body) = await CallAsync(name, writes: true, make, isWanted);
            switch (outcome)
            {
                case CallOutcome.Succeeded:
                    counts.Add($"acknowledged {name}");
                    return body;
                case CallOutcome.Violated:
                    return null;
            }

            if (Stopwatch.GetElapsedTime(started) > timeout)
            {
                counts.Add($"given up {name}");
                return null;
            }

            counts.Add($"retries after {Words(outcome)}");

            // By chance a little sooner or later: clients who all come back at once would overload what has just returned.
            using var timer = new PeriodicTimer(pause * (0.5 + Random.Shared.NextDouble()));
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Asks once.</summary>
    /// <returns>The answer's body; null: there was none.</returns>
    public async Task<JsonNode?> AskAsync(string name, Func<HttpRequestMessage> make, Func<HttpStatusCode, JsonNode?, bool> isWanted, Door? door = null)
    {
        var (outcome, body) = await CallAsync(name, writes: false, make, isWanted, door);
        counts.Add(outcome == CallOutcome.Succeeded ? "reads" : $"reads that failed: {Words(outcome)}");
        return outcome == CallOutcome.Succeeded ? body : null;
    }

    private static string Words(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Unavailable => "503",
        CallOutcome.OutOfRoom => "507",
        CallOutcome.TimedOut => "a timeout",
        CallOutcome.DoorClosed => "a killed door",
        _ => "a violation",
    };

    private async Task<(CallOutcome Outcome, JsonNode? Body)> CallAsync(
        string name, bool writes, Func<HttpRequestMessage> make, Func<HttpStatusCode, JsonNode?, bool> isWanted, Door? through = null)
    {
        var door = through ?? doors[(int)((uint)Interlocked.Increment(ref _turn) % (uint)doors.Count)];
        var call = watch.Begin(name, door, writes);
        var (outcome, body, detail) = await SendAsync(door, call.Started, make, isWanted);
        watch.End(call, outcome);
        if (outcome == CallOutcome.Violated)
        {
            counts.Violate($"{name} through {door.Node.Name}: {detail}");
        }

        return (outcome, body);
    }

    private async Task<(CallOutcome Outcome, JsonNode? Body, string? Detail)> SendAsync(
        Door door, long started, Func<HttpRequestMessage> make, Func<HttpStatusCode, JsonNode?, bool> isWanted)
    {
        try
        {
            using var request = make();
            using var answer = await door.Http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return (CallOutcome.Unavailable, null, null);
            }

            if (answer.StatusCode == HttpStatusCode.InsufficientStorage && mayRunOutOfRoom)
            {
                return (CallOutcome.OutOfRoom, null, null);
            }

            var body = text.Length == 0 ? null : JsonNode.Parse(text);
            return isWanted(answer.StatusCode, body)
                ? (CallOutcome.Succeeded, body, null)
                : (CallOutcome.Violated, null, $"{(int)answer.StatusCode} {text[..Math.Min(text.Length, 600)]}");
        }
        catch (OperationCanceledException)
        {
            return (CallOutcome.TimedOut, null, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or IOException or JsonException)
        {
            return door.WasClosedSince(started)
                ? (CallOutcome.DoorClosed, null, null)
                : (CallOutcome.Violated, null, $"{exception.GetType().Name}: {exception.Message} {exception.InnerException?.Message}");
        }
    }
}
