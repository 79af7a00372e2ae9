using Canvass.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace Canvass.Storage;

/// <summary>Refuses, at start, settings that cannot work.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        List<string> failures = [];
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            failures.Add("Canvass__DataDirectory is empty: name a directory, or leave the setting out to use 'data'.");
        }
        else if (options.DataDirectory.AsSpan().IndexOfAny(Path.GetInvalidPathChars()) >= 0)
        {
            failures.Add("Canvass__DataDirectory holds characters that no path may hold: name a directory.");
        }

        if (!string.IsNullOrWhiteSpace(options.Database))
        {
            try
            {
                PostgresAddress.Parse(options.Database);
            }
            catch (StorageException exception)
            {
                failures.Add(exception.Message);
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
