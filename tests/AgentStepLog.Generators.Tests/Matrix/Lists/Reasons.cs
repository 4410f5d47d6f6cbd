namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Why a cell is not built: C# has no such form, or the matrix no template for it.</summary>
internal static class Reasons
{
    public const string NullableOff = "`string?` says nothing where nullable annotations are off";
    public const string AsyncWithoutBody = "`async` needs a body at the annotated declaration";
    public const string OperatorResult = "an operator returns neither nothing nor a reference";
    public const string NoReceiver = "there is no receiver";
    public const string NoBase = "nothing derives from it";
    public const string NotStatic = "`using static` leads to static methods";
    public const string NoGroup = "it has no method group";
    public const string OneCall = "the one call that matters stands in a helper: every way would only lead there";
    public const string NoValue = "the construct needs a value";
    public const string StackOnly = "a value on the stack cannot enter the construct";
    public const string RefInTree = "an expression tree cannot return by reference, nor hold a span";
    public const string DynamicRef = "what is bound at run time returns neither references nor spans";
    public const string NotVisible = "the method is not visible there";
    public const string NotReflected = "finding it takes more than one call of reflection";
    public const string DynamicReceiver = "the run-time binder sees no extension, no explicit implementation and no interface default";
    public const string NeedsUsing = "the program of top-level statements names every type in full, an extension has no such form";
    public const string DynamicInitialiser = "a constructor initialiser cannot be bound at run time";
    public const string AsyncOnStack = "an async method has no receiver on the stack";
    public const string NoTool = "only tools stand in a tool table";
}
