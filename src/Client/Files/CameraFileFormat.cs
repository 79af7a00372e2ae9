namespace Canvass.Client.Files;

/// <summary>How a file of cameras is written.</summary>
public enum CameraFileFormat
{
    /// <summary>A GeoJSON FeatureCollection (RFC 7946), <c>application/geo+json</c>.</summary>
    GeoJson,

    /// <summary>A GeoJSON Feature a line, <c>application/x-ndjson</c>.</summary>
    NdJson,

    /// <summary>Comma-separated values with a header (RFC 4180), <c>text/csv</c>.</summary>
    Csv,
}
