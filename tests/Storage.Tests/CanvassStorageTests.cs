using Canvass.Storage.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Canvass.Storage.Tests;

/// <summary>The storage as a host puts it together.</summary>
[Trait("Category", "Storage")]
public sealed class CanvassStorageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_host_may_migrate_before_it_starts_the_silo_and_again()
    {
        using var host = Build();
        var migration = host.Services.GetRequiredService<StorageMigration>();

        await Task.WhenAll(migration.MigrateAsync(Cancellation), migration.MigrateAsync(Cancellation));

        Assert.True(File.Exists(Path.Combine(_directory.Path, "canvass.db")));
    }

    [Fact]
    public async Task A_silo_whose_storage_cannot_be_used_does_not_start_and_says_why()
    {
        using (var other = new TestDatabase(_directory.Path))
        {
            await other.MigrateAsync(cellResolution: 9);
        }

        using var host = Build();

        var refusal = await Assert.ThrowsAsync<StorageException>(() => host.StartAsync(Cancellation));
        Assert.Contains("resolution 9", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_work_is_refused_at_start_by_its_name()
    {
        using var host = Build(("Canvass:Database", "Hast=db"));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));
        Assert.Contains("Canvass__Database", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_directory.Path));
    }

    private IHost Build(params ReadOnlySpan<(string Key, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Canvass:DataDirectory", _directory.Path)]);
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering().AddCanvassStorage());
        return builder.Build();
    }
}
