using System.Text.RegularExpressions;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>
/// What lets hot reload apply an edit: the compiler replaces the bodies of members that changed, runs no static initializer again, and leaves the code of
/// members that did not change as it was compiled.
/// </summary>
public sealed partial class HotReloadTests
{
    private const string Tools = "public class Tools { [AgentTool] public int Find(int x) => x; [AgentTool] public int Lose(int x) => x; [AgentTool] public T Keep<T>(T x) => x; }\n";

    private const string Calls = """
        public record Kept(int Value);
        public class Calls(Tools t)
        {
            private readonly int _field = new Tools().Find(0);
            public int First() { return t.Find(1); }
            public int Property { get { return t.Find(2); } set { t.Find(value); } }
            public int First(int x) { int Local() => t.Find(x); return Local() + t.Lose(3); }
        }
        """;

    private static readonly (string Path, string Text)[] s_files = [("Tools.cs", Source.Usings + Tools), ("Calls.cs", Source.Usings + Calls)];

    [Theory]
    [InlineData("return t.Find(1);", "t.Find(7); return t.Find(1);", "Calls.First")]
    [InlineData("return t.Find(1);", "return t.Find(1) + t.Find(7) + t.Lose(8);", "Calls.First")]
    [InlineData("return t.Find(1);", "return 1;", "Calls.First")]
    [InlineData("get { return t.Find(2); }", "get { return t.Find(2) + t.Find(7); }", "Calls.Property")]
    [InlineData("public int First() {", "public int First(string s) { return t.Find(7) + t.Find(8); }\n public int First() {", "none")]
    [InlineData("private readonly int _field", "private readonly int _other = new Tools().Find(7) + new Tools().Find(8);\n private readonly int _field", "none")]
    [InlineData("public class Calls", "\n\npublic class Calls", "none")]
    public void Calls_in_members_that_an_edit_leaves_alone_keep_their_interceptors(string old, string @new, string edited)
    {
        var before = ByPlace(s_files);
        var after = ByPlace([s_files[0], ("Calls.cs", s_files[1].Text.Replace(old, @new, StringComparison.Ordinal))]);

        Assert.NotEqual(s_files[1].Text, s_files[1].Text.Replace(old, @new, StringComparison.Ordinal));
        var kept = before.Where(call => !call.EndsWith(" in " + edited, StringComparison.Ordinal)).ToHashSet();
        Assert.NotEmpty(kept);
        Assert.Subset(after, kept);
    }

    [Fact]
    public void Interceptors_stand_in_a_class_without_fields()
    {
        var interceptors = Generated.From(Source.Compile(s_files)).Sources.Single(static s => s.HintName == "Calls.Interceptors.g.cs");

        Assert.Empty(interceptors.SyntaxTree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<FieldDeclarationSyntax>());
    }

    [Theory]
    [InlineData("return t.Find(1);", "t.Find(7); return t.Lose(1);")]
    [InlineData("public class Calls", "\n\npublic class Calls")]
    [InlineData("return t.Find(1);", "t.Keep(new Kept(1)); return 1;")]
    [InlineData("return t.Find(1);", "t.Keep(new Kept(1)); t.Keep((1, new Uri(\"a:b\"))); return 1;")]
    public void No_static_initializer_that_was_there_changes_with_a_call_or_its_place(string old, string @new)
    {
        var before = Initializers(s_files);
        var after = Initializers([s_files[0], ("Calls.cs", s_files[1].Text.Replace(old, @new, StringComparison.Ordinal))]);

        Assert.NotEmpty(before);
        Assert.Subset(after, before);
        AssertTypesKeepTheirFields(before, after);
    }

    [Fact]
    public void A_call_of_another_method_of_a_referenced_type_adds_a_field_to_no_class_that_was_there()
    {
        var tools = Source.Compile(("Tools.cs", Source.Usings + Tools));
        var image = new MemoryStream();
        Assert.True(Generated.From(tools).Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var reference = MetadataReference.CreateFromImage(image.ToArray());
        HashSet<string> Of(string body) => Initializers(Generated.From(Source.Compile(("Calls.cs", Source.Usings + $"class C {{ void Use(Tools t) {{ {body} }} }}")).WithAssemblyName("Other").AddReferences(reference)).Compiles());

        var before = Of("t.Find(1);");
        var after = Of("t.Find(1); t.Lose(2);");

        Assert.NotEmpty(before);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Subset(after, before);
        AssertTypesKeepTheirFields(before, after);
    }

    // A field with an initializer that is added to a class changes its static constructor, which has run.
    private static void AssertTypesKeepTheirFields(HashSet<string> before, HashSet<string> after) =>
        Assert.DoesNotContain(after.Except(before), added => before.Any(old => Owner(old) == Owner(added)));

    private static string Owner(string initializer) => initializer[..initializer.IndexOf(':', StringComparison.Ordinal)];

    private static HashSet<string> Initializers((string Path, string Text)[] files) => Initializers(Generated.From(Source.Compile(files)).Compiles());

    private static HashSet<string> Initializers(Generated generated) =>
        [.. generated.Sources.SelectMany(static s => s.SyntaxTree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(static v => v is { Initializer: not null, Parent.Parent: FieldDeclarationSyntax })
            .Select(v => $"{s.HintName}/{string.Join('.', v.Ancestors().OfType<TypeDeclarationSyntax>().Select(static t => t.Identifier.Text))}: {v}"))];

    // Each interceptor with the member that it is called from.
    private static HashSet<string> ByPlace((string Path, string Text)[] files) =>
        [.. Interceptor().Matches(Generated.From(Source.Compile(files)).Compiles()["Calls.Interceptors.g.cs"]).Select(static m => $"{m.Groups[1].Value} in {m.Groups[2].Value}")];

    [GeneratedRegex("internal static .* (\\w+)\\(.*\\n.*CallOrigin\\.Direct\\(\"Calls.cs\", [0-9]+, \"([^\"]*)\"")]
    private static partial Regex Interceptor();
}
