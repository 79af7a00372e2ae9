using Canvass.Silo.Hosting;

return await CanvassHost.RunAsync(args);
