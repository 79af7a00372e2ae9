using Canvass.Grains.Cells;

namespace Canvass.Grains.Coverage;

/// <summary>A cell has answered, or failed to.</summary>
/// <param name="Answered">How many have by now.</param>
/// <param name="Asked">How many were asked.</param>
/// <param name="New">What this one told that no other had.</param>
/// <param name="Findings">All that is known by now; the same object in every step.</param>
internal readonly record struct SurveyStep(int Answered, int Asked, IReadOnlyList<Sighting> New, SurveyFindings Findings);
