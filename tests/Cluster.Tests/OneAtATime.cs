using Xunit.Sdk;
using Xunit.v3;

// A cluster wants the machine to itself while it is asked how soon it is back.
[assembly: Parallelization(Mode = ParallelMode.None)]
