using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Support.Analyzers;

public sealed class MarkedSourceTests
{
    [Fact]
    public void Marks_are_cut_out_and_say_where_they_stood()
    {
        var source = MarkedSource.Parse("int [|a|] = {|ASL1002:b[|c|]|};");

        Assert.Equal("int a = bc;", source.Text);
        Assert.Equal(
            [new Mark(null, new TextSpan(4, 1)), new Mark("ASL1002", new TextSpan(8, 2)), new Mark(null, new TextSpan(9, 1))],
            source.Marks);
    }

    [Fact]
    public void An_unclosed_mark_is_an_error_and_not_an_expectation_less()
        => Assert.Throws<FormatException>(() => MarkedSource.Parse("int [|a = 1;"));
}
