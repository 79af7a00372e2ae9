namespace Canvass.Running;

/// <summary>A page of documentation.</summary>
/// <param name="Lines">Its lines.</param>
public sealed record MarkdownFile(IReadOnlyList<string> Lines)
{
    private const string Fence = "```";

    /// <summary>What stands outside of fenced blocks.</summary>
    public IEnumerable<string> Prose => Parts().Where(part => part.Language is null).Select(part => part.Line);

    /// <summary>The part under a heading, up to the next heading of the same rank.</summary>
    public MarkdownFile Section(string heading)
    {
        var start = Lines.Index().First(line => line.Item.TrimStart('#') == $" {heading}" && line.Item.StartsWith('#')).Index;
        var rank = $"{Lines[start].Split(' ')[0]} ";
        return new([.. Lines.Skip(start + 1).TakeWhile(line => !line.StartsWith(rank, StringComparison.Ordinal))]);
    }

    /// <summary>The fenced blocks of a language, each line with its end.</summary>
    public IReadOnlyList<string> Blocks(string language)
    {
        var blocks = new SortedDictionary<int, string>();
        foreach (var (line, of, block) in Parts())
        {
            if (of == language)
            {
                blocks[block] = blocks.GetValueOrDefault(block, "") + line + "\n";
            }
        }

        return [.. blocks.Values];
    }

    /// <summary>Every line but the fences, with the language and the number of its block; null outside of blocks.</summary>
    private IEnumerable<(string Line, string? Language, int Block)> Parts()
    {
        string? language = null;
        var block = 0;
        foreach (var line in Lines)
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = language is null ? line[Fence.Length..] : null;
                block++;
            }
            else
            {
                yield return (line, language, block);
            }
        }
    }
}
