// What somebody would write who needs no grid: three requests, each one SQL statement. The benchmark compares clusters with it.
using Canvass.PeerService;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));
await using var database = PeerDatabase.Open(
    builder.Configuration["Database"] ?? throw new InvalidOperationException("'Database' is required: an Npgsql connection string."));
builder.Services.AddSingleton(database);

var app = builder.Build();
app.MapGet("/health/ready", () => TypedResults.Ok());
app.MapIncidents();
app.MapCanvasses();
await app.RunAsync();
