using System.Runtime.Intrinsics;

namespace AgentStepLog.Hashing;

/// <summary>The quickest way of hashing lines that this processor has.</summary>
internal static class LeafHasher
{
    public static ILeafHasher Create() =>
        Vector512.IsHardwareAccelerated ? new LaneHasher<Lanes512>()
        : Vector256.IsHardwareAccelerated ? new LaneHasher<Lanes256>()
        : new SerialHasher();
}
