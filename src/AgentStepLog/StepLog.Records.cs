using AgentStepLog.Capture;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>Records something that is no call.</summary>
    /// <param name="name">What happened.</param>
    /// <param name="data">More about it.</param>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
    public void Event(string name, JsonText data = default)
    {
        Given.Name(name, "The name of log.Event", "say in a word what happened, such as \"retry\"");
        Record(StepKind.Event, (name, data), static (line, fields) =>
        {
            line.Label("name"u8, fields.name);
            line.Value("data"u8, fields.data);
        });
    }

    /// <summary>Records what an agent means to do.</summary>
    /// <param name="plan">The plan: a text, or a list of steps.</param>
    /// <param name="facts">What it takes for known.</param>
    /// <param name="usage">The tokens that making it took; no part of the run's totals, which have them from the model call.</param>
    /// <exception cref="ArgumentException">There is no plan.</exception>
    public void Plan(JsonText plan, JsonText facts = default, LlmUsage? usage = null)
    {
        if (plan.IsAbsent)
        {
            throw new ArgumentException("The plan of log.Plan cannot be absent: give a text, or JsonText.Array of its steps.", nameof(plan));
        }

        Record(StepKind.Plan, (plan, facts, usage), static (line, fields) =>
        {
            line.Value("facts"u8, fields.facts);
            line.Value("plan"u8, fields.plan);
            line.Number("input_tokens"u8, fields.usage?.InputTokens);
            line.Number("output_tokens"u8, fields.usage?.OutputTokens);
            line.Number("cached_tokens"u8, fields.usage?.CachedTokens);
            line.Number("reasoning_tokens"u8, fields.usage?.ReasoningTokens);
        });
    }

    /// <summary>Records what an agent settled on.</summary>
    /// <param name="kind">What kind of decision, such as <c>tool</c>, <c>subagent</c> or <c>answer</c>.</param>
    /// <param name="message">Why, or what it comes to, for people.</param>
    /// <param name="raw">What the model said. Recorded as <see cref="StepLogOptions.LlmContent"/> says: by default not at all.</param>
    /// <param name="response">The same as it was understood.</param>
    /// <param name="parameters">With what the tool, agent or skill is to be called.</param>
    /// <param name="tool">The tool that was chosen.</param>
    /// <param name="subagent">The agent that was chosen.</param>
    /// <param name="skill">The skill that was chosen.</param>
    /// <param name="callbackIntent">What a callback is to bring about.</param>
    /// <exception cref="ArgumentException">The kind is empty or white space.</exception>
    public void Decision(
        string kind,
        string? message = null,
        JsonText raw = default,
        JsonText response = default,
        JsonText parameters = default,
        string? tool = null,
        string? subagent = null,
        string? skill = null,
        string? callbackIntent = null)
    {
        Given.Name(kind, "The kind of log.Decision", "say in a word what was decided on, such as \"tool\" or \"answer\"");
        var mode = Run.Limited(Options.LlmContent);
        Record(StepKind.Decision, (kind, message, raw, mode, response, parameters, tool, subagent, skill, callbackIntent), static (line, fields) =>
        {
            line.Label("kind"u8, fields.kind);
            line.Text("message"u8, fields.message);
            line.Value("raw"u8, fields.raw, fields.mode);
            line.Value("response"u8, fields.response);
            line.Value("parameters"u8, fields.parameters);
            line.Label("tool"u8, fields.tool);
            line.Label("subagent"u8, fields.subagent);
            line.Label("skill"u8, fields.skill);
            line.Label("callback_intent"u8, fields.callbackIntent);
        });
    }

    /// <summary>Records that an agent asked back, and what it was told.</summary>
    /// <param name="intent">What it is to bring about, such as <c>clarify</c>.</param>
    /// <param name="prompt">What was asked.</param>
    /// <param name="target">Who was asked, such as <c>user</c> or an agent's name.</param>
    /// <param name="response">What came back; absent when nothing did.</param>
    /// <exception cref="ArgumentException">The intent is empty or white space.</exception>
    public void Callback(string intent, string? prompt = null, string? target = null, JsonText response = default)
    {
        Given.Name(intent, "The intent of log.Callback", "say in a word what the question is to bring about, such as \"clarify\"");
        Record(StepKind.Callback, (intent, prompt, target, response), static (line, fields) =>
        {
            line.Label("intent"u8, fields.intent);
            line.Text("prompt"u8, fields.prompt);
            line.Label("target"u8, fields.target);
            line.Value("response"u8, fields.response);
        });
    }

    /// <summary>Records that an agent took up a skill.</summary>
    /// <param name="skill">Its name.</param>
    /// <param name="parameters">With what it was invoked.</param>
    /// <param name="inventory">Paths of the files that belong to it; what stands in them is not recorded.</param>
    /// <exception cref="ArgumentException">The skill's name is empty or white space.</exception>
    public void Skill(string skill, JsonText parameters = default, IEnumerable<string>? inventory = null)
    {
        Given.Name(skill, "The skill of log.Skill", "name it as the agent knows it");
        Record(StepKind.SkillInvocation, (skill, parameters, inventory), static (line, fields) =>
        {
            line.Label("skill"u8, fields.skill);
            line.Value("parameters"u8, fields.parameters);
            line.Texts("inventory"u8, [.. fields.inventory ?? []]);
        });
    }

    /// <summary>Writes a line that is no call's. What goes wrong on the way is counted as a loss, and never the caller's concern.</summary>
    private void Record<T>(StepKind type, T fields, Action<Line, T> write)
    {
        if (IsOff)
        {
            return;
        }

        if (IsClosed)
        {
            Writer.CountLate();
            return;
        }

        try
        {
            var line = Writer.NewLine(type);
            write(line, fields);
            Writer.Append(line);
        }
        catch (Exception e)
        {
            Writer.Lose(e);
        }
    }
}
