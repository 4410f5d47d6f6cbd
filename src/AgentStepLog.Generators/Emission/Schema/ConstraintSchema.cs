using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Schema;

/// <summary>Writes the constraints of attributes into a schema.</summary>
internal static class ConstraintSchema
{
    public static void Append(JsonMembers schema, Constraints constraints, ValueKind kind)
    {
        if (constraints.Range is { } range)
        {
            Add(schema, range.IsAboveMinimum ? "exclusiveMinimum" : "minimum", range.Minimum);
            Add(schema, range.IsBelowMaximum ? "exclusiveMaximum" : "maximum", range.Maximum);
        }

        var counted = kind switch
        {
            ValueKind.String => "Length",
            ValueKind.Dictionary => "Properties",
            _ => "Items",
        };
        Add(schema, "min" + counted, constraints.MinLength > 0 ? Parsing.GeneratedNames.Number(constraints.MinLength) : null);
        Add(schema, "max" + counted, constraints.MaxLength is { } most ? Parsing.GeneratedNames.Number(most) : null);
        Add(schema, "pattern", constraints.Pattern is { } pattern ? JsonLiterals.Quote(Whole(pattern)) : null);
        Add(schema, "format", constraints.Format is { } format ? JsonLiterals.Quote(format) : null);
        Add(schema, "contentEncoding", constraints.IsBase64 ? "\"base64\"" : null);
        if (constraints.Allowed.Count > 0)
        {
            // For an enum, these are the names that remain allowed.
            schema.Set("enum", "[" + string.Join(",", constraints.Allowed) + "]");
        }

        if (constraints.Denied.Count > 0)
        {
            schema.Add("not", "{\"enum\":[" + string.Join(",", constraints.Denied) + "]}");
        }

        Add(schema, "title", constraints.Title is { } title ? JsonLiterals.Quote(title) : null);
    }

    /// <summary>The attribute's pattern must match the whole text, and a schema's pattern may match any part of it. So it is anchored.</summary>
    public static string Whole(string pattern)
    {
        var isWhole = pattern.StartsWith("^", System.StringComparison.Ordinal)
            && pattern.EndsWith("$", System.StringComparison.Ordinal)
            && !pattern.EndsWith("\\$", System.StringComparison.Ordinal)
            && pattern.IndexOf('|') < 0;
        return isWhole ? pattern : $"^(?:{pattern})$";
    }

    private static void Add(JsonMembers schema, string name, string? json)
    {
        if (json is not null)
        {
            schema.Set(name, json);
        }
    }
}
