using Microsoft.CodeAnalysis;

namespace Writer
{
    /// <summary>Another generator, whose output calls tools: early, where all generators see it, and late, where none does.</summary>
    [Generator]
    public sealed class CallWriter : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            context.RegisterPostInitializationOutput(static output => output.AddSource("Early.g.cs", Source("Early")));
            context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource("Late.g.cs", Source("Late")));
        }

        private static string Source(string name) => $$"""
            namespace App
            {
                public static class {{name}}
                {
                    public static void Direct(Tools tools) => tools.Find("{{name}}.Direct");

                    public static void Owned(Owned owned) => owned.Keep("{{name}}.Owned");
                }
            }
            """;
    }
}
