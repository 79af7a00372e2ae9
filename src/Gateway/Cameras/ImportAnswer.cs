using Canvass.Client.Rows;

namespace Canvass.Gateway.Cameras;

/// <summary>What came of an import.</summary>
/// <param name="Imported">How many cameras are new.</param>
/// <param name="Updated">How many known cameras changed.</param>
/// <param name="Unchanged">How many were already so.</param>
/// <param name="RejectedCount">How many rows were refused.</param>
/// <param name="Rejected">The refused rows in order, the first 1,000. Where the body breaks off or is no such file, the last one says so
/// under <c>file</c>, and the rows before it stand.</param>
public sealed record ImportAnswer(int Imported, int Updated, int Unchanged, int RejectedCount, IReadOnlyList<RejectedRow> Rejected);
