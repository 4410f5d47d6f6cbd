namespace AgentStepLog.Generators.Model;

/// <summary>One level of a (nested) type, as it is re-opened: <c>partial {Keyword} {Name}</c>.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>record</c> or <c>record struct</c>. Its modifiers
/// <c>static</c>, <c>ref</c> and <c>readonly</c> are not needed, since one part may omit them.</param>
/// <param name="Name">The name, escaped where it is a keyword.</param>
internal sealed record TypeDeclaration(string Keyword, string Name);
