using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Cameras;

[Trait("Category", "Cluster")]
public sealed class CameraImportDisconnectTests(GridFixture grid)
{
    [Fact]
    public async Task A_caller_that_leaves_midway_leaves_whole_rows()
    {
        using (var caller = new TcpClient())
        {
            var address = grid.Http.BaseAddress!;
            await caller.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            var body = new StringBuilder();
            for (var i = 0; i < 700; i++)
            {
                body.Append(Samples.Camera(id: $"\"id\":\"gone-{i.ToString(CultureInfo.InvariantCulture)}\",")).Append('\n');
            }

            body.Append("{\"type\":\"Feature\",\"id\":\"gone-cut\"");
            var request = $"POST /v1/cameras:import HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 10000000\r\n\r\n{body}";
            await caller.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
            await UntilAsync("GET /v1/cameras/gone-499", HttpStatusCode.OK);
        }

        await grid.Http.AnswersAsync("GET /v1/cameras/gone-0", null, 200);
        await grid.Http.AnswersAsync("GET /v1/cameras/gone-cut", null, 404);
        await grid.Http.AnswersAsync("GET /health/ready", null, 200);
    }

    private async Task UntilAsync(string call, HttpStatusCode expected)
    {
        while (true)
        {
            using var response = await grid.Http.CallAsync(call);
            if (response.StatusCode == expected)
            {
                return;
            }
        }
    }
}
