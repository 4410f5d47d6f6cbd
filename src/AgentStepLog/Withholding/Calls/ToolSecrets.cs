using System.Text.Json;

namespace AgentStepLog.Withholding;

/// <summary>The parts of a tool's arguments and result that the manifest withholds.</summary>
internal sealed class ToolSecrets
{
    private readonly Dictionary<string, SecretParameter> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    /// <summary>The kind of secret that the whole result is; null if the whole is not a secret.</summary>
    internal string? Result { get; private set; }

    /// <summary>Whether the schema of the arguments is known, so that an argument with another name is a misspelled one.</summary>
    internal bool KnowsParameters { get; private set; }

    internal bool AnyArgument { get; private set; }

    internal bool Any => AnyArgument || Result is not null || _members.Count > 0;

    /// <summary>The kind for a value that fits no single parameter or member.</summary>
    internal string Kind => _parameters.Values.FirstOrDefault(p => p.Kind is not null)?.Kind ?? _members.Values.FirstOrDefault() ?? Result!;

    internal SecretParameter? Parameter(string plainName) => _parameters.GetValueOrDefault(plainName);

    /// <summary>The kind of a member with that name, at any depth; null if it is not withheld.</summary>
    internal string? Member(string plainName) => _members.GetValueOrDefault(plainName);

    /// <summary>Combines several tools: a value that one of them withholds is withheld.</summary>
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
            // The manifest names a parameter alone, and a member after its type and a dot. A member's name may contain dots too.
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
