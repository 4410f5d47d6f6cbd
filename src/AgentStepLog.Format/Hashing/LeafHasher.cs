using System.Runtime.Intrinsics;

namespace AgentStepLog.Hashing;

/// <summary>Chooses the fastest way to hash lines on this processor.</summary>
internal static class LeafHasher
{
    public static ILeafHasher Create() =>
        Vector512.IsHardwareAccelerated ? new LaneHasher<Lanes512>()
        : Vector256.IsHardwareAccelerated ? new LaneHasher<Lanes256>()
        : new SerialHasher();
}
