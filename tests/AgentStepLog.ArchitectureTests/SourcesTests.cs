using Microsoft.CodeAnalysis;

namespace AgentStepLog.ArchitectureTests;

/// <summary>What counts as a call of one file to another.</summary>
public sealed class SourcesTests
{
    private const string Part = """
        namespace N;

        public class Part(int size)
        {
            public Part() : this(1) { }
            public static Part One { get; } = new();
            public int Size => size;
            internal int Inside => size;
            public int Field;
            public int this[int i] => i;
            public void Overloaded() { }
            public void Overloaded(int size) { }
            public static Part operator +(Part a, Part b) => a;
            public static implicit operator string(Part part) => "";
            public IEnumerator<int> GetEnumerator() => null!;
            public class Inner { }
        }
        """;

    [Theory]
    [InlineData("class User { Part? _part; }")]
    [InlineData("class User { object Made() => new Part(); }")]
    [InlineData("class User { int Size() { var part = Maker.Make(); return part.Size; } }")]
    [InlineData("class User { object Inner() => new Part.Inner(); }")]
    [InlineData("class User { string Name() => nameof(Part); }")]
    [InlineData("class User : System.Collections.Generic.List<Part[]> { }")]
    public void A_file_calls_the_type_that_it_names(string user) => Assert.Contains("Above/User -> Below/Part", Calls(user));

    [Theory]
    [InlineData("class User { object Made() => new Part(); }", "Part()")]
    [InlineData("class User { void Take() => Maker.Take(new()); }", "Part()")]
    [InlineData("class User : Part { User() : base(2) { } }", "Part(int)")]
    [InlineData("class User() : Part(2) { }", "Part(int)")]
    [InlineData("class User { int Size() => Maker.Make().Size; }", "Size")]
    [InlineData("class User { bool Size() => Maker.Make() is { Size: 1 }; }", "Size")]
    [InlineData("class User { int Inside() => Maker.Make().Inside; }", "Inside")]
    [InlineData("class User { int Field() => Maker.Make().Field; }", "Field")]
    [InlineData("class User { int First() => Maker.Make()[0]; }", "this[int]")]
    [InlineData("class User { int? First() => Maker.Make()?[0]; }", "this[int]")]
    [InlineData("class User { object Sum() => Maker.Make() + Maker.Make(); }", "operator +(Part, Part)")]
    [InlineData("class User { string Text() => Maker.Make(); }", "implicit operator string(Part)")]
    [InlineData("class User { void All() { foreach (var i in Maker.Make()) { } } }", "GetEnumerator()")]
    [InlineData("class User { void Call() => Maker.Make().Overloaded(1); }", "Overloaded(int)")]
    [InlineData("class User { string Name() => nameof(Maker.Take) + nameof(N.Part.Overloaded); }", "Overloaded()")]
    public void A_file_calls_the_member_that_it_uses(string user, string member) => Assert.Contains("Above/User -> Below/Part." + member, Calls(user));

    [Fact]
    public void Who_names_a_type_calls_no_member_of_it() =>
        Assert.Equal(["Above/User -> Below/Part"], Calls("class User { Part? _part; Part Of(Part[] parts) => parts.First(); string Name() => nameof(Part); }"));

    [Theory]
    [InlineData("Size", true)]
    [InlineData("Inside", false)]
    public void A_member_is_as_public_as_it_is_declared(string member, bool isPublic) =>
        Assert.Equal(isPublic, Bound($"class User {{ int It() => Maker.Make().{member}; }}").Single(r => r.Member?.Name == member).Member!.DeclaredAccessibility == Accessibility.Public);

    [Theory]
    [InlineData("class User { }")]
    [InlineData("/// <summary>Not a <see cref=\"Part\"/>.</summary>\nclass User { }")]
    [InlineData("class User { int Part() => 1; }")]
    public void A_comment_or_a_name_alone_calls_nothing(string user) => Assert.Empty(Calls(user));

    [Fact]
    public void A_file_does_not_call_the_other_files_of_its_own_type() =>
        Assert.Empty(Sources.Bind([("Room/A.cs", "namespace N; partial class A { int One => 1; }"), ("Room/A.Two.cs", "namespace N; partial class A { int Two => One; }")]).References);

    [Fact]
    public void A_type_in_several_rooms_stands_in_that_of_the_file_with_its_name() =>
        Assert.Equal(
            "Above/User -> Main/Part",
            Assert.Single(Sources.Bind(
            [
                ("Above/User.cs", "namespace N; class User : Part { }"),
                ("Before/Part.One.cs", "namespace N; partial class Part { int One => 1; }"),
                ("Main/Part.cs", "namespace N; partial class Part { int Two => One; }"),
            ]).References).ToString());

    [Fact]
    public void A_file_in_no_folder_stands_in_the_hall() =>
        Assert.Equal("(hall)/User -> Below/Part", Assert.Single(Sources.Bind([("Below/Part.cs", Part), ("User.cs", "namespace N; interface User { Part? Part { get; } }")]).References).ToString());

    [Theory]
    [InlineData("class User : Missing { }")]
    [InlineData("class User { int Missing() => Part.One.Missing; }")]
    [InlineData("class User { void Take() => Maker.Take(Missing: 1); }")]
    public void Sources_that_do_not_compile_are_refused(string user) =>
        Assert.Contains("Above/User.cs", Assert.Throws<AggregateException>(() => Calls(user)).Message, StringComparison.Ordinal);

    private static List<string> Calls(string user) => [.. Bound(user).Where(static r => r.File == "User").Select(static r => r.ToString())];

    private static IEnumerable<Reference> Bound(string user)
    {
        var maker = "namespace N; static class Maker { public static Part Make() => Part.One; public static void Take(Part part) { } }";
        return Sources.Bind([("Below/Part.cs", Part), ("Below/Maker.cs", maker), ("Above/User.cs", "namespace N; " + user)]).References;
    }
}
