using System.Text.Json;

namespace AgentStepLog.Withholding;

/// <summary>The names of members in a tool's schema, by argument.</summary>
internal sealed class SchemaNames
{
    private const int MaxDepth = 64;

    private readonly JsonElement _root;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal SchemaNames(string schema)
    {
        _root = JsonText.Parse(schema).ToElement();
        TakesOthers = _root.ValueKind == JsonValueKind.Object && MayHaveOthers(_root);
        Visit(_root, _names, [], 0);
    }

    /// <summary>Whether the schema accepts arguments with any name.</summary>
    internal bool TakesOthers { get; }

    /// <summary>The plain names of all members, the arguments among them.</summary>
    internal IReadOnlySet<string> Names => _names;

    internal bool Knows(string member) => _names.Contains(PlainName.Of(member));

    /// <summary>Each argument with the plain names below it, and whether the schema allows no other names there.</summary>
    internal IEnumerable<(string Name, (IReadOnlySet<string> All, bool AreAll) Names)> Parameters()
    {
        if (_root.ValueKind != JsonValueKind.Object || !_root.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var property in properties.EnumerateObject())
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            var areAll = Visit(property.Value, names, [], 0);
            yield return (property.Name, (names, areAll));
        }
    }

    private bool Visit(JsonElement schema, HashSet<string> names, HashSet<string> references, int depth)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            var all = true;
            foreach (var item in schema.EnumerateArray())
            {
                all &= Visit(item, names, references, depth + 1);
            }

            return all;
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return schema.ValueKind != JsonValueKind.True; // the schema "true" accepts any value
        }

        if (depth > MaxDepth)
        {
            return false;
        }

        var areAll = !MayHaveOthers(schema);
        foreach (var member in schema.EnumerateObject())
        {
            switch (member.Name)
            {
                case "properties":
                    foreach (var property in member.Value.EnumerateObject())
                    {
                        names.Add(PlainName.Of(property.Name));
                        areAll &= Visit(property.Value, names, references, depth + 1);
                    }

                    break;
                case "$ref" when member.Value.GetString() is { } reference && references.Add(reference):
                    areAll &= Resolve(reference) is { } target && Visit(target, names, references, depth + 1);
                    break;
                case "items" or "prefixItems" or "anyOf" or "oneOf" or "allOf" or "additionalProperties" or "not":
                    areAll &= Visit(member.Value, names, references, depth + 1);
                    break;
            }
        }

        return areAll;
    }

    private static bool MayHaveOthers(JsonElement schema) =>
        schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind != JsonValueKind.False;

    private JsonElement? Resolve(string reference)
    {
        var at = _root;
        foreach (var step in reference.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var member))
            {
                at = member;
            }
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var index) && index >= 0 && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else
            {
                return null;
            }
        }

        return at;
    }
}
