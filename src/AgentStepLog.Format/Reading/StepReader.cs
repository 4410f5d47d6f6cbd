using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>
/// Turns lines into steps: for files, for logs in memory, and for the steps of a live log. Unknown fields are
/// ignored. A line of an unknown type or shape becomes an <see cref="OtherStep"/>. Not thread-safe.
/// </summary>
internal sealed class StepReader(StepTypes? types, BlobSource? blobs)
{
    private readonly LineFields _fields = new(blobs);

    /// <param name="line">The line without its LF. The step keeps slices of it, so the caller must not change it afterwards.</param>
    /// <exception cref="FormatException">The line is no step. The message continues "line n".</exception>
    public Step Read(ReadOnlyMemory<byte> line)
    {
        if (!_fields.TryParseCanonical(line))
        {
            ParseOther(line);
        }

        if (_fields.RequiredWhole("v"u8) is not 1 and var version)
        {
            throw new FormatException($"is of format version {version}, and this is a reader of version 1");
        }

        var envelope = new OtherStep
        {
            RunId = _fields.RequiredString("run_id"u8),
            Number = _fields.RequiredWhole("step"u8),
            Type = _fields.RequiredString("type"u8),
            Timestamp = _fields.UnixTime("ts"u8) ?? throw new FormatException("has no \"ts\""),
            Elapsed = _fields.Milliseconds("mono_ms"u8) ?? throw new FormatException("has no \"mono_ms\""),
            Prev = _fields.RequiredString("prev"u8),
            Line = JsonText.Trusted(line),
        };
        try
        {
            var step = Typed(new(envelope) { Line = envelope.Line, Withheld = WithheldValues(_fields.Field("redacted"u8)), Resumed = _fields.Flag("resumed"u8) });
            return types is not null && step is CallStep call ? types.Typed(call) : step;
        }
        catch (FormatException)
        {
            // A known type in an unknown shape: the step keeps the whole line. It may still be the outcome of an intent.
            return new OtherStep(envelope)
            {
                Line = envelope.Line,
                SpanId = _fields.KindOf("span_id"u8) == JsonTokenType.String ? _fields.Text("span_id"u8) : null,
            };
        }
    }

    // The slower way for a line that was not recognised in one pass. It names the flaw if there is one.
    private void ParseOther(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
        {
            throw new FormatException("is no valid UTF-8");
        }

        _fields.Parse(line);
        if (DuplicateKeys.Find(line.Span, LogJson.MaxReadDepth) is { } key)
        {
            throw new FormatException($"has the key \"{key}\" twice in one object");
        }

        if (JsonStrings.HasLoneSurrogate(line.Span))
        {
            throw new FormatException("holds half a surrogate pair");
        }
    }

    private Step Typed(OtherStep envelope) => RecordTypes.Named(envelope.Type)?.Read(_fields, envelope) ?? envelope;

    /// <summary>
    /// The withheld values. If the list is in a blob, and the blob is gone, it is one entry for the whole line,
    /// since any value in the line may have been withheld.
    /// </summary>
    /// <exception cref="FormatException">The field is no list of withheld values.</exception>
    public static EquatableList<WithheldValue> WithheldValues(FieldValue list)
    {
        if (list.Line.IsAbsent)
        {
            return EquatableList<WithheldValue>.Empty;
        }

        if (!list.TryGetValue(out var json))
        {
            return EquatableList<WithheldValue>.Of([new("", "unknown")]);
        }

        using var document = JsonDocument.Parse(json.Memory, LogJson.Document);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw LineFields.Shape("redacted"u8);
        }

        return EquatableList<WithheldValue>.Of([.. document.RootElement.EnumerateArray().Select(WithheldValueOf)]);
    }

    private static WithheldValue WithheldValueOf(JsonElement entry)
    {
        string? Member(string name) => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw LineFields.Shape("redacted"u8)
            : null;
        return Member("at") is { } at && Member("kind") is { } kind
            ? new(at, kind, Member("commit"))
            : throw LineFields.Shape("redacted"u8);
    }
}
