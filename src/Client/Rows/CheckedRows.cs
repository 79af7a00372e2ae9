using System.Runtime.CompilerServices;

namespace Canvass.Client.Rows;

/// <summary>Ends a file that breaks off with a row that says so, and refuses ids that stood in it already.</summary>
internal static class CheckedRows
{
    /// <summary>Passes rows on.</summary>
    public static async IAsyncEnumerable<CameraRow> ReadAsync(
        IAsyncEnumerable<CameraRow> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new KnownIds();
        var number = 0;
        await using var rows = source.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var breach = default(string);
            try
            {
                if (!await rows.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (InvalidDataException exception)
            {
                breach = exception.Message;
            }
            catch (IOException)
            {
                breach = $"Reading ends after row {number}: the file breaks off there or cannot be read any further.";
            }

            if (breach is not null)
            {
                yield return new(number + 1, null, null, new Dictionary<string, string[]> { ["file"] = [breach] });
                yield break;
            }

            number = rows.Current.Number;
            yield return Once(rows.Current, known);
        }
    }

    private static CameraRow Once(CameraRow row, KnownIds known) =>
        row.Camera is not { } camera || known.FirstRowOf(camera.Key, row.Number) is not { } first
            ? row
            : row with
            {
                Camera = null,
                Errors = new Dictionary<string, string[]>
                {
                    ["id"] = [$"'{camera.Key.Id}' stands in row {first} already: give every camera an id of its own."],
                },
            };
}
