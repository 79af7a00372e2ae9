using Canvass.Storage.Tests;
using Canvass.Storage.Tests.Sqlite;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// Runs the tests, as the entry point that xUnit would generate does, or is the process that a test kills.
return args switch
{
    [CrashImporter.Command, var directory, var pipe] => await CrashImporter.RunAsync(directory, pipe),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
