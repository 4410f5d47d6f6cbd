namespace AgentStepLog.PackageTests.Support;

/// <summary>Tests that build with the packed package, one after the other: builds beside each other only slow each other down.</summary>
[CollectionDefinition(Name)]
public sealed class AgainstPackage : ICollectionFixture<PackedPackage>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "package";
}
