using Canvass.Contracts.Owners;

namespace Canvass.Grains.Tests.Running;

/// <summary>An ask as the database holds it.</summary>
internal sealed record StoredAsk(string Owner, string Incident, int Canvass, AskState State, DateTimeOffset At, IReadOnlyList<string> Cameras);
