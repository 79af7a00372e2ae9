using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Storage;

namespace Canvass.Grains.Owners;

/// <summary>Ends the open asks of a canvass.</summary>
/// <param name="Canvass">The canvass.</param>
/// <param name="State">Their state from now on: expired or withdrawn.</param>
/// <param name="At">When they end.</param>
/// <param name="ExpiredOnly">Only those that have expired by then.</param>
public sealed record EndAsks(CanvassKey Canvass, AskState State, DateTimeOffset At, bool ExpiredOnly) : Effect;
