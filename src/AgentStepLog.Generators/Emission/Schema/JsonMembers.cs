using System.Text;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Emission.Schema;

/// <summary>The members of a JSON object, in the order in which they are added.</summary>
internal sealed class JsonMembers
{
    private readonly StringBuilder _json = new("{");

    public int Count { get; private set; }

    /// <param name="json">The value, JSON already.</param>
    public void Add(string name, string json)
    {
        if (Count++ > 0)
        {
            _json.Append(',');
        }

        _json.Append(JsonStrings.Quote(name)).Append(':').Append(json);
    }

    public override string ToString() => _json + "}";
}
