using System.Globalization;
using Canvass.Writes;

// Measures what writes to the grid's database cost, one by one and by group commit: scripts/bench-writes [seconds a reading]
var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 3;
await using var benchmark = await WriteBenchmark.StartAsync();
await benchmark.RunAsync(TimeSpan.FromSeconds(seconds), Console.Out);
