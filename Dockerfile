# Canvass in one image: silo, gateway or both (Canvass__Role), and the canvass command line.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src src
RUN dotnet restore src/Silo/Silo.csproj --locked-mode && dotnet restore src/Cli/Cli.csproj --locked-mode
RUN dotnet publish src/Silo/Silo.csproj -c Release --no-restore -p:UseAppHost=false -o /app
RUN dotnet publish src/Cli/Cli.csproj -c Release --no-restore -p:UseAppHost=false -o /app/cli
RUN mkdir /data

# No shell and no package manager; its user is app (1654).
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /app /app
# Nothing can make a folder for this user later.
COPY --from=build --chown=1654:1654 --chmod=700 /data /var/lib/canvass
WORKDIR /app
ENV Canvass__DataDirectory=/var/lib/canvass
VOLUME /var/lib/canvass
EXPOSE 8080 11111 30000
USER 1654
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["dotnet", "/app/Canvass.Silo.dll", "health"]
ENTRYPOINT ["dotnet", "/app/Canvass.Silo.dll"]
