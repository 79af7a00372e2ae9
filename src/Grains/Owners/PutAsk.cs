using Canvass.Contracts.Owners;
using Canvass.Grains.Storage;

namespace Canvass.Grains.Owners;

/// <summary>Stores an ask, unless the owner has one about the incident that is no longer pending.</summary>
/// <param name="Ask">The ask.</param>
public sealed record PutAsk(Ask Ask) : Effect;
