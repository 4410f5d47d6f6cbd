using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Diagnostics;

/// <summary>All rules, ordered by id. An id is never used again, and each rule has its page in docs/rules.</summary>
internal static class Descriptors
{
    private const string Pages = "https://github.com/agentsteplog/agentsteplog/blob/main/docs/rules/";

    private const string Descriptions = "AgentStepLog.Descriptions";
    private const string Tools = "AgentStepLog.Tools";
    private const string Recording = "AgentStepLog.Recording";
    private const string Privacy = "AgentStepLog.Privacy";
    private const string Completion = "AgentStepLog.Completion";

    public static readonly DiagnosticDescriptor ToolHasNoDescription = new(
        id: "ASL1001",
        title: "Tool has no description",
        messageFormat: "Tool '{0}' has no description: the model has only its name to choose it by; write a <summary> or [Description]",
        category: Descriptions,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model chooses a tool by its description. Write a summary, [Description], or [AgentTool(Description = …)].",
        helpLinkUri: Pages + "ASL1001.md");

    public static readonly DiagnosticDescriptor ParameterHasNoDescription = new(
        id: "ASL1002",
        title: "Tool parameter has no description",
        messageFormat: "{0} has no description: the model has only its name and type to fill it by; write an XML comment or [Description]",
        category: Descriptions,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model fills a tool's parameters, and the properties of objects among them, by their descriptions. "
            + "XML comments and [Description] count alike.",
        helpLinkUri: Pages + "ASL1002.md");

    public static readonly DiagnosticDescriptor DescriptionIsPlaceholder = new(
        id: "ASL1003",
        title: "Description is a placeholder",
        messageFormat: "{0} has a placeholder in place of its description, which a model is not told; write what the model has to know",
        category: Descriptions,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A description that is TODO, FIXME or TBD, or begins with one of them and a colon, is still to be written. Schemas leave it out.",
        helpLinkUri: Pages + "ASL1003.md");

    public static readonly DiagnosticDescriptor ToolNameIsRefused = new(
        id: "ASL1010",
        title: "Tool name is not accepted by model providers",
        messageFormat: "The name '{0}' of tool '{1}' {2}: model providers take 1 to 64 of a-z, A-Z, 0-9, _ and -; set [AgentTool(Name = …)]",
        category: Tools,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A request that offers a tool of another name is refused as a whole by OpenAI, Anthropic and those that follow them.",
        helpLinkUri: Pages + "ASL1010.md");

    public static readonly DiagnosticDescriptor ToolsShareAName = new(
        id: "ASL1011",
        title: "Two tools share a name in one tool table",
        messageFormat: "Tools '{0}' and '{1}' are both named '{2}' in the tool table of '{3}'; give one another Name in its [AgentTool]",
        category: Tools,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A model calls a tool by its name alone, so a table holds each name once. Set [AgentTool(Name = …)] on one of the two.",
        helpLinkUri: Pages + "ASL1011.md");

    public static readonly DiagnosticDescriptor ToolCannotStandInTable = new(
        id: "ASL1012",
        title: "Tool is recorded but cannot stand in the tool table",
        messageFormat: "Tool '{0}' is recorded but cannot stand in the tool table: {1}",
        category: Tools,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A tool that a model calls takes JSON and returns JSON. A parameter or result without a JSON form keeps the tool out of the table.",
        helpLinkUri: Pages + "ASL1012.md");

    public static readonly DiagnosticDescriptor AttributeIsNotHeldTo = new(
        id: "ASL1016",
        title: "Attribute of what a tool takes is not held to",
        messageFormat: "{0}: {1}",
        category: Tools,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The schema has the constraints of attributes, and the arguments of a model are checked against them. An attribute has no "
            + "effect where it does not apply to its type, contradicts itself or the default, or is one that generated code does not support.",
        helpLinkUri: Pages + "ASL1016.md");

    public static readonly DiagnosticDescriptor CallIsNotRecorded = new(
        id: "ASL2000",
        title: "Call of an annotated method is not recorded",
        messageFormat: "This call of '{0}' is not recorded: {1}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Found in the finished compilation, in generated code too. An error when AgentStepLogStrict is true.",
        helpLinkUri: Pages + "ASL2000.md");

