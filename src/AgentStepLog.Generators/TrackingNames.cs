namespace AgentStepLog.Generators;

/// <summary>The names of the pipeline's steps, by which tests ask what was computed again.</summary>
internal static class TrackingNames
{
    /// <summary>What of the build is read: properties.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The annotated methods of each file.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>All annotated methods of a type.</summary>
    public const string Types = nameof(Types);

    /// <summary>The named types that values reach.</summary>
    public const string Shapes = nameof(Shapes);

    /// <summary>The types that have tools, with those that they inherit.</summary>
    public const string Tables = nameof(Tables);

    /// <summary>The <c>[StepLog]</c> classes.</summary>
    public const string Logs = nameof(Logs);

    /// <summary>Each <c>[StepLog]</c> class with the typed records of its methods.</summary>
    public const string TypedLogs = nameof(TypedLogs);

    /// <summary>The text of the methods that read values from JSON.</summary>
    public const string Readers = nameof(Readers);

    /// <summary>The calls of annotated methods in each file, with those of the called methods whose wrappers stand with the calls.</summary>
    public const string Calls = nameof(Calls);

    /// <summary>The calls alone, as generated files hold them.</summary>
    public const string Interceptors = nameof(Interceptors);

    /// <summary>The types, referenced ones mostly, whose wrappers stand with the calls.</summary>
    public const string CalledTypes = nameof(CalledTypes);

    /// <summary>What the assembly and those that it references tell of their annotated methods.</summary>
    public const string Manifest = nameof(Manifest);
}
