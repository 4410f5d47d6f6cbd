namespace AgentStepLog.Generators.Tests.Matrix.Runtime;

/// <summary>How a cell's method ends.</summary>
public enum Ending
{
    /// <summary>With its value, at once.</summary>
    Return,

    /// <summary>With its value, on another thread.</summary>
    ReturnLater,

    /// <summary>With an exception out of the call itself.</summary>
    Throw,

    /// <summary>With an exception after the call has returned: in the task, or between two items.</summary>
    ThrowLater,

    /// <summary>Canceled when the call returns.</summary>
    Cancel,

    /// <summary>Canceled after the call has returned.</summary>
    CancelLater,
}
