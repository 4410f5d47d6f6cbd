namespace AgentStepLog.Generators.Model;

/// <summary>What fills a parameter in place of the model.</summary>
internal enum InjectionKind
{
    /// <summary>The token of the call.</summary>
    CancellationToken,

    /// <summary>The call's <c>IServiceProvider</c> itself.</summary>
    Services,

    /// <summary>One of its services.</summary>
    Service,

    /// <summary>One of its services, by a key.</summary>
    KeyedService,

    /// <summary>What the table knows of the call: <c>ToolCallContext</c>.</summary>
    Call,

    /// <summary>The log that the call is recorded in.</summary>
    Log,
}
