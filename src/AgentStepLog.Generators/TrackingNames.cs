namespace AgentStepLog.Generators;

/// <summary>The names of the pipeline's steps. Tests use them to see which steps were computed again.</summary>
internal static class TrackingNames
{
    /// <summary>The properties of the build that are read.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The annotated methods of each file.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>All annotated methods of a type.</summary>
    public const string Types = nameof(Types);

    /// <summary>The named types that values reach.</summary>
    public const string Shapes = nameof(Shapes);

    /// <summary>The types with tools of their own or inherited ones.</summary>
    public const string Tables = nameof(Tables);

    /// <summary>The <c>[StepLog]</c> classes.</summary>
    public const string Logs = nameof(Logs);

    /// <summary>Each <c>[StepLog]</c> class with the typed steps of its methods.</summary>
    public const string TypedLogs = nameof(TypedLogs);

    /// <summary>The code of the methods that read values from JSON.</summary>
    public const string Readers = nameof(Readers);

    /// <summary>The calls of annotated methods in each file, and the called methods whose wrappers are generated for their calls.</summary>
    public const string Calls = nameof(Calls);

    /// <summary>The calls alone, grouped by generated file.</summary>
    public const string Interceptors = nameof(Interceptors);

    /// <summary>The types whose wrappers are generated for calls. Most are of referenced assemblies.</summary>
    public const string CalledTypes = nameof(CalledTypes);

    /// <summary>The manifest of the assembly and of those that it references.</summary>
    public const string Manifest = nameof(Manifest);
}
