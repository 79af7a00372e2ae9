using System.Globalization;
using Npgsql;
using static Canvass.PeerService.PeerDatabase;

namespace Canvass.PeerService;

/// <summary>Canvasses.</summary>
internal static class CanvassesApi
{
    /// <summary>Maps <c>POST /v1/incidents/{id}/canvass</c> (201) and <c>POST /v1/canvasses/{id}/send</c> (202).</summary>
    public static void MapCanvasses(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/incidents/{incidentId}/canvass", DraftAsync);
        app.MapPost("/v1/canvasses/{canvassId:long}/send", SendAsync);
    }

    private static async Task<IResult> DraftAsync(
        string incidentId, CanvassBody body, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(
            PeerStatements.Draft, Value(incidentId), Value(body.Reason), Value(body.Note ?? ""));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return TypedResults.NotFound();
        }

        var id = Text(row.GetInt64(0));
        DateTimeOffset? firstOverwriteAt = row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3);
        return TypedResults.Created(
            $"/v1/canvasses/{id}",
            new DraftAnswer(
                id, incidentId, "draft", body.Reason, new(row.GetInt32(1), row.GetInt32(2), firstOverwriteAt), Bucket(row.GetInt32(4))));
    }

    private static async Task<IResult> SendAsync(long canvassId, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(PeerStatements.Send, Value(canvassId));
        await using (var row = await command.ExecuteReaderAsync(cancellationToken))
        {
            if (await row.ReadAsync(cancellationToken))
            {
                var asked = new AskedAnswer(row.GetInt32(1), Bucket(row.GetInt32(2)));
                return TypedResults.Json(
                    new SentAnswer(Text(canvassId), row.GetString(0), "sent", asked), PeerJson.Default.SentAnswer,
                    statusCode: StatusCodes.Status202Accepted);
            }
        }

        await using var state = database.Statement(PeerStatements.State, Value(canvassId));
        return await state.ExecuteScalarAsync(cancellationToken) is string known
            ? TypedResults.Json(
                new SentAnswer(Text(canvassId), null, known, null), PeerJson.Default.SentAnswer, statusCode: StatusCodes.Status202Accepted)
            : TypedResults.NotFound();
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Bucket(int count) => count switch
    {
        0 => "0",
        < 5 => "<5",
        < 10 => "5-9",
        < 20 => "10-19",
        < 50 => "20-49",
        _ => "50+",
    };
}
