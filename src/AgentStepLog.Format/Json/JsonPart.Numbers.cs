using System.Buffers.Text;

namespace AgentStepLog.Json;

// A number that the type cannot hold is refused, as is one in a form that the type does not have: 5.0 is no whole number here.
internal readonly partial struct JsonPart
{
    public bool TryGetSByte(out sbyte value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetByte(out byte value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetInt16(out short value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetUInt16(out ushort value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetInt32(out int value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetUInt32(out uint value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetInt64(out long value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetUInt64(out ulong value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetSingle(out float value) => Utf8Parser.TryParse(Utf8, out value, out var read, Notation) && read == Token.Length;

    public bool TryGetDouble(out double value)
    {
        return Utf8Parser.TryParse(Utf8, out value, out var read, Notation) && read == Token.Length;
    }

    public bool TryGetDecimal(out decimal value)
    {
        return Utf8Parser.TryParse(Utf8, out value, out var read, Notation) && read == Token.Length;
    }

    private char Notation => Utf8.ContainsAny((byte)'e', (byte)'E') ? 'e' : default;
}
