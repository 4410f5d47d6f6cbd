using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.ArchitectureTests;

/// <summary>What a project of .NET 10 gives to the compiler beside its sources.</summary>
internal static class Framework
{
    public const string Usings =
        "global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks; global using System.Net.Http;";

    public static string[] Symbols { get; } =
        ["NET", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER", "NET10_0"];

    /// <summary>The assemblies of the framework on which these tests run.</summary>
    public static IEnumerable<MetadataReference> References() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged).Select(static file => MetadataReference.CreateFromFile(file));

    private static bool IsManaged(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file) is not null;
        }
        catch (BadImageFormatException)
        {
            return false; // native
        }
    }
}
