using System.Diagnostics.CodeAnalysis;

namespace AgentStepLog.Hashing;

/// <summary>A 32-bit word of each of several messages, side by side in one register, with the functions of FIPS 180-4 §4.1.2 over them.</summary>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>The number of messages.</summary>
    static abstract int Count { get; }

    static abstract T Load(ref uint from);

    static abstract T All(uint word);

    static abstract T operator +(T left, T right);

    /// <summary>Takes each bit from <paramref name="y"/> where <paramref name="x"/> has a one, and otherwise from <paramref name="z"/>.</summary>
    static abstract T Choose(T x, T y, T z);

    /// <summary>Takes for each bit the value that at least two of the three have.</summary>
    static abstract T Majority(T x, T y, T z);

    /// <summary>Combines three rotations to the right by xor.</summary>
    static abstract T Rotations(T x, [ConstantExpected] byte first, [ConstantExpected] byte second, [ConstantExpected] byte third);

    /// <summary>Combines two rotations and a shift to the right by xor.</summary>
    static abstract T RotationsAndShift(T x, [ConstantExpected] byte first, [ConstantExpected] byte second, [ConstantExpected] byte shift);

    void Store(ref uint to);
}
