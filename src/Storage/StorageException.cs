namespace Canvass.Storage;

/// <summary>The grid's state cannot be read or written as things stand; the message says why and what to do. Whatever was being written was
/// not written at all.</summary>
public sealed class StorageException : Exception
{
    /// <summary>An exception that says nothing.</summary>
    public StorageException()
    {
    }

    /// <summary>An exception.</summary>
    /// <param name="message">What is wrong, with which file or value, and what to do.</param>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its cause.</summary>
    /// <param name="message">What is wrong, with which file or value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
