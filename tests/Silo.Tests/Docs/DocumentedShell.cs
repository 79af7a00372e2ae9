using System.Diagnostics;
using Canvass.Running;

namespace Canvass.Silo.Tests.Docs;

/// <summary>Runs the commands of a page as they stand there, on a silo of the test's: <c>localhost:8080</c> is its address,
/// <c>dotnet run --project src/Cli --</c> the command line that was built with the tests.</summary>
internal static class DocumentedShell
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    // A watch never ends, so it is cut off (28) once it has had the time to print what happened before.
    private const string Preamble = """
        set -euo pipefail
        curl() {
          if [ "$1" = -sN ]; then
            command curl --fail-with-body --max-time 3 "$@" || [ $? = 28 ]
          else
            command curl --fail-with-body --max-time 60 "$@"
          fi
          echo
        }
        dotnet() {
          if [ "${*:1:4}" != 'run --project src/Cli --' ]; then
            echo "not to be run here: dotnet $*"
            return 64
          fi
          shift 4
          command dotnet exec --runtimeconfig "$TESTS.runtimeconfig.json" --depsfile "$TESTS.deps.json" \
            "$CANVASS_CLI" --gateway "$CANVASS_GATEWAY" "$@"
        }

        """;

    /// <summary>Runs a script; answers what it printed. Any command or request that fails fails the test.</summary>
    public static async Task<string> RunAsync(SiloProcess silo, string folder, string script)
    {
        var start = new ProcessStartInfo("bash", ["-s"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["CANVASS_CLI"] = Path.Combine(AppContext.BaseDirectory, "canvass.dll");
        // Built into one folder with the silo's, its libraries are partly those of ASP.NET Core.
        start.Environment["TESTS"] = Path.Combine(AppContext.BaseDirectory, "Canvass.Silo.Tests");
        start.Environment["CANVASS_GATEWAY"] = $"127.0.0.1:{silo.GatewayPort}";
        using var bash = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            // As one command: bash must not read the script where a command reads its input.
            var address = silo.Address.Authority;
            await bash.StandardInput.WriteAsync($"{Preamble}{{\n{script.Replace("localhost:8080", address, StringComparison.Ordinal)}\n}}\n");
            bash.StandardInput.Close();
            var output = bash.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = bash.StandardError.ReadToEndAsync(timeout.Token);
            await bash.WaitForExitAsync(timeout.Token);
            Assert.True(bash.ExitCode == 0, $"Exit code {bash.ExitCode}:\n{await output}\n{await errors}");
            return await output;
        }
        finally
        {
            if (!bash.HasExited)
            {
                bash.Kill(entireProcessTree: true);
            }
        }
    }
}
