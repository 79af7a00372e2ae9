namespace Canvass.Client.Files;

/// <summary>A file cannot be read any further. The message says where and why.</summary>
internal sealed class FileBreakException(string message, Exception? inner = null) : Exception(message, inner);
