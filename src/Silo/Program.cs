using Canvass.Silo;

return await CanvassHost.RunAsync(args);
