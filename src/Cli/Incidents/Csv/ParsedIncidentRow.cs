using Canvass.Contracts.Incidents;

namespace Canvass.Cli.Incidents.Csv;

/// <summary>A row of a file of incidents: a report, or what is wrong with it.</summary>
/// <param name="Number">Its place in the file, from 1, the header not counted.</param>
/// <param name="Id">The incident's number, as far as it could be read.</param>
/// <param name="Report">The report; null where the row is refused.</param>
/// <param name="Errors">By field, what is wrong; empty where there is a report.</param>
internal sealed record ParsedIncidentRow(int Number, string? Id, IncidentReport? Report, IReadOnlyDictionary<string, string[]> Errors);
