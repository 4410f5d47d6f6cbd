using System;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Emission;

/// <summary>The statement that writes a value to the <c>CaptureWriter</c> named <c>w</c>.</summary>
internal static class ValueStatements
{
    /// <summary>The class of the methods that write objects and enums.</summary>
    public const string Writers = "global::" + GeneratedFile.Namespace + ".ValueWriters.";

    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <param name="value">The value's model.</param>
    /// <param name="expression">The expression for the value. It has no side effects.</param>
    /// <param name="depth">The number of locals of enclosing statements.</param>
    public static string Write(ValueModel value, string expression, int depth = 0) => value.Kind switch
    {
        ValueKind.Converted => $"w.Converted<{value.AnnotatedType}>({expression}, {Reading.ReadExpressions.Conversion(value)});",
        ValueKind.Opaque => $"w.Opaque({Literal(value.DisplayType)});",
        ValueKind.Any => $"w.Any({Static(value, expression)}, {(value.IsOfLibrary ? MessagesEmitter.Library : KnownValuesEmitter.Writers)});",
        ValueKind.Object when value.IsOfLibrary => $"w.Library({expression}, {MessagesEmitter.Library});",
        ValueKind.Enum or ValueKind.Object => $"{Writers}{WriterName(value)}(w, {expression});",
        ValueKind.Nullable => Nullable(value, expression, depth),
        ValueKind.Array or ValueKind.List =>
            $"w.List<{value.Element!.AnnotatedType}>({expression}{value.Items}, static (w, x) => {{ {Write(value.Element, "x")} }});",
        ValueKind.Dictionary =>
            $"w.Dictionary<{value.DictionaryKey!.Type}, {value.Element!.AnnotatedType}>({expression}, static k => {Key(value.DictionaryKey)}, static (w, x) => {{ {Write(value.Element, "x")} }});",
        _ => $"w.Value({expression});",
    };

    /// <summary>Converts a <c>dynamic</c> value to <c>object</c>, so that the call is not bound at run time.</summary>
    public static string Static(ValueModel value, string expression) => value.Type == "dynamic" ? "(object?)" + expression : expression;

    /// <summary>The method of <c>ValueWriters</c> for an object or enum.</summary>
    public static string WriterName(ValueModel value) => Parsing.GeneratedNames.Shape(value.Shape!);

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Nullable(ValueModel value, string expression, int depth)
    {
        var local = "value" + (depth == 0 ? "" : Parsing.GeneratedNames.Number(depth));
        // A block of its own, so that the local does not collide with that of the next nullable member.
        return $"{{ if ({expression} is {{ }} {local}) {{ {Write(value.Element!, local, depth + 1)} }} else {{ w.Null(); }} }}";
    }

    // The text that the value itself would have, for types that are written as text.
    private static string Key(ValueModel key) => key.Kind switch
    {
        ValueKind.String => "k",
        ValueKind.Boolean => "k ? \"true\" : \"false\"",
        ValueKind.Char or ValueKind.Guid or ValueKind.Version => "k.ToString()",
        ValueKind.Uri => "k.OriginalString",
        ValueKind.DateTime or ValueKind.DateTimeOffset => $"k.ToString(\"yyyy-MM-ddTHH:mm:ss.FFFFFFFK\", {Invariant})",
        ValueKind.DateOnly or ValueKind.TimeOnly => $"k.ToString(\"O\", {Invariant})",
        ValueKind.TimeSpan => $"k.ToString(\"c\", {Invariant})",
        ValueKind.Enum => $"{Writers}{WriterName(key)}_Name(k) ?? {GeneratedFile.Services}FlagNames.Number(k)",
        >= ValueKind.SByte and <= ValueKind.Decimal => $"k.ToString({Invariant})",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Kind, "No key of a dictionary."),
    };

    /// <summary>Whether a withheld value can have a commitment: the runtime knows how to write its type, and it can be passed cheaply.</summary>
    public static bool CanCommit(ValueModel value) => value.Kind <= ValueKind.Version && value.Copy.Length == 0;

    /// <summary>The statement that withholds a value. It reads the value, to find it elsewhere in the run, and to make a commitment where that is possible.</summary>
    /// <param name="owner">The variable that has the value.</param>
    /// <param name="path">The path from that variable to the value, such as <c>.ApiKey</c>.</param>
    public static string Withhold(string kind, ValueModel value, string owner, string path) => CanCommit(value)
        ? $"w.Withhold({Literal(kind)}, {owner}, static x => x{path});"
        : WithholdParts(kind, value, owner, path);

    /// <summary>The same for a value without a commitment.</summary>
    public static string WithholdParts(string kind, ValueModel value, string owner, string path) => value.Kind == ValueKind.Opaque
        ? $"w.Withhold({Literal(kind)});"
        : $"w.Withhold({Literal(kind)}, {owner}, static (w, x) => {{ {Write(value, "x" + path)} }});";
}
