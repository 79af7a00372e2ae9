using System.Text;
using System.Text.Json.Nodes;

namespace Canvass.Silo.Tests.Fuzzing;

/// <summary>Breaks requests, the same ones for the same seed.</summary>
internal sealed class Mutations(int seed)
{
    private const string Mark = "@@here@@";
    private readonly Random _random = new(seed);

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "-0.0", "1e400", "-1e400", "1e308", "5e-324", "99999999999999999999", "2147483648", "NaN", "Infinity", "\"NaN\"",
        "\"Infinity\"", "\"1\"", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]", "{\"a\":1}", "[0,0]", "[181,0]", "[1e308,-1e308]", "[1,2,3,4]",
        "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\u0007\\u001b[31m\"", "\"\\u202e\"", "\"a/b\"", "\"a%2Fb\"", "\"..\"", "\"a:b:c\"", "\"😀\"",
        "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"",
        "\"2026-02-30T00:00:00Z\"", "\"2026-05-17T11:00:00\"", "\"2026-05-17T11:00:60Z\"", "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[1,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[170,0],[170,80],[0,80],[0,0]]]}", "{\"type\":\"\\ud800\",\"coordinates\":[\"\\ud800\"]}",
        "{\"type\":\"Point\",\"coordinates\":[1e400,1]}", "{\"\\ud800\":1}", "{\"a\":1,\"a\":2}", "'single'", "undefined", "/*c*/1", "01", "+1", "\"\t\"",
        "\"" + new string('x', 100_000) + "\"", Nested(63), Nested(70), Nested(20_000), "[" + new string('9', 5_000) + "]",
    ];

    private static readonly string[] Ids =
    [
        "%", "%zz", "%00", "%C3%28", "%2F", "%2f..%2f", "..", "%2e%2e", ".", "a%0d%0ab", "%ED%A0%80", "%F0%9F%98%80", "a%20b", "+", "a:b:c:d", ":", "a:",
        ":1", "%3A%3A", "a%25b", "%252F", "*", "~", "a;b", "a@b", "a,b", "%7f", "%E2%80%AE", new string('a', 129), new string('a', 4_000),
        "fuzz%3A1%3A0", "fuzz%3A1%3A-1", "fuzz%3A1%3A99999999999999999999", "fuzz%3A1%3A01", "status", "cameras:import",
    ];

    private static readonly string[] Queries =
    [
        "limit=0", "limit=1", "limit=1000", "limit=1001", "limit=-1", "limit=1e3", "limit=99999999999999999999", "limit=", "limit=1&limit=2", "limit=%00",
        "cursor=", "cursor=!", "cursor=%FF", "cursor=AAAA", "cursor=ZjE", "cursor=NjM5MDAwMDAwMDAwMDAwMDAwIGE6MQ",
        "cursor=OTIyMzM3MjAzNjg1NDc3NTgwNyBh", "cursor=LTEgYQ", "cursor=_____w", "cursor=a&cursor=b", "bbox=", "bbox=1,2,3", "bbox=1,2,3,4,5",
        "bbox=NaN,0,1,1", "bbox=Infinity,0,1,1", "bbox=-181,0,1,1", "bbox=170,-10,-170,10", "bbox=1,2,3,1", "bbox=1e400,0,1,1", "bbox=,,,", "bbox=0,0,0,0",
        "bbox=-180,-90,180,90", "bbox=%31,0,1,1", "from=x", "from=0001-01-01T00:00:00Z", "to=9999-12-31T23:59:59Z", "to=9999-12-31T23:59:59-14:00",
        "from=9999-12-31T23:59:59Z&to=0001-01-01T00:00:00Z", "from=%ED%A0%80", "status=ACTIVE", "status=1", "status=%00", "status=active&status=closed",
        "after=-1", "after=9223372036854775807", "after=9223372036854775808", "after=x", "x=" + new string('y', 4_000), "&&&", "%", "=%zz",
    ];

    private static readonly string?[] Types =
    [
        null, "", "text/plain", "application/json; charset=utf-16", "application/json; charset=\"", "application/JSON", "application/geo+json", "text/csv",
        "application/x-ndjson", "multipart/form-data", "application/x-www-form-urlencoded", "*/*", "json", "application/json,application/json",
    ];

    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "QUERY", "x"];

    /// <summary>A broken variant of a request.</summary>
    public FuzzedRequest Of(FuzzedRequest valid) => _random.Next(valid.Body is null ? 3 : 10) switch
    {
        0 => valid with { Method = Pick(Methods) },
        1 => valid with { Path = WithId(valid.Path) },
        2 => valid with { Path = valid.Path.Split('?')[0] + "?" + Pick(Queries) },
        3 => valid with { Type = Pick(Types) },
        4 => valid with { Body = Bytes(valid.Body!) },
        5 => valid with { Body = Twice(valid.Body!) },
        _ => valid with { Body = Value(valid.Body!) },
    };

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>Another segment after the resource's name.</summary>
    private string WithId(string path)
    {
        var parts = path.Split('?')[0].Split('/');
        if (parts.Length <= 3)
        {
            return $"{path.Split('?')[0]}/{Pick(Ids)}";
        }

        parts[3] = Pick(Ids);
        return string.Join('/', parts);
    }

    /// <summary>Bytes cut off, changed or put in.</summary>
    private byte[] Bytes(byte[] body)
    {
        var at = _random.Next(body.Length);
        return _random.Next(5) switch
        {
            0 => body[..at],
            1 => [.. body[..at], (byte)_random.Next(256), .. body[(at + 1)..]],
            2 => [.. body[..at], 0xC3, 0x28, .. body[at..]],
            3 => [.. body[..at], 0, .. body[at..]],
            _ => [0xEF, 0xBB, 0xBF, .. body[at..], .. body[..at]],
        };
    }

    /// <summary>A member given twice, or the whole.</summary>
    private byte[] Twice(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var open = text.IndexOf('{', StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(open < 0 || _random.Next(3) == 0
            ? text + text
            : $"{text[..(open + 1)]}\"{Pick(["type", "id", "source", "area", "reason", "outcome", "positions", "window"])}\":{Pick(Values)},{text[(open + 1)..]}");
    }

    /// <summary>Something else in the place of a value.</summary>
    private byte[] Value(byte[] body)
    {
        try
        {
            var root = JsonNode.Parse(body)!;
            var nodes = Below(root).ToList();
            var chosen = nodes[_random.Next(nodes.Count)];
            if (chosen.Parent is null)
            {
                return Encoding.UTF8.GetBytes(Pick(Values));
            }

            chosen.ReplaceWith(Mark);
            return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{Mark}\"", Pick(Values), StringComparison.Ordinal));
        }
        catch (System.Text.Json.JsonException)
        {
            var cells = Encoding.UTF8.GetString(body).Split(',');
            cells[_random.Next(cells.Length)] = Pick(Values);
            return Encoding.UTF8.GetBytes(string.Join(',', cells));
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject members => [node, .. members.Where(member => member.Value is not null).SelectMany(member => Below(member.Value!))],
        JsonArray elements => [node, .. elements.Where(element => element is not null).SelectMany(element => Below(element!))],
        _ => [node],
    };
}
