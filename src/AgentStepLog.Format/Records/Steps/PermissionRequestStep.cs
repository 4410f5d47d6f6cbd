using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A request for a permission, and the answer.</summary>
public sealed record PermissionRequestStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public PermissionRequestStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal PermissionRequestStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.PermissionRequest;

    /// <summary>The tool that asks; null when no tool asks.</summary>
    public string? Tool { get; init; }

    /// <summary>The action for which permission is asked, such as <c>write</c>; null when unknown.</summary>
    public string? Action { get; init; }

    /// <summary>The target of the action, such as a path or an address; null when unknown.</summary>
    public string? Resource { get; init; }

    /// <summary>The request in words for people; null when there are none.</summary>
    public string? Summary { get; init; }

    /// <summary>The answer; null when there was none.</summary>
    public bool? Allowed { get; init; }

    /// <summary>Whether the answer is valid for the whole session; null when unknown.</summary>
    public bool? RememberForSession { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
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
