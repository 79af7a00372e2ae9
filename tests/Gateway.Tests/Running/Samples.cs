namespace Canvass.Gateway.Tests.Running;

/// <summary>Bodies to send.</summary>
internal static class Samples
{
    public static string Camera(string properties = "\"tier\":\"integrated\"", string coordinates = "[-84.38747,33.78014]", string id = "") =>
        $$"""{"type":"Feature",{{id}}"geometry":{"type":"Point","coordinates":{{coordinates}} },"properties":{ {{properties}} } }""";

    public static string Incident(string number, string rest = "\"reportedAt\":\"2026-05-17T11:00:00Z\"", string point = "[-84.38747,33.78014]") =>
        $$"""
        {"source":"apd-cad","number":"{{number}}","agency":"apd","type":{"code":"LARCENY","scheme":"apd-ucr","text":"Larceny"},"priority":3,
         "area":{"type":"Point","coordinates":{{point}} },"address":"950 W PEACHTREE ST NW",{{rest}} }
        """;

    public static string OpenIncident(string number) =>
        Incident(number, $"\"reportedAt\":\"{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ssZ}\"");
}
