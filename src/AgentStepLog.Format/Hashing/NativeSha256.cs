using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AgentStepLog.Hashing;

/// <summary>
/// SHA-256 by three functions of OpenSSL's libcrypto, the library that .NET itself uses on Linux. They avoid the allocations and look-ups that its newer
/// interface makes for each message.
/// </summary>
internal static class NativeSha256
{
    /// <summary>Set this switch to false to use .NET's class alone, where rules prescribe how hashes are computed.</summary>
    private const string Switch = "AgentStepLog.NativeSha256";

    // A call of the library delays the garbage collector, so no call takes longer than about a microsecond.
    private const int Piece = 1024;

    private const string Crypto = "libcrypto.so.3";

    /// <summary>Whether the functions are there, are allowed, and agree with .NET's class.</summary>
    internal static bool IsUsable()
    {
        if (!OperatingSystem.IsLinux() || (AppContext.TryGetSwitch(Switch, out var isOn) && !isOn) || IsFips())
        {
            return false;
        }

        try
        {
            Span<byte> ours = stackalloc byte[SHA256.HashSizeInBytes];
            Span<byte> theirs = stackalloc byte[SHA256.HashSizeInBytes];
            foreach (var length in (ReadOnlySpan<int>)[1, 63, 64, 700])
            {
                var message = new byte[length];
                Array.Fill(message, (byte)length);
                Hash(message, ours);
                SHA256.HashData(message, theirs);
                if (!ours.SequenceEqual(theirs))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or CryptographicException)
        {
            return false; // OpenSSL has another version, or does not have these functions
        }
    }

    internal static void Hash(ReadOnlySpan<byte> message, Span<byte> hash)
    {
        State state = default;
        var isDone = Init(ref state) == 1;
        for (; isDone && !message.IsEmpty; message = message[Math.Min(Piece, message.Length)..])
        {
            isDone = Update(ref state, ref MemoryMarshal.GetReference(message), (nuint)Math.Min(Piece, message.Length)) == 1;
        }

        if (!isDone || Final(ref MemoryMarshal.GetReference(hash), ref state) != 1)
        {
            throw new CryptographicException("SHA-256 of libcrypto failed.");
        }
    }

    // In FIPS mode only approved modules may hash, and these functions are not approved.
    private static bool IsFips()
    {
        try
        {
            return File.ReadAllText("/proc/sys/crypto/fips_enabled").StartsWith('1');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the kernel has no such mode
        }
    }

    [DllImport(Crypto, EntryPoint = "SHA256_Init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static extern int Init(ref State state);

    [DllImport(Crypto, EntryPoint = "SHA256_Update")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static extern int Update(ref State state, ref byte message, nuint length);

    [DllImport(Crypto, EntryPoint = "SHA256_Final")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static extern int Final(ref byte hash, ref State state);

    // SHA256_CTX has 112 bytes: eight words of state, two of length, a block, two counts.
    [InlineArray(16)]
    private struct State
    {
        private ulong _first;
    }
}
