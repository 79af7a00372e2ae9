using Canvass.Contracts.Cameras;

namespace Canvass.Client.Rows;

/// <summary>A row of a file of cameras: a camera, or what is wrong with it.</summary>
/// <param name="Number">Its place in the file, from 1 (in CSV, the header not counted).</param>
/// <param name="Id">The camera's id, as far as it could be read.</param>
/// <param name="Camera">The camera; null where the row is refused.</param>
/// <param name="Errors">By field, what is wrong; empty where there is a camera.</param>
public sealed record CameraRow(int Number, string? Id, Camera? Camera, IReadOnlyDictionary<string, string[]> Errors);