    public static readonly DiagnosticDescriptor MethodGroupIsHandedOver = new(
        id: "ASL2001",
        title: "Method group of an annotated method is handed over",
        messageFormat: "The method group '{0}' is handed over: calls made through it are not recorded; {1}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The receiver of the delegate calls the method itself. Hand over the tool table's function, or a lambda that calls the method.",
        helpLinkUri: Pages + "ASL2001.md");

    public static readonly DiagnosticDescriptor ReachedAtRunTime = new(
        id: "ASL2002",
        title: "Annotated method is reached through dynamic, reflection or an expression tree",
        messageFormat: "'{0}' is reached through {1}: that call is not recorded; {2}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The call is bound, or made, only when the program runs; the compiler cannot put a record in front of it.",
        helpLinkUri: Pages + "ASL2002.md");

    public static readonly DiagnosticDescriptor TaskIsDropped = new(
        id: "ASL2003",
        title: "Task of an annotated call is dropped",
        messageFormat: "The task of '{0}' is dropped: {1}, so its step may end after the log; await it, or return it",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A step that is still running when its log is closed is not in it. Await the task, return it, or keep it where it is awaited.",
        helpLinkUri: Pages + "ASL2003.md");

    public static readonly DiagnosticDescriptor MethodIsNotRecorded = new(
        id: "ASL2004",
        title: "Method is annotated but not recorded",
        messageFormat: "'{0}' is annotated but not recorded: {1}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "No call of this method leaves a record, for the reason named.",
        helpLinkUri: Pages + "ASL2004.md");

    public static readonly DiagnosticDescriptor BaseMemberIsNotAnnotated = new(
        id: "ASL2005",
        title: "Interface or base member is not annotated while the implementation is",
        messageFormat: "'{0}' is not annotated while '{1}' is: calls through '{2}' are not recorded; {3}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A call is recorded when the member that it names is annotated. Under dependency injection that is the interface's.",
        helpLinkUri: Pages + "ASL2005.md");

    public static readonly DiagnosticDescriptor FrameworkFindsTheMethod = new(
        id: "ASL2006",
        title: "A framework finds and calls the annotated method itself",
        messageFormat: "'{0}' is found by its attribute [{1}] when the program runs: calls that the framework makes are not recorded; {2}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The source has no call that could be intercepted. A partial declaration without a body gets a generated body that records every call.",
        helpLinkUri: Pages + "ASL2006.md");

    public static readonly DiagnosticDescriptor OwnLogIsOutOfReach = new(
        id: "ASL2007",
        title: "The type's own log is out of reach",
        messageFormat: "'{0}' holds the log '{1}', which generated code cannot read: its steps go to the active log; hold it in a field or auto-property, or make the type partial",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A log that the containing type holds takes precedence over the active one, if generated code can read it.",
        helpLinkUri: Pages + "ASL2007.md");

    public static readonly DiagnosticDescriptor DeclaredTwice = new(
        id: "ASL2008",
        title: "Another generator declares the method a second time",
        messageFormat: "'{0}', which records itself, is declared a second time in generated code ({1}), and that does not compile; {2}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A partial method has one declaration without a body. A generator that writes another one cannot work beside a method that records itself.",
        helpLinkUri: Pages + "ASL2008.md");

    public static readonly DiagnosticDescriptor StepLogCannotBeCompleted = new(
        id: "ASL3001",
        title: "[StepLog] type cannot be completed",
        messageFormat: "'{0}' cannot be completed to a step log: {1}",
        category: Completion,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [StepLog] type is a partial class, its containers are partial, and its base class is StepLog or none.",
        helpLinkUri: Pages + "ASL3001.md");

    public static readonly DiagnosticDescriptor CoreIsMissing = new(
        id: "ASL3002",
        title: "Bodiless partial method lacks its Core method",
        messageFormat: "The generated body of '{0}' calls '{1}', which {2}: write '{3}'",
        category: Completion,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The body of an annotated partial declaration is generated. It records the call and calls the method that holds your code: "
            + "private, of the same signature, its name followed by Core.",
        helpLinkUri: Pages + "ASL3002.md");

