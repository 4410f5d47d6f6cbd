using System.Security.Cryptography;
using AgentStepLog.Json;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

internal sealed partial class Line
{
    /// <summary>
    /// The hash of a document that other lines, of other runs too, name as well; it is stored first, without secrets that are known by their shape. Absent when there is none, it is larger than a value may be,
    /// or it could not be stored.
    /// </summary>
    /// <param name="name">The field.</param>
    /// <param name="json">The document: an array.</param>
    internal void Shared(ReadOnlySpan<byte> name, byte[] json)
    {
        if (json.Length == 0 || json.Length > _valueLimit)
        {
            return; // tools of a server are its words: their names stand in the line, up to the same limit
        }

        var document = _secrets.Tokens.Find(json) is { } matches ? Without(matches, json) : json;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        if (!_blobs.StoreShared(document, hash))
        {
            HasLostValue = true;
            return;
        }

        Name(name);
        var start = _json.Length;
        _json.Raw("\"sha256:"u8);
        _json.Hex(hash);
        _json.Byte((byte)'"');
        _values.Add(new(start, _json.Length - start, LineValue.NoParent, LineValueForm.Label));
    }

    private byte[] Without(List<TokenMatch> matches, byte[] json)
    {
        var walk = new RedactionWalk(matches, [], new(_secrets), commitments: null, pointers: false);
        walk.Through(json);
        var document = new JsonBuffer(json.Length);
        walk.Edits.Write(json, document);
        return document.Written.ToArray();
    }
}
