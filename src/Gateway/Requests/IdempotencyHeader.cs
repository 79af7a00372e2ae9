using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Canvass.Contracts.Idempotency;
using Canvass.Contracts.Refusals;

namespace Canvass.Gateway.Requests;

/// <summary>Reads the header <see cref="IdempotencyKey.Header"/> of requests that create something.</summary>
internal static class IdempotencyHeader
{
    /// <summary>The key; null if the header is not given.</summary>
    /// <param name="header">What was given.</param>
    /// <param name="scope">What the request is.</param>
    /// <exception cref="RefusedException">What was given cannot be a key.</exception>
    public static IdempotencyKey? Read(string? header, string scope)
    {
        if (header is null)
        {
            return null;
        }

        var errors = new FieldErrors();
        IdempotencyKey.Check(header, errors);
        errors.ThrowIfAny();
        return new(scope, header);
    }

    /// <summary>What tells the contents of requests apart: a hash of the body as it was sent.</summary>
    public static string Fingerprint(JsonElement body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.GetRawText())));
}
