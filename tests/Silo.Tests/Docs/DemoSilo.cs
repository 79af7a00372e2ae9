using Canvass.Running;

namespace Canvass.Silo.Tests.Docs;

/// <summary>A demo silo that the documentation is tried on.</summary>
public sealed class DemoSilo : IAsyncLifetime
{
    /// <summary>The collection of tests that share it.</summary>
    public const string Name = "Documentation";

    private readonly TestFolder _data = new();
    private SiloProcess? _silo;

    public SiloProcess Silo => _silo ?? throw new InvalidOperationException("The silo has not started.");

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloProcess.StartAsync(_data.Path, "demo");
        await _silo.PrintedAsync("TRY NEXT");
    }

    public async ValueTask DisposeAsync()
    {
        if (_silo is not null)
        {
            await _silo.DisposeAsync();
        }

        _data.Dispose();
    }
}

[CollectionDefinition(DemoSilo.Name)]
public sealed class DocumentationTests : ICollectionFixture<DemoSilo>;
