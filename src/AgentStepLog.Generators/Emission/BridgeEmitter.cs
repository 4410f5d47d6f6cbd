using System.Collections.Generic;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>
/// Emits the additions to a partial type: the members through which wrappers reach its private members, and the bodies of methods
/// that record themselves.
/// </summary>
internal static class BridgeEmitter
{
    public static void Emit(SourceWriter source, TypeModel type)
    {
        var bridges = MemberAccess.Bridges(type);
        if (bridges.Count == 0)
        {
            return;
        }

        var opened = new Stack<SourceWriter.Block>();
        source.Line();
        if (type.Type.Namespace.Length > 0)
        {
            opened.Push(source.Braces("namespace " + type.Type.Namespace));
        }

        foreach (var level in type.Type.Declarations)
        {
            opened.Push(source.Braces($"partial {level.Keyword} {level.Name}"));
        }

        for (var i = 0; i < bridges.Count; i++)
        {
            if (i > 0)
            {
                source.Line();
            }

            source.Line("/// <summary>Gives the recording code access to a private member.</summary>");
            source.Line(GeneratedFile.GeneratedCode);
            source.Line(GeneratedFile.EditorHidden);
            source.Line(bridges[i]);
        }

        foreach (var method in type.Methods)
        {
            if (method.Callee is { } callee)
            {
                source.Line();
                CalleeEmitter.Emit(source, method, callee);
            }
        }

        while (opened.Count > 0)
        {
            opened.Pop().Dispose();
        }
    }
}
