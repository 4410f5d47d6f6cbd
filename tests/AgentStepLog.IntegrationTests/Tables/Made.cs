using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AgentStepLog.IntegrationTests.Tables;

public class MadeBase
{
    [JsonInclude] public int Inherited { get; private set; } = 1;

    public virtual int Virtual { get; init; } = 2;
}

public sealed class Made : MadeBase
{
    public Made() => Count++;

    [field: ThreadStatic] public static int Count { get; set; }

    public int Init { get; init; } = 3;

    public required string Required { get; init; }

    public int @class { get; init; } = 4;

    public int Set { get; set; } = 5;

    public override int Virtual { get; init; } = 6;

    [JsonInclude] public List<int> Private { get; private set; } = [7];

    [JsonExtensionData] public JsonObject? Rest { get; init; }
}

public struct MadeStruct(int first)
{
    public int First { get; } = first;

    public int Init { get; init; } = 2;

    [JsonInclude] public string? Private { get; private set; } = "p";
}

public sealed class MadeOf<T>
{
    public MadeOf() => Made.Count++;

    public T? Init { get; init; }

    public int Set { get; set; } = 5;

    [JsonExtensionData] public Dictionary<string, int>? Rest { get; init; }
}

public static class Maker
{
    [AgentTool]
    public static Made Make(Made made) => made;

    [AgentTool]
    public static MadeStruct MakeStruct(MadeStruct made) => made;

    [AgentTool]
    public static MadeOf<int> MakeOf(MadeOf<int> made) => made;
}
