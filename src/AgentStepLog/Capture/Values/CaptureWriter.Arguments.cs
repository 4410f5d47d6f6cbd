using System.Collections.Frozen;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;

namespace AgentStepLog.CompilerServices;

/// <summary>What a model gave as the arguments of a call that never reached its tool.</summary>
public sealed partial class CaptureWriter
{
    /// <summary>Writes what can be recorded of a text that is no JSON object.</summary>
    /// <param name="text">The text, or its beginning.</param>
    /// <param name="kind">The kind of secret that it may be: the run knows what stands in its quotes as well. Null where it is shown.</param>
    /// <param name="whole">All of it, where that is more.</param>
    internal void NoObject(string text, string? kind, (Func<string> Text, long Bytes)? whole)
    {
        Property("arguments");
        if (kind is null)
        {
            Value(text);
        }
        else
        {
            _known?.AddPieces(kind, whole?.Text() ?? text);
            Withhold(kind, text, static t => t);
        }

        if (whole is { Bytes: var bytes })
        {
            Property("bytes");
            Value(bytes);
        }
    }

    /// <summary>The name of the next argument, or of a member in one.</summary>
    /// <param name="names">Those of the same object before it.</param>
    /// <param name="name">As the model gave it.</param>
    internal void Property(ref DistinctKeys names, string name) => Property(names.Next(Fitting(name)));

    /// <summary>Writes JSON without its members of certain names, at any depth.</summary>
    /// <param name="value">The JSON.</param>
    /// <param name="kinds">The kind of secret for each of these names.</param>
    internal void Without(JsonElement value, FrozenDictionary<string, string> kinds)
    {
        if (kinds.Count > 0 && value.ValueKind == JsonValueKind.Object)
        {
            MembersWithout(value, kinds);
        }
        else if (kinds.Count > 0 && value.ValueKind == JsonValueKind.Array)
        {
            List(value.EnumerateArray().ToArray(), (writer, item) => writer.Without(item, kinds));
        }
        else
        {
            Value(value);
        }
    }

    /// <summary>Withholds an argument.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="owner">What has the argument.</param>
    /// <param name="parts">Reads the names and values in it that are the secret: the run knows them from now on.</param>
    /// <param name="isGuess">Whether they only may be a secret, since they stand where one may.</param>
    internal void WithholdParts<TOwner>(string kind, TOwner owner, Func<TOwner, List<(string? Name, JsonElement Value)>> parts, bool isGuess = false)
    {
        if (_known is { } known)
        {
            Aside(known, kind, (owner, parts), static (writer, of) => writer.List(of.parts(of.owner), static (writer, part) => writer.Part(part.Name, part.Value)), isGuess);
        }

        Withhold(kind);
    }

    private void MembersWithout(JsonElement value, FrozenDictionary<string, string> kinds)
    {
        if (!BeginObject())
        {
            return;
        }

        var names = new DistinctKeys();
        foreach (var member in value.EnumerateObject())
        {
            Property(ref names, member.Name);
            if (kinds.TryGetValue(member.Name, out var kind))
            {
                Withhold(kind, member.Value, static (writer, secret) => writer.Value(secret));
            }
            else
            {
                Without(member.Value, kinds);
            }
        }

        EndObject();
    }

    private void Part(string? name, JsonElement value)
    {
        if (name is null)
        {
            Value(value);
        }
        else
        {
            Value(name);
        }
    }
}