    public static readonly DiagnosticDescriptor ResultCarriesNoUsage = new(
        id: "ASL3003",
        title: "LLM call carries no usage",
        messageFormat: "The steps of '{0}' will have no tokens: {1}; return the provider's answer, or say by [LlmUsageFrom] where they stand",
        category: Completion,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Tokens are read from the result by the usual names of its properties. Return the provider's answer, or say by [LlmUsageFrom] where they stand.",
        helpLinkUri: Pages + "ASL3003.md");

    public static readonly DiagnosticDescriptor AnnotatedTwice = new(
        id: "ASL3004",
        title: "Several attributes of the family on one method",
        messageFormat: "'{0}' is annotated with [{1}] already: remove [{2}], or the other",
        category: Completion,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A call leaves one record: of a tool, of a model, or of an agent.",
        helpLinkUri: Pages + "ASL3004.md");

    public static readonly DiagnosticDescriptor RoutesCollide = new(
        id: "ASL3005",
        title: "Member that records itself and one recorded at its calls stand in for one another",
        messageFormat: "'{0}' {1} '{2}', {3}",
        category: Completion,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A call is recorded once: where it is made, or in the body that it reaches. A member and its overrides or implementations must agree.",
        helpLinkUri: Pages + "ASL3005.md");

    public static readonly DiagnosticDescriptor CoreIsReachable = new(
        id: "ASL3006",
        title: "Core method is not private, or is called directly",
        messageFormat: "'{0}' holds the code of '{1}' and {2}: such a call is not recorded; {3}",
        category: Completion,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The Core method is for the generated body alone. A direct call of it is not recorded.",
        helpLinkUri: Pages + "ASL3006.md");

    public static readonly DiagnosticDescriptor UsagePathLeadsNowhere = new(
        id: "ASL3007",
        title: "[LlmUsageFrom] leads nowhere",
        messageFormat: "[LlmUsageFrom] does not say where usage stands: {0}",
        category: Completion,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A path is made of properties or fields, divided by dots, from the result on. Its end is a whole number for tokens, else a text.",
        helpLinkUri: Pages + "ASL3007.md");

    public static readonly DiagnosticDescriptor SensitiveOnlyBelow = new(
        id: "ASL4003",
        title: "[Sensitive] stands only below the member that is recorded",
        messageFormat: "{0} is [Sensitive], but '{1}' records it in the open: mark it there too",
        category: Privacy,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A call is recorded as its annotated member declares it, and a value by the members of its declared type.",
        helpLinkUri: Pages + "ASL4003.md");

    public static readonly DiagnosticDescriptor CoverageReportIsMissing = new(
        id: "ASL9004",
        title: "Coverage report is not written",
        messageFormat: "The coverage report cannot be written to '{0}': {1}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The build was asked for a coverage report. A missing report must not look like a report without holes.",
        helpLinkUri: Pages + "ASL9004.md",
        customTags: [WellKnownDiagnosticTags.CompilationEnd, WellKnownDiagnosticTags.NotConfigurable]);

    public static readonly DiagnosticDescriptor ManifestIsMissing = new(
        id: "ASL9005",
        title: "Manifest is not written",
        messageFormat: "The manifest cannot be written to '{0}': {1}",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The build was asked for a manifest. The manifest of an earlier build must not be mistaken for it.",
        helpLinkUri: Pages + "ASL9005.md",
        customTags: [WellKnownDiagnosticTags.CompilationEnd, WellKnownDiagnosticTags.NotConfigurable]);

    public static readonly DiagnosticDescriptor ReferenceIsOutdated = new(
        id: "ASL9008",
        title: "Referenced assembly was compiled against another version of AgentStepLog",
        messageFormat: "'{0}' {1} was compiled against another version of AgentStepLog, and its generated code calls members that this one does not have: rebuild it, or take a version of its package that was built with this one",
        category: Recording,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code and the library it calls are of one version. With another version, each recorded call fails when it is first made.",
        helpLinkUri: Pages + "ASL9008.md",
        customTags: [WellKnownDiagnosticTags.CompilationEnd, WellKnownDiagnosticTags.NotConfigurable]);
}
