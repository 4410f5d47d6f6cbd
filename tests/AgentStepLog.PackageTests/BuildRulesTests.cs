using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

[Collection(AgainstPackage.Name)]
public sealed class BuildRulesTests(PackedPackage package)
{
    // A base call of a virtual method: an interceptor would call itself forever, so there is none.
    private const string Hole = """
        using AgentStepLog;

        namespace Surf;

        public class Base
        {
            /// <summary>Returns the tide.</summary>
            [AgentTool]
            public virtual int Tide() => 1;
        }

        public class Derived : Base
        {
            public override int Tide() => base.Tide() + 1;
        }
        """;

    [Fact]
    public async Task A_call_that_is_not_recorded_is_a_warning_and_fails_the_build_under_Strict_whatever_the_analysis_level()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Hole");
        consumer.AddFile("Hole/Hole.cs", Hole);

        var loose = (await consumer.BuildAsync("Hole")).Succeeded();
        Assert.Contains("Hole.cs(14,40): warning ASL2000", loose.Output, StringComparison.Ordinal);
        var strict = (await consumer.BuildAsync("Hole", "AgentStepLogStrict=true", "AgentStepLogAnalysis=none")).Failed();
        Assert.Contains("Hole.cs(14,40): error ASL2000", strict.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NETCoreSdkVersion=9.0.204", "error ASL9001: AgentStepLog needs the .NET SDK 9.0.300 or later, and this build runs on 9.0.204")]
    [InlineData("AgentStepLogWhenNoLog=Thow", "error ASL9002: AgentStepLogWhenNoLog is 'Thow': set it to PassThrough, Count or Throw.")]
    [InlineData("AgentStepLogAnalysis=some", "error ASL9002: AgentStepLogAnalysis is 'some': set it to none, recommended or all.")]
    [InlineData("AgentStepLogStrict=yes", "error ASL9002: AgentStepLogStrict is 'yes': set it to true or false.")]
    public async Task A_setting_under_which_nothing_could_be_relied_on_fails_the_build_with_what_to_do(string property, string message)
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Empty");
        consumer.AddFile("Empty/Empty.cs", "");

        var build = (await consumer.BuildAsync("Empty", property)).Failed();
        Assert.Contains(message, build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_understood_in_any_case()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Hole");
        consumer.AddFile("Hole/Hole.cs", Hole);

        var build = (await consumer.BuildAsync("Hole", "AgentStepLogWhenNoLog=THROW", "AgentStepLogAnalysis=None", "AgentStepLogStrict=TRUE")).Failed();
        Assert.Contains("Hole.cs(14,40): error ASL2000", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ASL9002", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strict_without_analyzers_says_that_it_proves_nothing()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Empty");
        consumer.AddFile("Empty/Empty.cs", "");

        var build = (await consumer.BuildAsync("Empty", "AgentStepLogStrict=true", "RunAnalyzers=false")).Succeeded();
        Assert.Contains("warning ASL9003: AgentStepLogStrict is on, but the analyzers are switched off", build.Output, StringComparison.Ordinal);
    }
}
