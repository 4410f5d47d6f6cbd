using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace AgentStepLog.Hashing;

/// <summary>The hash of a line.</summary>
[InlineArray(SHA256.HashSizeInBytes)]
internal struct Leaf
{
    private byte _first;
}
