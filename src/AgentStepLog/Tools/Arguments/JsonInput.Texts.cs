using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Records;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

public readonly partial struct JsonInput
{
    private static readonly System.Buffers.SearchValues<char> s_version = System.Buffers.SearchValues.Create("0123456789.");

    /// <summary>Reads a string.</summary>
    public string String() => IsString ? _element.GetString()! : Unexpected("a string", "");

    /// <summary>Reads a string or null.</summary>
    public string? NullableString() => IsNull ? null : IsString ? _element.GetString() : Unexpected("a string or null", "");

    /// <summary>Reads a boolean.</summary>
    public bool Boolean() => _element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Unexpected("true or false", false),
    };

    /// <summary>Reads a string of one character (one UTF-16 code unit).</summary>
    public char Char() => IsString && _element.GetString() is [var c] ? c : Unexpected("a string of one character", '\0');

    /// <summary>Reads a UUID.</summary>
    public Guid Guid() => IsString && _element.TryGetGuid(out var value)
        ? value
        : Unexpected("a UUID such as 6f9619ff-8b86-d011-b42d-00c04fc964ff", System.Guid.Empty);

    /// <summary>Reads a URI. An argument must be an absolute one, as its schema says. A recorded value may be relative.</summary>
    public Uri Uri() => IsString && (!_problems.StrictNames || JsonFormats.IsMatch("uri", _element.GetString()!)) && System.Uri.TryCreate(_element.GetString(), UriKind.RelativeOrAbsolute, out var value)
        ? value
        : Unexpected("a URI such as https://example.com/path", new Uri("", UriKind.Relative));

    /// <summary>Reads a version number.</summary>
    public Version Version() => IsString && !_element.GetString().AsSpan().ContainsAnyExcept(s_version) && System.Version.TryParse(_element.GetString(), out var value)
        ? value
        : Unexpected("a version such as 1.2.3", new Version());

    /// <summary>Reads bytes in base64.</summary>
    public byte[] Bytes() => IsString && _element.TryGetBytesFromBase64(out var value) ? value : Unexpected<byte[]>("bytes in base64", []);

    /// <summary>Reads bytes in base64 as an immutable list that compares by value, for the properties of typed steps.</summary>
    public IReadOnlyList<byte> ReadOnlyBytes() => EquatableList<byte>.Of(Bytes());
}
