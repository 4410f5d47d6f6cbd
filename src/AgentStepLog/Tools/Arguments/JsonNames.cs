using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;

namespace AgentStepLog.Tools;

/// <summary>Reads the names of an object as keys that are not texts.</summary>
internal static class JsonNames
{
    /// <returns>False if the name is not such a key. The problem is then recorded for the name.</returns>
    public static bool TryRead<TKey>(string name, JsonInput value, Func<JsonInput, TKey> read, [MaybeNullWhen(false)] out TKey key)
    {
        var problems = value.Problems;
        var mark = problems.Now();
        foreach (var form in Forms(name))
        {
            key = value.With(form).ReadExactly(read);
            if (problems.Count == mark.Count)
            {
                return true;
            }

            if (form.ValueKind == JsonValueKind.String)
            {
                problems.OfName(mark, value.Path);
            }
            else
            {
                problems.Rollback(mark);
            }
        }

        key = default;
        return false;
    }

    // The number or boolean in the name, and then the name as a text.
    private static IEnumerable<JsonPart> Forms(string name)
    {
        if (bool.TryParse(name, out var boolean))
        {
            yield return Parse(writer => writer.WriteBooleanValue(boolean));
        }
        else if (IsNumber(name))
        {
            yield return Parse(writer => writer.WriteRawValue(name));
        }

        yield return Parse(writer => writer.WriteStringValue(name));
    }

    private static bool IsNumber(string name)
    {
        if (name.Length == 0 || (!char.IsAsciiDigit(name[0]) && name[0] != '-'))
        {
            return false;
        }

        var index = new JsonIndex();
        return index.Read(Encoding.UTF8.GetBytes(name), maxDepth: 1, maxValues: 1) == JsonFault.None && index.Root.ValueKind == JsonValueKind.Number;
    }

    private static JsonPart Parse(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return JsonIndex.Of(buffer.WrittenMemory);
    }
}
