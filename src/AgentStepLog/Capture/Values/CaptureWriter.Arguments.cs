using System.Collections.Frozen;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the writer for a model's arguments in a call that never reached its tool.</summary>
public sealed partial class CaptureWriter
{
    /// <summary>Writes as much as possible of a text that is not a JSON object.</summary>
    /// <param name="text">The text, or its beginning.</param>
    /// <param name="kind">The kind of secret that the text may contain; the run then remembers its quoted texts and numbers. Null if the text is shown.</param>
    /// <param name="whole">The whole text, if <paramref name="text"/> is only its beginning.</param>
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

    /// <summary>Writes the name of the next argument, or of a member in one.</summary>
    /// <param name="names">The earlier names of the same object.</param>
    /// <param name="name">The name as the model sent it.</param>
    internal void Property(ref DistinctKeys names, string name) => Property(names.Next(Fitting(name)));

    /// <summary>Writes JSON, but withholds its members with certain names, at any depth.</summary>
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
    /// <param name="owner">The object that has the argument.</param>
    /// <param name="parts">Reads the names and values of its secrets, which the run then remembers.</param>
    /// <param name="isGuess">Whether the values only stand where a secret may stand.</param>
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
