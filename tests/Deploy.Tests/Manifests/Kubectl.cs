using System.Diagnostics;
using Canvass.Running;

namespace Canvass.Deploy.Tests.Manifests;

/// <summary>Renders with <c>scripts/kubectl</c>.</summary>
internal static class Kubectl
{
    /// <summary>What a folder with a kustomization renders to.</summary>
    /// <exception cref="InvalidOperationException">There is no kubectl, or it refused; its own words are in the message.</exception>
    public static string Kustomize(string folder)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "scripts/kubectl"), ["kustomize", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var rendered = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && errors.Result.Length == 0
            ? rendered
            : throw new InvalidOperationException($"scripts/kubectl kustomize {folder} ended with {process.ExitCode}:\n{errors.Result}");
    }
}
