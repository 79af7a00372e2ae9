using Canvass.Contracts.Owners;

namespace Canvass.Grains.Owners;

/// <summary>What became of an ask.</summary>
/// <param name="State">Its state.</param>
/// <param name="At">When it was delivered; for a pending ask, when it may be.</param>
[GenerateSerializer, Immutable, Alias("canvass.AskReceipt")]
internal readonly record struct AskReceipt([property: Id(0)] AskState State, [property: Id(1)] DateTimeOffset At);
