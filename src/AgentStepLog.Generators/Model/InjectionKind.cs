namespace AgentStepLog.Generators.Model;

/// <summary>The source of a parameter's value that is no model.</summary>
internal enum InjectionKind
{
    /// <summary>The cancellation token of the call.</summary>
    CancellationToken,

    /// <summary>The call's <c>IServiceProvider</c> itself.</summary>
    Services,

    /// <summary>A service of the call's provider.</summary>
    Service,

    /// <summary>A service of the call's provider, by a key.</summary>
    KeyedService,

    /// <summary>The table's facts about the call: <c>ToolCallContext</c>.</summary>
    Call,

    /// <summary>The log in which the call is recorded.</summary>
    Log,
}
