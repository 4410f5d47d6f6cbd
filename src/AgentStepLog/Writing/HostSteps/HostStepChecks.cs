using AgentStepLog.Capture;

namespace AgentStepLog.Writing;

/// <summary>Checks that a step which a program records has what its type needs, such as a name. Without it the record could not be found or understood.</summary>
internal static class HostStepChecks
{
    /// <exception cref="ArgumentException">Something is missing, or out of range; the message names it and says what to give.</exception>
    internal static void Check(HostStep step)
    {
        switch (step)
        {
            case EventStep { Name: var name }:
                Word(name, nameof(EventStep), nameof(EventStep.Name), "say in a word what happened, such as \"retry\"");
                break;
            case PlanStep { PlanValue.Line.IsAbsent: true }: // its blob, if it has one, is not read
                throw new ArgumentException("PlanStep.Plan cannot be absent: give a text (JsonText.Of), or JsonText.Array of its steps.", nameof(step));
            case DecisionStep { Decision: var decision }:
                Word(decision, nameof(DecisionStep), nameof(DecisionStep.Decision), "say in a word what was decided on, such as \"tool\" or \"answer\"");
                break;
            case CallbackStep { Intent: var intent }:
                Word(intent, nameof(CallbackStep), nameof(CallbackStep.Intent), "say in a word what the question is to bring about, such as \"clarify\"");
                break;
            case SkillInvocationStep { Skill: var skill }:
                Word(skill, nameof(SkillInvocationStep), nameof(SkillInvocationStep.Skill), "name it as the agent knows it");
                break;
            case UserInputStep { Response: null, Prompt: null }:
                throw new ArgumentException("A UserInputStep needs what the user said, or what the user was asked: Response and Prompt are both null.", nameof(step));
            case UserOutputStep { Text: null }:
                throw new ArgumentException("UserOutputStep.Text is null: give what the user was shown.", nameof(step));
            case PermissionRequestStep permission when Texts(permission).All(string.IsNullOrWhiteSpace):
                throw new ArgumentException("A PermissionRequestStep needs what was asked for: give at least one of Tool, Action, Resource and Summary.", nameof(step));
            case MemoryOperationStep { Operation: var operation, SizeBytes: var size }:
                Word(operation, nameof(MemoryOperationStep), nameof(MemoryOperationStep.Operation), "say in a word what was done, such as \"read\" or \"write\"");
                if (size < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(step), size, "MemoryOperationStep.SizeBytes is a number of bytes, and not negative. Leave it null where it is not known.");
                }

                break;
        }
    }

    private static string?[] Texts(PermissionRequestStep step) => [step.Tool, step.Action, step.Resource, step.Summary];

    private static void Word(string? word, string type, string property, string instead) =>
        Given.Name(word!, $"{type}.{property}", instead, parameter: "step");
}
