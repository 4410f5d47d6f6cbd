using System.Buffers;
using System.Text.Json;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>The tools that a call offered to its model: their names, and their definitions as the document that is stored beside the manifests.</summary>
internal sealed record ToolSet(string[] Names, byte[] Definitions)
{
    /// <summary>Reads the tools now, as the model gets them. A tool that cannot be read has a mark in place of its name.</summary>
    public static ToolSet Of<T>(IEnumerable<T> tools, Func<T, OfferedTool> describe)
    {
        var names = new List<string>();
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, LogJson.Compact);
        writer.WriteStartArray();
        foreach (var tool in tools)
        {
            var offered = Read(tool, describe);
            names.Add(JsonStrings.WellFormed(offered.Name ?? ""));
            Write(writer, offered);
        }

        writer.WriteEndArray();
        writer.Flush();
        return new([.. names], json.WrittenSpan.ToArray());
    }

    private static OfferedTool Read<T>(T tool, Func<T, OfferedTool> describe)
    {
        try
        {
            return tool is null ? OfferedTool.Named("null") : describe(tool);
        }
        catch (Exception e)
        {
            return OfferedTool.Named(ErrorText.Unreadable(e));
        }
    }

    private static void Write(Utf8JsonWriter writer, in OfferedTool tool)
    {
        writer.WriteStartObject();
        writer.WriteString("name", JsonStrings.WellFormed(tool.Name ?? ""));
        if (!string.IsNullOrEmpty(tool.Description))
        {
            writer.WriteString("description", JsonStrings.WellFormed(tool.Description));
        }

        Schema(writer, "parameters", tool.Parameters);
        Schema(writer, "returns", tool.Returns ?? default);
        if (tool.Kind is not null)
        {
            writer.WriteString("kind", tool.Kind);
        }

        writer.WriteEndObject();
    }

    private static void Schema(Utf8JsonWriter writer, string name, JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return;
        }

        var text = schema.GetRawText();
        writer.WritePropertyName(name);
        try
        {
            JsonText.Parse(text).WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteStringValue(JsonStrings.WellFormed(text)); // written as a string, like a user's value that JSON in a line cannot hold
        }
    }
}
