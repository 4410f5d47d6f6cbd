using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Tests.Support;

/// <summary>MSBuild properties as the compiler hands them to a generator; of two values of one the later counts.</summary>
internal sealed class BuildProperties(params (string Key, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private readonly Options _options = new(properties.GroupBy(p => p.Key).ToDictionary(g => "build_property." + g.Key, g => g.Last().Value));

    public override AnalyzerConfigOptions GlobalOptions => _options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
