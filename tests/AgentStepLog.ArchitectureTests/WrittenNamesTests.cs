namespace AgentStepLog.ArchitectureTests;

/// <summary>Which names a generator's texts are taken to write.</summary>
public sealed class WrittenNamesTests
{
    [Theory]
    [InlineData("Emission/A.cs", "source.Line(\"scope.Leave(outer);\")")]
    [InlineData("Parsing/A.cs", "$\"{scope}.Leave({outer});\"")]
    [InlineData("Emission/A.cs", "$\"new {Services}Leave()\"")]
    [InlineData("Emission/A.cs", "Write(\"Leave\")")]
    [InlineData("Emission/A.cs", "$\"{scope}.Lea{shape}();\"; enum Shape { One, ve }")]
    [InlineData("Emission/A.cs", "\"Lea\" + shape; enum Shape { One, ve }")]
    [InlineData("Emission/A.cs", "$\"{scope}.{kind}();\"; enum Kind { Leave }")]
    public void A_text_of_code_writes_its_names(string path, string code) => Assert.True(WrittenNames.Of([(path, "_ = " + code)]).Contains("Leave"));

    [Theory]
    [InlineData("Emission/A.cs", "scope.Leave(\"outer\")")]
    [InlineData("Emission/A.cs", "0; // \"scope.Leave\"")]
    [InlineData("Emission/A.cs", "\"scope.Leaves\" + \"scope.BeLeave\"")]
    [InlineData("Diagnostics/A.cs", "\"Leave the method as it is. Leave it.\"")]
    [InlineData("Emission/A.cs", "$\"{scope}.Lea{shape}();\"; enum Shape { One, ves }")]
    public void Other_words_are_not_written(string path, string code) => Assert.False(WrittenNames.Of([(path, "_ = " + code)]).Contains("Leave"));
}
