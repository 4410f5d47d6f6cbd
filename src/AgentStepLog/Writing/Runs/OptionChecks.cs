using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>Checks the options of a log: each value must be in its range, and no value may contradict another.</summary>
internal static class OptionChecks
{
    private const int LeastBytes = 64 * 1024;

    /// <exception cref="ArgumentException">A value is out of the option's range, or contradicts another value. The message names the options.</exception>
    internal static void Check(StepLogOptions options)
    {
        Texts(options);
        Members(options);
        Numbers(options);
        options.Withholding.Check();
        Pairs(options);
    }

    private static void Texts(StepLogOptions options)
    {
        if (options.Directory is { } directory && string.IsNullOrWhiteSpace(directory))
        {
            throw new ArgumentException("StepLogOptions.Directory is empty. Name a folder, such as \"logs\".", nameof(options));
        }

        _ = options.RunId is null ? null : WellFormedRunId.Checked(options.RunId, nameof(options.RunId));
        _ = options.ParentRunId is null ? null : WellFormedRunId.Checked(options.ParentRunId, nameof(options.ParentRunId));
        if (options.TimeProvider is null || options.Ids is null)
        {
            var missing = options.TimeProvider is null ? nameof(options.TimeProvider) : nameof(options.Ids);
            throw new ArgumentNullException(missing, $"StepLogOptions.{missing} is null. Leave it as it is for the default.");
        }
    }

    private static void Members(StepLogOptions options)
    {
        Member(options.ToolContent, nameof(options.ToolContent));
        Member(options.LlmContent, nameof(options.LlmContent));
        Member(options.ContentLimit, nameof(options.ContentLimit));
        Member(options.Durability, nameof(options.Durability));
        Member(options.OnLogFailure, nameof(options.OnLogFailure));
        Member(options.WhenNoSubject, nameof(options.WhenNoSubject));
    }

    private static void Numbers(StepLogOptions options)
    {
        Within(options.KeepSteps, 0, int.MaxValue, nameof(options.KeepSteps));
        Within(options.WithheldValueLimit, 0, 1 << 20, nameof(options.WithheldValueLimit));
        Within(options.InlineLimit, 256, 65_535, nameof(options.InlineLimit));
        Within(options.ValueLimit, 1024, 1 << 30, nameof(options.ValueLimit));
        Within(options.QueueLimit, LeastBytes, long.MaxValue, nameof(options.QueueLimit));
        Within(options.SegmentBytes, LeastBytes, long.MaxValue, nameof(options.SegmentBytes));
    }

    private static void Pairs(StepLogOptions options)
    {
        Refuse(
            options.InMemory && options.Directory is not null, options, $"Directory is \"{options.Directory}\", and the log is started in memory (InMemory)",
            "Start it with Start, or leave Directory unset");
        Refuse(
            options.ParentRunId is not null && options.Parent?.RunId is { } other && other != options.ParentRunId, options,
            $"ParentRunId is \"{options.ParentRunId}\", and Parent names the run \"{options.Parent?.RunId}\"", "Set one of them");
        Refuse(
            options.RunId is not null && options.RunId == (options.ParentRunId ?? options.Parent?.RunId), options,
            $"RunId and {(options.ParentRunId is null ? "Parent" : "ParentRunId")} are both \"{options.RunId}\", and a run is not its own parent", "Name another run, or none");
        Refuse(
            options.KeyRing is null && !string.IsNullOrWhiteSpace(options.Subject), options,
            "Subject is set and KeyRing is not, so that nothing that is withheld could be confirmed or erased for it", "Set KeyRing (KeyRing.Open), or leave Subject unset");
        Refuse(
            options.KeyRing is null && options.WhenNoSubject != WhenNoSubject.UseRun, options,
            $"WhenNoSubject is {options.WhenNoSubject} and KeyRing is not set, so that there is no subject to do without", "Set KeyRing, or leave WhenNoSubject unset");
        Refuse(
            options.QueueLimit is not null && options.Durability != Durability.Queued, options,
            $"QueueLimit is {options.QueueLimit}, and Durability is {options.Durability}, which has no queue", "Set Durability to Queued, or leave QueueLimit unset");
        Refuse(
            options.InlineLimit > options.ValueLimit, options,
            $"InlineLimit is {options.InlineLimit}, and ValueLimit, {options.ValueLimit}, is less, so that no value would ever be stored beside the log", "Make ValueLimit the larger one");
    }

    private static void Member<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"StepLogOptions.{name} is one of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }

    private static void Within(long? value, long least, long most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"StepLogOptions.{name} is {(most >= int.MaxValue ? $"{least} at least" : $"from {least} to {most}")}.");
        }
    }

    private static void Refuse(bool contradicts, StepLogOptions options, string what, string instead)
    {
        if (contradicts)
        {
            throw new ArgumentException($"The options of a step log contradict each other: {what}. {instead}.", nameof(options));
        }
    }
}
