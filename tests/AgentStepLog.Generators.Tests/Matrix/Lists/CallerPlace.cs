namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Where the code stands that makes a cell's call.</summary>
internal enum CallerPlace
{
    /// <summary>In a class beside the method's type; inside that type, where the method is not visible elsewhere.</summary>
    Beside,

    /// <summary>In the method's type.</summary>
    Inside,

    /// <summary>In a namespace that names the method's type by <c>using static</c>.</summary>
    UsingStatic,

    /// <summary>In top-level statements.</summary>
    TopLevel,

    /// <summary>In another assembly.</summary>
    OtherAssembly,

    /// <summary>Nowhere in C#: a model calls through the tool table.</summary>
    Table,
}
