using Orleans.Services;

namespace Canvass.Grains.Outbox;

/// <summary>The dispatcher of the outbox, one in each silo. Nobody calls it; Orleans asks for an interface.</summary>
[Alias("canvass.IOutboxService"), GrainInterfaceType("Canvass.Grains.Outbox.IOutboxService")]
internal interface IOutboxService : IGrainService;
