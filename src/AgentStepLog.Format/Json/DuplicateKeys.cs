using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>
/// Finds an object with two members of one name, at any depth. Readers differ in which of the two they take, so a log has no such object.
/// </summary>
internal static class DuplicateKeys
{
    private const int FewNames = 64;

    /// <summary>Returns a duplicate key, or null. Names are compared decoded.</summary>
    /// <exception cref="JsonException">The text is not one valid JSON value.</exception>
    public static string? Find(ReadOnlySpan<byte> utf8, int maxDepth) => MayHave(utf8, maxDepth) ? FindName(utf8, maxDepth) : null;

    /// <exception cref="JsonException">The text is not one valid JSON value, or has a duplicate key.</exception>
    public static void Check(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        if (Find(utf8, maxDepth) is { } name)
        {
            throw new JsonException($"The key \"{name}\" occurs twice in one object.");
        }
    }

    // Nearly all texts have no duplicate, so names are first compared by a hash, which needs no string.
    private static bool MayHave(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        var hashes = new List<ulong>();
        var starts = new Stack<int>();
        var found = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    starts.Push(hashes.Count);
                    break;
                case JsonTokenType.EndObject:
                    var start = starts.Pop();
                    found |= HasEqual(CollectionsMarshal.AsSpan(hashes)[start..]);
                    hashes.RemoveRange(start, hashes.Count - start);
                    break;
                case JsonTokenType.PropertyName:
                    hashes.Add(Hash(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonStrings.Decode(ref reader)) : reader.ValueSpan));
                    break;
            }
        }

        return found;
    }

    /// <summary>Whether two of the hashes are equal. This may sort them.</summary>
    // Comparing each pair is fastest for the few names of most objects, and would take minutes for a million.
    public static bool HasEqual(Span<ulong> hashes)
    {
        if (hashes.Length > FewNames)
        {
            hashes.Sort();
            for (var i = 1; i < hashes.Length; i++)
            {
                if (hashes[i] == hashes[i - 1])
                {
                    return true;
                }
            }

            return false;
        }

        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[..i].Contains(hashes[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static string? FindName(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        var scopes = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    scopes.Push(new(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    scopes.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    var name = JsonStrings.Decode(ref reader);
                    if (!scopes.Peek().Add(name))
                    {
                        return name;
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>A hash that is equal for equal names, and rarely equal for different ones.</summary>
    public static ulong Hash(ReadOnlySpan<byte> name)
    {
        const ulong Prime = 0x9E3779B97F4A7C15;
        var hash = (ulong)name.Length * Prime;
        while (name.Length >= sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name)) * Prime;
            hash ^= hash >> 32;
            name = name[sizeof(ulong)..];
        }

        var rest = 0UL;
        foreach (var b in name)
        {
            rest = (rest << 8) | b;
        }

        hash = (hash ^ rest) * Prime;
        return hash ^ (hash >> 32);
    }
}
