using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>What trimming and compiling ahead of time must know of a method is said of the code that stands before it too.</summary>
public sealed class TrimmingTests
{
    [Fact]
    public async Task Generated_code_says_what_the_method_says()
    {
        var generated = await Generated.From(Source.Compile(Source.Usings + """
            public partial class Tools<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] A>
            {
                [AgentTool, RequiresUnreferencedCode("loads plugins")] public int Load(string name) => 1;
                [AgentTool] private int Look([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type kind) => 1;
                [AgentTool] public partial int Own<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] B>([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type kind);
                private int OwnCore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] B>([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type kind) => 1;
                [AgentTool] [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] public Type Find() => typeof(string);
                public void Use() { Load(""); Look(typeof(int)); Own<int>(typeof(int)); Find(); }
            }
            public class Plain
            {
                [AgentTool] private int Look<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] A>() => 1;
                public void Use() => Look<int>();
            }
            [RequiresDynamicCode("emits")] public static class Emitter { [AgentTool, RequiresAssemblyFiles] public static int Emit() => 1; public static int Use() => Emit(); }
            """)).Compiles().HasNoHoles();

        const string Space = "global::System.Diagnostics.CodeAnalysis.";
        var text = generated.Text();
        Assert.Equal(2, Count($"[{Space}RequiresUnreferencedCode(\"loads plugins\")] internal static int Load")); // wrapper and interceptor
        Assert.Equal(5, Count($"[{Space}DynamicallyAccessedMembers(({Space}DynamicallyAccessedMemberTypes)(8))] global::System.Type kind")); // of Look: wrapper, bridge, interceptor; of Own: wrapper, bridge
        Assert.Equal(3, Count($"<[{Space}DynamicallyAccessedMembers(({Space}DynamicallyAccessedMemberTypes)(8192))] A>")); // accessor, wrapper, interceptor
        Assert.Equal(2, Count($"[return: {Space}DynamicallyAccessedMembers(({Space}DynamicallyAccessedMemberTypes)(8))] internal static global::System.Type Find"));
        Assert.Equal(1, Count($"[{Space}RequiresDynamicCode(\"emits\")] [{Space}RequiresAssemblyFiles()] public static global::AgentStepLog.ToolTable AgentTools()"));

        int Count(string part) => text.Split(part).Length - 1;
    }
}
