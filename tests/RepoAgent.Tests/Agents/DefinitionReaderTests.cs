using RepoAgents.Agents;

namespace RepoAgents.Tests.Agents;

/// <summary>Lines that define a name are told from lines that mention it, per language.</summary>
public sealed class DefinitionReaderTests
{
    [Theory]
    [InlineData("a.cs", "public sealed partial class Foo<T>(int x) : Bar", "Type")]
    [InlineData("a.cs", "internal readonly record struct Foo(int X);", "Type")]
    [InlineData("a.cs", "public delegate Task<int> Foo(string s);", "Type")]
    [InlineData("a.cs", "namespace Some.Foo;", "Type")]
    [InlineData("a.cs", "public async Task<IReadOnlyList<(int A, string B)>> Foo(", "Member")]
    [InlineData("a.cs", "Task<Reply> Foo(IReadOnlyList<Turn> conversation, CancellationToken ct);", "Member")]
    [InlineData("a.cs", "public string? Foo { get; init; }", "Member")]
    [InlineData("a.cs", "private const int Foo = 3;", "Member")]
    [InlineData("a.cs", "(int A, int B) Foo() => (1, 2);", "Member")]
    [InlineData("a.cs", "var Foo = 3;", "Value")]
    [InlineData("a.cs", "Foo = 4,", "Value")]
    [InlineData("a.cs", "return Foo(3);", "None")]
    [InlineData("a.cs", "await Foo();", "None")]
    [InlineData("a.cs", "var x = new Foo();", "None")]
    [InlineData("a.cs", "if (Foo(x) == 3) {", "None")]
    [InlineData("a.cs", "/// the class Foo does it", "None")]
    [InlineData("a.cs", "Write(\"public class Foo\");", "None")]
    [InlineData("a.cs", "public class FooBar", "None")]
    [InlineData("a.py", "class Foo(Base):", "Type")]
    [InlineData("a.py", "    async def Foo(self):", "Member")]
    [InlineData("a.py", "Foo: int = 3", "Value")]
    [InlineData("a.py", "# def Foo():", "None")]
    [InlineData("a.py", "if Foo == 3:", "None")]
    [InlineData("a.ts", "export default interface Foo {", "Type")]
    [InlineData("a.ts", "export type Foo = string | number;", "Type")]
    [InlineData("a.js", "export async function Foo(a) {", "Member")]
    [InlineData("a.js", "const Foo = async (a) => a;", "Member")]
    [InlineData("a.js", "let Foo;", "Value")]
    [InlineData("a.js", "Foo(1);", "None")]
    [InlineData("a.go", "type Foo struct {", "Type")]
    [InlineData("a.go", "func (s *Server) Foo(w http.ResponseWriter) error {", "Member")]
    [InlineData("a.go", "Foo := 3", "Value")]
    [InlineData("a.go", "x := s.Foo(w)", "None")]
    [InlineData("a.rs", "pub(crate) trait Foo {", "Type")]
    [InlineData("a.rs", "pub async fn Foo<T>(x: T) -> T {", "Member")]
    [InlineData("a.rs", "static mut Foo: u8 = 0;", "Value")]
    [InlineData("a.java", "public @interface Foo {", "Type")]
    [InlineData("a.java", "public static <T> List<T> other() { return Foo(); }", "None")]
    [InlineData("a.java", "protected void Foo(int x) throws IOException {", "Member")]
    [InlineData("a.kt", "fun String.Foo(): Int = 3", "Member")]
    [InlineData("a.c", "#define Foo(x) (x)", "Member")]
    [InlineData("a.c", "static int Foo(const char *s)", "Member")]
    [InlineData("a.c", "struct Foo {", "Type")]
    [InlineData("a.c", "return Foo(x);", "None")]
    [InlineData("a.rb", "def self.Foo(x)", "Member")]
    [InlineData("a.sh", "Foo() {", "Member")]
    [InlineData("a.sql", "CREATE TABLE IF NOT EXISTS Foo (", "Type")]
    [InlineData("a.json", "\"Foo\": 3,", "Value")]
    [InlineData("a.props", "<Foo>1</Foo>", "Value")]
    [InlineData("a.yml", "Foo: bar", "Value")]
    public void A_line_is_ranked(string path, string line, string rank) =>
        Assert.Equal(rank, new DefinitionReader("Foo").Rank(path, line).ToString());

    [Theory]
    [InlineData("Boat", "Boat", "BoatAttribute", "BoatAsync")]
    [InlineData("Harbour.Boat.Moor(int)", "Moor", "MoorAttribute", "MoorAsync")]
    [InlineData("Read<T>", "Read", "ReadAttribute", "ReadAsync")]
    [InlineData("()", "()", "()Attribute", "()Async")]
    [InlineData("retry policy", "retry policy", "RetryPolicy", "retryPolicy", "retry_policy", "retry-policy", "retry policyAttribute", "retry policyAsync")]
    public void Terms_are_planned_for_a_definition(string subject, params string[] terms) =>
        Assert.Equal(terms, SearchTerms.ForDefinition(subject));

    [Theory]
    [InlineData("Boat.Moor", "Boat")]
    [InlineData("crate::boat::moor", "boat")]
    [InlineData("Boat", null)]
    public void The_container_of_a_member_is_known(string subject, string? container) =>
        Assert.Equal(container, SearchTerms.Container(subject));
}
