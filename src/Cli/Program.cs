using Canvass.Cli;
using Canvass.Cli.Commands;

return await CanvassCommandLine.RunAsync(args, Shell.OfProcess());
