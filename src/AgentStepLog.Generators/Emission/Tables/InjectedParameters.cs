using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>The statements that fill the parameters for which no model is asked.</summary>
internal static class InjectedParameters
{
    private const string KeyedProvider = "global::Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider";

    public static IEnumerable<string> Statements(MethodModel method, TableLocals locals) => method.Parameters
        .Where(static p => p.Injection is { Kind: not InjectionKind.CancellationToken })
        .Select(p => $"var {p.EscapedName} = {locals.Arguments}.{Call(p)};");

    private static string Call(ParameterModel parameter)
    {
        var type = parameter.Value.Type;
        var isRequired = parameter.Injection!.IsRequired ? "true" : "false";
        return parameter.Injection.Kind switch
        {
            InjectionKind.Services => $"Services({isRequired})",
            InjectionKind.Call => "Call()",
            InjectionKind.Log => $"Log<{type}>({isRequired})",
            InjectionKind.KeyedService =>
                $"KeyedService<{type}>({isRequired}, static s => s is {KeyedProvider} keyed ? keyed.GetKeyedService(typeof({type}), {parameter.Injection.Key}) : null)",
            _ => $"Service<{type}>({isRequired})",
        };
    }
}
