using Canvass.Contracts.Keys;

namespace Canvass.Contracts.Tests.Keys;

[Trait("Category", "Unit")]
public sealed class KeyTests
{
    [Theory]
    [InlineData("gdot:cctv_9089")]
    [InlineData("a/b?c#d%20")]
    [InlineData("käm-1–😀")]
    public void A_camera_key_round_trips_through_its_text(string id)
    {
        var key = new CameraKey(id);

        Assert.Equal(key, CameraKey.Parse(key.ToString()));
        Assert.Equal($"cam/{id}", key.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cam/")]
    [InlineData("own/a")]
    [InlineData("cam/two words")]
    [InlineData("cam/line\nbreak")]
    public void What_is_no_camera_key_is_refused(string? text) => Assert.False(CameraKey.TryParse(text, out _));

    [Fact]
    public void Half_a_character_is_no_identifier()
    {
        Assert.False(Identifier.IsValid("a\ud800"));
        Assert.False(Identifier.IsValid("a\udc00b"));
    }

    [Fact]
    public void An_identifier_may_have_128_characters_and_not_one_more()
    {
        Assert.True(Identifier.IsValid(new string('a', 128)));
        Assert.False(Identifier.IsValid(new string('a', 129)));
    }

    [Theory]
    [InlineData("apd-cad", "171370054", "apd-cad:171370054", "inc/apd-cad/171370054")]
    [InlineData("cad", "a:b/c", "cad:a:b/c", "inc/cad/a:b/c")]
    public void An_incident_has_one_id_and_one_key(string source, string number, string id, string key)
    {
        var incident = new IncidentKey(source, number);

        Assert.Equal((id, key), (incident.Id, incident.ToString()));
        Assert.Equal(incident, IncidentKey.Parse(key));
        Assert.True(IncidentKey.TryParseId(id, out var parsed));
        Assert.Equal(incident, parsed);
    }

    [Theory]
    [InlineData("no-separator")]
    [InlineData(":number")]
    [InlineData("source:")]
    [InlineData("so/urce:1")]
    [InlineData("source: 1")]
    public void What_is_no_incident_id_is_refused(string id) => Assert.False(IncidentKey.TryParseId(id, out _));

    [Theory]
    [InlineData("cad:1:2", "cad:1", 2)]
    [InlineData("cad:a:b:12", "cad:a:b", 12)]
    public void A_canvass_id_ends_in_its_ordinal(string id, string incident, int ordinal)
    {
        Assert.True(CanvassKey.TryParseId(id, out var key));
        Assert.Equal((incident, ordinal, id), (key.Incident.Id, key.Ordinal, key.Id));
    }

    [Theory]
    [InlineData("cad:1")]
    [InlineData("cad:1:0")]
    [InlineData("cad:1:-1")]
    [InlineData("cad:1:x")]
    [InlineData("")]
    public void What_is_no_canvass_id_is_refused(string id) => Assert.False(CanvassKey.TryParseId(id, out _));

    [Theory]
    [InlineData("cell/8844c1a8a9fffff", true)]
    [InlineData("cell/ffffffffffffffff", false)]
    [InlineData("8844c1a8a9fffff", false)]
    public void A_cell_key_names_a_valid_cell(string text, bool valid) => Assert.Equal(valid, CellKey.TryParse(text, out _));
}
