using System.Text.Json.Serialization;
using RepoAgents.Agents;
using RepoAgents.Tools.Results;

namespace RepoAgents.Planning.Deterministic;

/// <summary>Reads tool results back from the JSON that the tool table hands to a planner.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SearchReport))]
[JsonSerializable(typeof(FileList))]
[JsonSerializable(typeof(FileText))]
[JsonSerializable(typeof(LineCounts))]
[JsonSerializable(typeof(FileComparison))]
[JsonSerializable(typeof(Commit))]
[JsonSerializable(typeof(IReadOnlyList<Commit>), TypeInfoPropertyName = "Commits")]
internal sealed partial class ResultJson : JsonSerializerContext;
