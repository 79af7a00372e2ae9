using System.Threading.Channels;

namespace Canvass.Grains.Outbox;

/// <summary>Messages that this process has just committed, on their short way to its dispatcher. A message that finds no room here, or is lost with
/// the process, is claimed from the database when its lease runs out.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class OutboxQueue
{
    private const int Capacity = 20_000;

    private readonly Channel<OutboxMessage> _messages = Channel.CreateBounded<OutboxMessage>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The messages, in the order in which they were offered.</summary>
    public ChannelReader<OutboxMessage> Messages => _messages.Reader;

    /// <summary>Offers a committed message that is due.</summary>
    public void Offer(OutboxMessage message) => _messages.Writer.TryWrite(message);
}
