namespace Canvass.Load.Clusters;

/// <summary>What a cluster is made of.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Silos">How many silos.</param>
/// <param name="Gateways">How many gateways.</param>
internal sealed record GridShape(string Name, int Silos, int Gateways);
