using System.Text;
using Canvass.Storage.Cameras;

namespace Canvass.Storage.Tests.Cameras;

[Trait("Category", "Unit")]
public sealed class CodePointOrderTests
{
    [Fact]
    public void Texts_order_as_their_UTF_8_bytes_do()
    {
        string[] texts = ["", "a", "ab", "B", "é", "e\u0301", "\uD7FF", "\uE000", "\uFFFD", "🎥", "🎥a", "🎦", "a🎥", "a\uFFFD", "\U0010FFFF"];

        foreach (var (x, y) in from x in texts from y in texts select (x, y))
        {
            var bytes = Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
            Assert.Equal(Math.Sign(bytes), Math.Sign(CodePointOrder.Instance.Compare(x, y)));
        }
    }
}
