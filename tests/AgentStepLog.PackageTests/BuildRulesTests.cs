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
    [InlineData("LangVersion=11", "error ASL9007: AgentStepLog generates C# 12, and LangVersion is '11': the generated code would not compile. Set LangVersion to 12 or later")]
    [InlineData("LangVersion=7.3", "error ASL9007: AgentStepLog generates C# 12, and LangVersion is '7.3'")]
    [InlineData("LangVersion=ISO-2", "error ASL9007: AgentStepLog generates C# 12, and LangVersion is 'ISO-2'")]
    public async Task A_setting_under_which_nothing_could_be_relied_on_fails_the_build_with_what_to_do(string property, string message)
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Empty");
        consumer.AddFile("Empty/Empty.cs", "");

        var build = (await consumer.BuildAsync("Empty", property)).Failed();
        Assert.Contains(message, build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net6.0", ".NETCoreApp v6.0")]
    [InlineData("net7.0", ".NETCoreApp v7.0")]
    [InlineData("netstandard2.0", ".NETStandard v2.0")]
    [InlineData("net48", ".NETFramework v4.8")]
    public async Task A_framework_that_the_library_is_not_for_fails_the_build_with_what_to_do(string framework, string name)
    {
        using var consumer = new Consumer(package);
        // The check comes before anything is compiled, so that no assembly of the framework is needed.
        consumer.AddProject("Old", $"<TargetFramework>{framework}</TargetFramework><LangVersion>12</LangVersion><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences><FrameworkPathOverride>$(MSBuildProjectDirectory)</FrameworkPathOverride><NoStdLib>true</NoStdLib><AutomaticallyUseReferenceAssemblyPackages>false</AutomaticallyUseReferenceAssemblyPackages>");
        consumer.AddFile("Old/Old.cs", "using AgentStepLog;");

        var build = (await consumer.BuildAsync("Old", "CheckEolTargetFramework=false")).Failed();

        Assert.Contains($"error ASL9006: AgentStepLog needs net8.0 or later, and Old is built for {framework} ({name}): the library is not there. Set TargetFramework to net8.0 or later.", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS0246", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("12.0")]
    [InlineData("preview")]
    [InlineData("latestMajor")]
    public async Task A_language_that_has_all_that_is_generated_is_taken(string version)
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("New", "<TargetFramework>net8.0</TargetFramework>");
        consumer.AddFile("New/New.cs", Hole.Replace("base.Tide() + 1", "2", StringComparison.Ordinal));

        (await consumer.BuildAsync("New", "LangVersion=" + version)).Succeeded();
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
