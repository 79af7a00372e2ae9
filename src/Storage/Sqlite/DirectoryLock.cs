namespace Canvass.Storage.Sqlite;

/// <summary>Keeps a data directory to one process: two silos on one embedded database would each take the other's grains for its own. The
/// operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Makes the directory where it is missing, closed to other users, and claims it.</summary>
    /// <exception cref="StorageException">The directory cannot be made or written, or another process uses it.</exception>
    public static DirectoryLock Acquire(string directory)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory);
            }
            else if (!Directory.Exists(directory))
            {
                // Stream addresses may hold credentials.
                Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The data directory '{directory}' cannot be made: set Canvass__DataDirectory to a directory that this user may write.", exception);
        }

        try
        {
            return new(new FileStream(Path.Combine(directory, "canvass.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StorageException($"The data directory '{directory}' cannot be written: give this user write access, or set "
                + "Canvass__DataDirectory to another directory.", exception);
        }
        catch (IOException exception)
        {
            throw new StorageException($"The data directory '{directory}' cannot be claimed: either another Canvass process uses it (stop that "
                + "one, or set Canvass__DataDirectory to another directory), or it cannot be written.", exception);
        }
    }

    /// <summary>Lets go of the directory.</summary>
    public void Dispose() => _file.Dispose();
}
