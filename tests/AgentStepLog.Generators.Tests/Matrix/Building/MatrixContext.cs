using System.Reflection;
using System.Runtime.Loader;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>The matrix's assemblies, loaded: those of the plain program, or those of the recorded one.</summary>
internal sealed class MatrixContext : AssemblyLoadContext
{
    private readonly Assembly _main;
    private readonly Assembly _other;
    private readonly Dictionary<(string Namespace, string Method), MethodInfo> _callers = [];

    public MatrixContext(byte[] main, byte[] other)
        : base(isCollectible: true)
    {
        _main = LoadFromStream(new MemoryStream(main));
        _other = LoadFromStream(new MemoryStream(other));
        foreach (var type in _main.GetTypes().Concat(_other.GetTypes()))
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                if (method.Name.StartsWith("R_", StringComparison.Ordinal))
                {
                    _callers[(type.Namespace!, method.Name[2..])] = method;
                }
                else if (method.Name.TrimStart() is "AgentTools" or "get_AgentTools")
                {
                    _callers[(type.Namespace!, "AgentTools")] = method;
                }
            }
        }
    }

    public Action<string[]> Main => _main.EntryPoint!.CreateDelegate<Action<string[]>>();

    /// <summary>A caller, ready to run; null if there is none.</summary>
    public MethodInfo? Find(string space, string name)
    {
        if (!_callers.TryGetValue((space, name), out var method) && !_callers.TryGetValue((space + ".Using", name), out method))
        {
            return null;
        }

        if (!method.DeclaringType!.ContainsGenericParameters)
        {
            return method;
        }

        // An open type: any argument that its constraint admits will do.
        var open = method.DeclaringType;
        var closed = open.MakeGenericType([.. open.GetGenericArguments().Select(static p => p.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? typeof(string) : typeof(int))]);
        return (MethodInfo)MethodBase.GetMethodFromHandle(method.MethodHandle, closed.TypeHandle)!;
    }

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "Matrix" ? _main : null;
}
