namespace Canvass.Storage.Processes;

/// <summary>A state to be written.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Version">The version that the writer knows; null where it knows of none.</param>
/// <param name="Payload">The state as it rests.</param>
internal sealed record ProcessWrite(ProcessRow Row, int? Version, byte[] Payload);
