using System.Text.Json;

namespace AgentStepLog.Withholding;

/// <summary>What the manifest says is withheld of a tool's arguments and result.</summary>
internal sealed class ToolSecrets
{
    private readonly Dictionary<string, SecretParameter> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    /// <summary>The kind of secret that the whole result is; null where it is none.</summary>
    internal string? Result { get; private set; }

    /// <summary>Whether the schema of its arguments is known, so that an argument of another name is a misspelt one.</summary>
    internal bool KnowsParameters { get; private set; }

    internal bool AnyArgument { get; private set; }

    internal bool Any => AnyArgument || Result is not null || _members.Count > 0;

    /// <summary>The kind that stands for what cannot be told apart.</summary>
    internal string Kind => _parameters.Values.FirstOrDefault(p => p.Kind is not null)?.Kind ?? _members.Values.FirstOrDefault() ?? Result!;

    internal SecretParameter? Parameter(string plainName) => _parameters.GetValueOrDefault(plainName);

    /// <summary>The kind of a member of that name, at any depth; null where it is shown.</summary>
    internal string? Member(string plainName) => _members.GetValueOrDefault(plainName);

    /// <summary>Several as one: what one of them withholds is withheld.</summary>
    internal static ToolSecrets Of(params IEnumerable<ToolSecrets> tools)
    {
        var all = new ToolSecrets { KnowsParameters = true };
        foreach (var tool in tools)
        {
            foreach (var (name, parameter) in tool._parameters)
            {
                if (!all._parameters.TryGetValue(name, out var other) || (parameter.IsSecret && !other.IsSecret))
                {
                    all._parameters[name] = parameter;
                }
                else if (!other.IsSecret && parameter.Kind is not null)
                {
                    var names = other.Names is { } some && parameter.Names is { } more ? some.Union(more).ToHashSet(StringComparer.Ordinal) : null;
                    all._parameters[name] = new(parameter.Kind, IsSecret: false, names);
                }
            }

            foreach (var (name, kind) in tool._members)
            {
                all._members.TryAdd(name, kind);
            }

            all.Result ??= tool.Result;
            all.KnowsParameters &= tool.KnowsParameters;
            all.AnyArgument |= tool.AnyArgument;
        }

        return all;
    }

    internal static ToolSecrets Of(ManifestMethod method)
    {
        var tool = new ToolSecrets { Result = method.SensitiveResult };
        var schema = method.Schema is { } text ? new SchemaNames(text) : null;
        var secretParameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, kind) in method.Sensitive)
        {
            // A parameter stands by its own name, a member behind its type and a dot; a name of a member may have dots itself.
            if (!name.Contains('.', StringComparison.Ordinal))
            {
                secretParameters[name] = kind;
                continue;
            }

            tool._members[PlainName.Of(name[(name.LastIndexOf('.') + 1)..])] = kind;
            for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
            {
                if (name[(dot + 1)..] is var rest && rest.Contains('.', StringComparison.Ordinal) && schema?.Knows(rest) == true)
                {
                    tool._members[PlainName.Of(rest)] = kind;
                }
            }
        }

        foreach (var (name, kind) in secretParameters)
        {
            tool._parameters[PlainName.Of(name)] = new(kind, IsSecret: true, null);
        }

        foreach (var (name, names) in schema?.Parameters() ?? [])
        {
            var held = names.All.Select(n => tool._members.GetValueOrDefault(n)).FirstOrDefault(kind => kind is not null);
            tool._parameters.TryAdd(PlainName.Of(name), new(held, IsSecret: false, names.AreAll ? names.All : null));
        }

        tool.KnowsParameters = schema is not null && !schema.TakesOthers;
        tool.AnyArgument = secretParameters.Count > 0 || tool._parameters.Values.Any(static p => p.Kind is not null) || (schema is null && tool._members.Count > 0);
        return tool;
    }
}
