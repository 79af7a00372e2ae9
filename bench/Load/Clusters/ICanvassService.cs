using Canvass.Load.Grid;

namespace Canvass.Load.Clusters;

/// <summary>A contender that takes incidents and canvasses over HTTP.</summary>
internal interface ICanvassService
{
    /// <summary>What the report calls it.</summary>
    string Name { get; }

    /// <summary>Its database.</summary>
    ContenderDatabase Database { get; }

    /// <summary>The HTTP API that a client uses; clients take the gateways in turns.</summary>
    GridHttp Http(int client);
}
