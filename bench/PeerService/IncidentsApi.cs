using Npgsql;
using static Canvass.PeerService.PeerDatabase;

namespace Canvass.PeerService;

/// <summary>Incidents.</summary>
internal static class IncidentsApi
{
    /// <summary>Maps <c>POST /v1/incidents</c>: 201 if the incident is new, 200 if it was known.</summary>
    public static void MapIncidents(this IEndpointRouteBuilder app) => app.MapPost("/v1/incidents", ReportAsync);

    private static async Task<IResult> ReportAsync(IncidentBody body, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (body.Error() is { } error)
        {
            return TypedResults.Problem(error, statusCode: StatusCodes.Status400BadRequest);
        }

        await using var command = database.Statement(
            PeerStatements.Report, Value(body.Id), Value(body.Agency), Value(body.Type.Code), Value(body.Type.Scheme ?? ""),
            Value(body.Type.Text ?? ""), Value(body.Priority), Value(body.Area.Coordinates[0]), Value(body.Area.Coordinates[1]),
            Value(body.RadiusM), Value(body.Window.From.UtcDateTime), Value(body.Window.To.UtcDateTime), Value(body.ReportedAt.UtcDateTime));
        var isNew = await command.ExecuteScalarAsync(cancellationToken) is true;
        var answer = new IncidentAnswer(
            body.Id, body.Source, body.Number, body.Agency, body.Type, body.Priority, body.Area, body.RadiusM, body.Window, body.ReportedAt,
            "active");
        return isNew ? TypedResults.Created($"/v1/incidents/{Uri.EscapeDataString(body.Id)}", answer) : TypedResults.Ok(answer);
    }
}
