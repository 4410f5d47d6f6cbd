using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A request to be allowed something, and its answer.</summary>
public sealed record PermissionRequestStep : HostStep
{
    /// <summary>A record to write; set its properties.</summary>
    public PermissionRequestStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal PermissionRequestStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.PermissionRequest;

    /// <summary>The tool that asks; null when it is none.</summary>
    public string? Tool { get; init; }

    /// <summary>What it wants to do, such as <c>write</c>; null when unknown.</summary>
    public string? Action { get; init; }

    /// <summary>To what, such as a path or an address; null when unknown.</summary>
    public string? Resource { get; init; }

    /// <summary>The same for people; null when nothing was said.</summary>
    public string? Summary { get; init; }

    /// <summary>The answer; null when there was none.</summary>
    public bool? Allowed { get; init; }

    /// <summary>Whether the answer holds for the whole session; null when unknown.</summary>
    public bool? RememberForSession { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
    internal static RecordType Record { get; } = new(typeof(PermissionRequestStep), StepKind.PermissionRequest, "permission_request", Read)
    {
        OwnFields =
        [
            "tool", "action", "resource", "summary", "allowed", "remember_for_session",
        ],
        CountsAsStep = true,
    };

    private static PermissionRequestStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Tool = fields.Text("tool"u8),
        Action = fields.Text("action"u8),
        Resource = fields.Text("resource"u8),
        Summary = fields.Text("summary"u8),
        Allowed = fields.Answer("allowed"u8),
        RememberForSession = fields.Answer("remember_for_session"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Tool), Tool);
        Print(builder, nameof(Action), Action);
        Print(builder, nameof(Resource), Resource);
        Print(builder, nameof(Allowed), Allowed);
        return true;
    }
}
