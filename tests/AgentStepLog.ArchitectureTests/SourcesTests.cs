namespace AgentStepLog.ArchitectureTests;

/// <summary>What counts as a call of one file to another.</summary>
public sealed class SourcesTests
{
    private const string Part = "namespace N; public class Part { public static Part One { get; } = new(); public int Size => 1; public void Overloaded() { } public void Overloaded(int size) { } public class Inner { } }";

    [Theory]
    [InlineData("class User { Part? _part; }")]
    [InlineData("class User { object Made() => new Part(); }")]
    [InlineData("class User { int Size() { var part = Maker.Make(); return part.Size; } }")]
    [InlineData("class User { object Inner() => new Part.Inner(); }")]
    [InlineData("class User { void Take() => Maker.Take(new()); }")]
    [InlineData("class User { string Name() => nameof(Part); }")]
    [InlineData("class User { string Name() => nameof(Maker.Take) + nameof(N.Part.Overloaded); }")]
    [InlineData("class User : System.Collections.Generic.List<Part[]> { }")]
    public void A_file_calls_the_type_that_it_names_and_the_one_whose_member_it_uses(string user) => Assert.Contains("Above/User -> Below/Part", Calls(user));

    [Theory]
    [InlineData("class User { }")]
    [InlineData("/// <summary>Not a <see cref=\"Part\"/>.</summary>\nclass User { }")]
    [InlineData("class User { int Part() => 1; }")]
    public void A_comment_or_a_name_alone_calls_nothing(string user) => Assert.DoesNotContain("Above/User -> Below/Part", Calls(user));

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
        Assert.Equal("(hall)/User -> Below/Part", Assert.Single(Sources.Bind([("Below/Part.cs", Part), ("User.cs", "namespace N; class User : Part { }")]).References).ToString());

    [Theory]
    [InlineData("class User : Missing { }")]
    [InlineData("class User { int Missing() => Part.One.Missing; }")]
    [InlineData("class User { void Take() => Maker.Take(Missing: 1); }")]
    public void Sources_that_do_not_compile_are_refused(string user) =>
        Assert.Contains("Above/User.cs", Assert.Throws<AggregateException>(() => Calls(user)).Message, StringComparison.Ordinal);

    private static List<string> Calls(string user)
    {
        var maker = "namespace N; static class Maker { public static Part Make() => Part.One; public static void Take(Part part) { } }";
        return [.. Sources.Bind([("Below/Part.cs", Part), ("Below/Maker.cs", maker), ("Above/User.cs", "namespace N; " + user)]).References.Select(static r => r.ToString())];
    }
}
