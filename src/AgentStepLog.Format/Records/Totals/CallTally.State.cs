using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

internal sealed partial class CallTally
{
    public void WriteState(JsonBuffer json)
    {
        json.Byte((byte)'[');
        json.Number(_calls);
        json.Byte((byte)',');
        json.Number(_errors);
        json.Byte((byte)',');
        json.Number(_totalMicroseconds);
        json.Byte((byte)',');
        _durations.WriteState(json);
        json.Byte((byte)']');
    }

    /// <exception cref="Exception">The state has another shape.</exception>
    public void ReadState(JsonElement state)
    {
        (_calls, _errors, _totalMicroseconds) = (state[0].GetInt64(), state[1].GetInt64(), state[2].GetInt64());
        _durations.ReadState(state[3]);
    }
}
