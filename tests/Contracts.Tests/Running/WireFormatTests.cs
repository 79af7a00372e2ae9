using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Times;

namespace Canvass.Contracts.Tests.Running;

/// <summary>Bytes that version 0.1 wrote before windows, boxes and areas checked themselves.</summary>
[Trait("Category", "Unit")]
public sealed class WireFormatTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 17, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_report_of_an_older_build_is_read()
    {
        var report = Read<IncidentReport>(
            "20E820E84007636164410331E0C101C101C101010121E82080A4703D0AD7E3404081B81E85EB511855C0E0810000000000005940C101E021E820800078967003B4DE"
            + "08810000000000000000E0218000E05AD20BB4DE08810000000000000000E0E0C101218000E05AD20BB4DE08810000000000000000E0E0");

        Assert.Equal(IncidentArea.Circle(new(33.78, -84.38), 100), report.Area);
        Assert.Equal(new TimeWindow(Noon.AddHours(-1), Noon), report.Window);
    }

    [Fact]
    public void A_query_of_an_older_build_is_read() => Assert.Equal(
        new BoundingBox(-84.4, 33.74, -84.37, 33.77),
        Read<IncidentQuery>("20E820E8809A999999991955C0811F85EB51B8DE40408148E17A14AE1755C081C3F5285C8FE24040E0C101C101C101012203C101E0").Box);

    [Fact]
    public void A_question_of_an_older_build_is_read()
    {
        var query = Read<CoverageQuery>(
            "20E820E8C001810000000000406F40212000032100092180A4703D0AD7E3404081295C8FC2F51855C0E02080A4703D0AD7E3404081B81E85EB511855C0E0208085EB"
            + "51B81EE5404081B81E85EB511855C0E02080A4703D0AD7E3404081295C8FC2F51855C0E0E0E0E0E021E8208000E05AD20BB4DE08810000000000000000E0218000"
            + "481F3414B4DE08810000000000000000E0E0E0");

        Assert.Equal(4, query.Area.Polygon!.Rings.Single().Count);
        Assert.Equal(new TimeWindow(Noon, Noon.AddHours(1)), query.Window);
    }

    private static T Read<T>(string hex) => WireFormat.Receive<T>(Convert.FromHexString(hex));
}
