// A cluster wants the machine to itself while it is asked how soon it is back.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
