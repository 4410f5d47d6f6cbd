using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class ToolNameFormTests
{
    [Fact]
    public async Task A_name_that_providers_refuse_is_an_error_that_says_what_is_wrong_with_it()
    {
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(new ToolNameFormAnalyzer().SupportedDiagnostics).DefaultSeverity);
        Assert.Equal(
            [
                "The name 'files.find' of tool 'Tools.Find' holds '.': model providers take 1 to 64 of a-z, A-Z, 0-9, _ and -; set [AgentTool(Name = …)]",
                "The name 'find it' of tool 'Tools.Other' holds ' ': model providers take 1 to 64 of a-z, A-Z, 0-9, _ and -; set [AgentTool(Name = …)]",
                "The name 'AVeryLongNameThatSaysAllThatTheToolDoesAndWhyItDoesItAndForWhomIt' of tool 'Tools.AVeryLongNameThatSaysAllThatTheToolDoesAndWhyItDoesItAndForWhomIt' has 65 characters: model providers take 1 to 64 of a-z, A-Z, 0-9, _ and -; set [AgentTool(Name = …)]",
            ],
            await RuleTest.VerifyAsync<ToolNameFormAnalyzer>(
                """
                public class Tools
                {
                    [AgentTool(Name = "files.find")] public string [|Find|](string name) => name;
                    [AgentTool, System.ComponentModel.DisplayName("find it")] public string [|Other|](string name) => name;
                    [AgentTool] public string [|AVeryLongNameThatSaysAllThatTheToolDoesAndWhyItDoesItAndForWhomIt|]() => "";
                }
                """));
    }

    [Fact]
    public Task Names_that_they_take_and_those_of_others_are_not_told()
        => RuleTest.VerifyAsync<ToolNameFormAnalyzer>(
            """
            public class Tools
            {
                [AgentTool] public string Find_1(string name) => name;
                [AgentTool(Name = "files-find_2")] public string Find(string name) => name;
                [AgentTool] public Task<string> AVeryLongNameThatSaysAllThatTheToolDoesAndWhyItDoesItAndForWhoAsync() => Task.FromResult("");
                [LlmCall] public string Ask(string question) => question;
                [AgentTool] public string Öffne() => "";
            }
            """);
}
