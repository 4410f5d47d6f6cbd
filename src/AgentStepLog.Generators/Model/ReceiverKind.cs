namespace AgentStepLog.Generators.Model;

/// <summary>How the wrapper takes the object that the method is called on.</summary>
internal enum ReceiverKind
{
    /// <summary>A static method: no receiver.</summary>
    None,

    /// <summary>A class or an interface: by value, may be null.</summary>
    Reference,

    /// <summary>A method of a struct that may change it: <c>ref</c>.</summary>
    Ref,

    /// <summary>A <c>readonly</c> method of a struct: <c>in</c>.</summary>
    In,
}
