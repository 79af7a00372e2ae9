namespace Canvass.Silo.Hosting;

/// <summary>The process refuses to start; the message says why and what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
