using AgentStepLog.Hashing;
using AgentStepLog.Json;
using AgentStepLog.Reading;

namespace AgentStepLog.Writing;

/// <summary>Writes a head: one line of JSON that ends with a checksum, as a log's lines do.</summary>
internal static class HeadText
{
    internal static void Begin(JsonBuffer json, string runId, long lines, IReadOnlyList<(int Number, long Length)> files, HeadPosition position)
    {
        json.Raw("{\"v\":1,\"run_id\":"u8);
        json.String(runId);
        json.Raw(",\"segment\":"u8);
        json.Number(files[^1].Number);
        json.Raw(",\"lines\":"u8);
        json.Number(lines);
        json.Raw(",\"bytes\":"u8);
        json.Number(files[^1].Length);
        json.Raw(",\"leaf\":"u8);
        Base64(json, position.Leaf);
        json.Raw(",\"mono_ms\":"u8);
        json.Fixed(position.Elapsed, 3);
        json.Raw(",\"files\":"u8);
        for (var i = 0; i < files.Count; i++)
        {
            json.Raw(i == 0 ? "[["u8 : ",["u8);
            json.Number(files[i].Number);
            json.Byte((byte)',');
            json.Number(files[i].Length);
            json.Byte((byte)']');
        }

        json.Byte((byte)']');
    }

    internal static void WriteIntents(JsonBuffer json, IEnumerable<KeyValuePair<ulong, OpenCall>> open)
    {
        json.Raw(",\"intents\":["u8);
        var isFirst = true;
        foreach (var (span, place) in open)
        {
            json.Raw(isFirst ? "["u8 : ",["u8);
            json.Quoted(span, "x16");
            json.Byte((byte)',');
            json.Number(place.Step);
            json.Byte((byte)',');
            json.Number(place.Segment);
            json.Byte((byte)',');
            json.Number(place.Offset);
            json.Byte((byte)']');
            isFirst = false;
        }

        json.Byte((byte)']');
    }

    /// <summary>Writes the last part of a head.</summary>
    internal static void WriteTree(JsonBuffer json, CompactRange tree)
    {
        json.Raw(",\"root\":"u8);
        Base64(json, tree.Root());
        json.Raw(",\"frontier\":["u8);
        for (var i = 0; i < tree.Subtrees.Length; i++)
        {
            if (i > 0)
            {
                json.Byte((byte)',');
            }

            Base64(json, tree.Subtrees[i]);
        }

        json.Byte((byte)']');
        var crc = Crc32C.Compute(json.Written);
        json.Raw(",\"crc\":"u8);
        json.Quoted(crc, "x8");
        json.Raw("}\n"u8);
    }

    private static void Base64(JsonBuffer json, Leaf leaf)
    {
        ReadOnlySpan<byte> bytes = leaf;
        json.Byte((byte)'"');
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, json.Room(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        json.Advance(written);
        json.Byte((byte)'"');
    }
}
