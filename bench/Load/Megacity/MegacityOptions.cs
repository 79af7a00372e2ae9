using System.Globalization;

namespace Canvass.Load.Megacity;

/// <summary>How much is measured.</summary>
/// <param name="Cameras">The number of cameras of the large city.</param>
/// <param name="Rounds">How many blocks of each contender count.</param>
/// <param name="WarmUps">How many blocks before do not.</param>
/// <param name="ColdStarts">How many times the silo is started on the filled database.</param>
/// <param name="GrowthRounds">How many blocks of each size of city count.</param>
/// <param name="GrowthWarmUps">How many blocks before do not: enough that processes which have just started compile what they run most.</param>
internal sealed record MegacityOptions(int Cameras, int Rounds, int WarmUps, int ColdStarts, int GrowthRounds, int GrowthWarmUps)
{
    /// <summary>How many different places are asked about; a block asks about each once.</summary>
    public const int Places = 200;

    private const int DefaultCameras = 1_000_000;
    private const int LeastCameras = 1_000;

    /// <summary>Reads the command line: a number of cameras and <c>--quick</c>, both optional.</summary>
    /// <returns>Null if it has anything else.</returns>
    public static MegacityOptions? Read(string[] args)
    {
        var isQuick = args is [.., "--quick"];
        var cameras = (isQuick ? args[..^1] : args) switch
        {
            [] => DefaultCameras,
            [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => 0,
        };
        return cameras < LeastCameras ? null
            : isQuick ? new(cameras, Rounds: 2, WarmUps: 1, ColdStarts: 1, GrowthRounds: 3, GrowthWarmUps: 15)
            : new(cameras, Rounds: 10, WarmUps: 3, ColdStarts: 3, GrowthRounds: 20, GrowthWarmUps: 25);
    }
}
