namespace AgentStepLog.Benchmarks.Tools;

/// <summary>A tool, by its name in the table, and the arguments that a model sends.</summary>
internal sealed record BenchCall(string Title, string Tool, string Method, string Json)
{
    public static readonly IReadOnlyList<BenchCall> All =
    [
        new("a text to a text", "Text", nameof(BenchTools.Text), """{"name":"Ada Lovelace"}"""),
        new("six scalars, three of them defaults, to a number", "Scalars", nameof(BenchTools.Scalars), """{"query":"StepLog","limit":10,"exact":true}"""),
        new("an object in an object to a text", "Nested", nameof(BenchTools.Nested), """{"trip":{"from":{"city":"Paris","country":"France","latitude":48.8566,"longitude":2.3522},"to":{"city":"Rome","country":null,"latitude":41.9028,"longitude":12.4964},"day":"2026-11-21","travellers":2}}"""),
        new("a list of four records to a record", "Records", nameof(BenchTools.Records), """{"lines":[{"article":"pen","count":3,"price":1.25},{"article":"paper","count":1,"price":4.5},{"article":"ink","count":2,"price":7.99},{"article":"desk","count":1,"price":129}]}"""),
        new("asynchronous, with an enum and a token, to a text", "Forecast", nameof(BenchTools.ForecastAsync), """{"place":"Lisbon","scale":"Celsius"}"""),
    ];
}
