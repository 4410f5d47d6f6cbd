using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>One pass over a text before anything is made of it: is it JSON, is it within the limits, is there need to look closer.</summary>
internal sealed class ArgumentScan
{
    private ulong[] _names = new ulong[32];
    private int[] _starts = new int[16];

    /// <summary>The first byte of the value.</summary>
    public byte First { get; private set; }

    /// <summary>Whether a name may stand twice in an object, or a string hold half of a surrogate pair: <see cref="ArgumentFaults"/> knows.</summary>
    public bool IsSuspect { get; private set; }

    /// <returns>Which limit is exceeded, for the model; null if none is.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public string? Run(ReadOnlySpan<byte> utf8, ToolTableOptions options)
    {
        IsSuspect = false;
        First = 0;
        var (values, names) = (0, 0);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = options.MaxDepth + 1 });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    Push(ref names, Hash(ref reader));
                    continue;
                case JsonTokenType.EndObject:
                    var start = _starts[reader.CurrentDepth];
                    IsSuspect |= DuplicateKeys.HasEqual(_names.AsSpan(start, names - start));
                    names = start;
                    continue;
                case JsonTokenType.EndArray:
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= options.MaxDepth:
                    return string.Create(CultureInfo.InvariantCulture, $"nested too deep: at most {options.MaxDepth} levels of objects and arrays are taken");
                case JsonTokenType.StartObject:
                    Begin(reader.CurrentDepth, names);
                    break;
                case JsonTokenType.String when reader.ValueIsEscaped:
                    IsSuspect |= JsonStrings.HasLoneSurrogate(reader.ValueSpan);
                    break;
                default:
                    break;
            }

            if (values++ == 0)
            {
                First = utf8[(int)reader.TokenStartIndex];
            }

            // The arguments' own object is none of its values.
            if (values > options.MaxItems + 1L)
            {
                return string.Create(CultureInfo.InvariantCulture, $"too many values: at most {options.MaxItems:N0} are taken in all");
            }
        }

        return null;
    }

    private void Begin(int depth, int names)
    {
        if (depth >= _starts.Length)
        {
            Array.Resize(ref _starts, depth * 2);
        }

        _starts[depth] = names;
    }

    private void Push(ref int names, ulong hash)
    {
        if (names == _names.Length)
        {
            Array.Resize(ref _names, names * 2);
        }

        _names[names++] = hash;
    }

    private ulong Hash(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return DuplicateKeys.Hash(reader.ValueSpan);
        }

        IsSuspect |= JsonStrings.HasLoneSurrogate(reader.ValueSpan);
        return DuplicateKeys.Hash(Encoding.UTF8.GetBytes(JsonStrings.Decode(ref reader)));
    }
}
