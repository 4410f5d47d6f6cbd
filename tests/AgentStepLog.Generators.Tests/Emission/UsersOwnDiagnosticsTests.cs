using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Code that uses what is generated gets the diagnostics that it would get without us, and no others.</summary>
public sealed class UsersOwnDiagnosticsTests
{
    private const string Desk = """
        [Obsolete("use Item", error: true)] public class OldItem { public string Name { get; set; } = ""; }
        public class Desk
        {
            [AgentTool] public string Find(string name) => name;
            [AgentTool, Obsolete("use Find")] public string Lookup(string name) => name;
            [AgentTool, Obsolete("use Find", error: true)] public string Search(string name) => name;
            [AgentTool, Obsolete("use Find", DiagnosticId = "MINE001")] public string Seek(string name) => name;
            [AgentTool, Obsolete("use Find", error: true)] public List<OldItem> Keep(OldItem[] items) => items.ToList();
        }
        public class Annex : Desk { [AgentTool] public string More(string name) => name; }
        [StepLog] public partial class DeskLog;

        """;

    [Fact]
    public void A_table_and_records_of_obsolete_tools_are_not_obsolete_themselves() => Generated.From(Source.Compile(Source.Usings + Desk + """
        public class User
        {
            public int Use(Desk desk, Annex annex)
            {
                using var log = DeskLog.InMemory();
                return desk.AgentTools().Count + annex.AgentTools().Count + DeskLog.Read("a").Steps.Count
                    + log.Steps.Count(s => s is DeskLog.FindStep or DeskLog.LookupStep or DeskLog.SearchStep or DeskLog.SeekStep);
            }
        }
        """)).Compiles();

    [Fact]
    public void A_record_with_values_of_an_obsolete_type_says_so()
    {
        var found = Generated.From(Source.Compile(Source.Usings + Desk + "public class User { public bool Use(Step step) => step is DeskLog.KeepStep; }")).Output
            .GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning);

        Assert.Equal("CS0618", Assert.Single(found).Id);
    }

    [Fact]
    public void The_table_of_an_obsolete_type_is_obsolete_like_it() => Generated.From(Source.Compile(Source.Usings + """
        [Obsolete("gone", error: true)] public class Desk { [AgentTool] public string Find(string name) => name; }
        [Obsolete("gone")] public class User { public int Use(Desk desk) => desk.AgentTools().Count; }
        """)).Compiles();

    [Theory]
    [InlineData("[StepLog]")]
    [InlineData("[StepLog(typeof(Desk))]")]
    [InlineData("[StepLog(typeof(Desk), typeof(Shop))]")]
    [InlineData("[StepLog(typeof(Desk), typeof(Shop), typeof(Yard))]")]
    [InlineData("[StepLog(typeof(Desk), typeof(Shop), typeof(Yard), typeof(Loft))]")]
    [InlineData("[StepLog(typeof(Desk), typeof(Shop), typeof(Yard), typeof(Loft), typeof(Shed)), CLSCompliant(false)]")]
    public void A_log_in_a_CLS_compliant_assembly_has_the_records_of_all_its_types(string attribute)
    {
        var types = new[] { "Desk", "Shop", "Yard", "Loft", "Shed" };
        var generated = Generated.From(Source.Compile(("Compliance.cs", "[assembly: System.CLSCompliant(true)]"), ("Program.cs", Source.Usings
            + string.Concat(types.Select(static t => $"public class {t} {{ [AgentTool] public int Of{t}(int x) => x; }}\n")) + attribute + " public partial class DeskLog;")));

        Assert.Empty(generated.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning));
        var named = types.Where(t => attribute.Contains($"typeof({t})", StringComparison.Ordinal)).ToList();
        Assert.Equal(named.Count == 0 ? types : named, types.Where(t => generated["Surf_DeskLog.StepLog.g.cs"].Contains($"record Of{t}Step", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_not_CLS_compliant_is_told_at_the_users_own_declaration_alone()
    {
        var output = Generated.From(Source.Compile(("Compliance.cs", "[assembly: System.CLSCompliant(true)]"), ("Program.cs", Source.Usings + """
            public class desk { [AgentTool] public uint Mask(ulong mask) => (uint)mask; }
            [CLSCompliant(false)] public class Shop { [AgentTool] public uint _Sign(ulong sign) => (uint)sign; [AgentTool] public int find(int x) => x; [AgentTool] public int Find(int x) => x; }
            [StepLog] public partial class DeskLog;
            """))).Output;
        var found = output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS8981").ToList();

        Assert.Equal(["CS3001", "CS3002"], found.Select(static d => d.Id).Order(StringComparer.Ordinal));
        Assert.All(found, static d => Assert.EndsWith("Program.cs", d.Location.SourceTree!.FilePath, StringComparison.Ordinal));
    }

    [Fact]
    public void Descriptions_with_what_XML_has_no_place_for_leave_sound_comments() => Generated.From(Source.Compile(Source.Usings + """
        public class Pool<T> { [AgentTool(Description = "a\u0001b\0c\uD800d\uFFFEe < & > \U0001F30A\u2028f")] public T Take<U>(U first, T second) => second; }
        public class Desk { [AgentTool(Description = "a\u0001b\0c\uD800d\uFFFEe < & > \U0001F30A\u2028f")] public string Find(string name) => name; }
        [StepLog] public partial class DeskLog;
        """)).Compiles();
}
