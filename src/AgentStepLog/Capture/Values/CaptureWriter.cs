using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// Writes captured values as JSON directly into the step's buffer. Generated code calls it. A value that cannot be written is replaced by a mark, and the values around
/// it are kept.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class CaptureWriter
{
    /// <summary>
    /// The most objects and lists within each other; a deeper value becomes <c>"[depth]"</c>. Together with the line and the input around them, they stay within the 64
    /// levels that JSON readers commonly allow.
    /// </summary>
    internal const int MaxDepth = 60;

    private const string Depth = "[depth]";

    private readonly JsonBuffer _json = new();

    // The objects that contain the current value; null for value types.
    private readonly object?[] _path = new object?[MaxDepth];
    private int _depth;
    private bool _comma;

    internal CaptureWriter()
    {
    }

    /// <summary>Writes the name of the next member. A leading <c>$</c> is doubled.</summary>
    /// <param name="name">The user's name.</param>
    public void Property(string name)
    {
        if (_depth == 0)
        {
            EndMember();
        }

        Separate();
        _json.Key(name);
        _comma = false;
        if (_depth == 0)
        {
            _memberStart = _valueStart = _json.Length;
        }
    }

    /// <summary>Begins the object of a value type.</summary>
    /// <returns>False if it is nested too deeply. Then <c>"[depth]"</c> is written in its place.</returns>
    public bool BeginObject() => Descend(null, (byte)'{');

    /// <summary>Begins the object of a reference type.</summary>
    /// <param name="identity">The object.</param>
    /// <returns>False if the object is null, a cycle or nested too deeply. Then null, <c>"[cycle]"</c> or <c>"[depth]"</c> is written in its place.</returns>
    public bool BeginObject([NotNullWhen(true)] object? identity)
    {
        if (identity is null)
        {
            Null();
            return false;
        }

        return Descend(identity, (byte)'{');
    }

    /// <summary>Ends the innermost open object.</summary>
    public void EndObject() => Ascend((byte)'}');

    /// <summary>Reads a property whose getter may throw.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="value">The property's value.</param>
    /// <returns>False if the getter threw. Then <c>"[unreadable:Namespace.ExceptionType]"</c> is written in its place.</returns>
    public bool Get<TOwner, TValue>(TOwner owner, Func<TOwner, TValue> get, [MaybeNullWhen(false)] out TValue value)
    {
        try
        {
            value = get(owner);
            return true;
        }
        catch (Exception e)
        {
            _failure ??= e;
            Mark(ErrorText.Unreadable(e));
            value = default;
            return false;
        }
    }

    /// <summary>Reads a property that may be left out. If the getter throws, the member's name and a mark are written here.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="owner">The object.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="value">The property's value.</param>
    /// <returns>False if the getter threw.</returns>
    public bool Get<TOwner, TValue>(string name, TOwner owner, Func<TOwner, TValue> get, [MaybeNullWhen(false)] out TValue value)
    {
        try
        {
            value = get(owner);
            return true;
        }
        catch (Exception e)
        {
            _failure ??= e;
            Property(name);
            Mark(ErrorText.Unreadable(e));
            value = default;
            return false;
        }
    }

    private bool Descend(object? identity, byte open)
    {
        if (_depth == MaxDepth)
        {
            Mark(Depth);
            return false;
        }

        if (identity is not null && IsInside(identity))
        {
            Mark("[cycle]");
            return false;
        }

        if (IsFull)
        {
            Mark(TooLarge.Mark);
            return false;
        }

        Separate();
        _json.Byte(open);
        _path[_depth++] = identity;
        _comma = false;
        return true;
    }

    private void Ascend(byte close)
    {
        _path[--_depth] = null;
        _json.Byte(close);
        _comma = true;
    }

    private bool IsInside(object identity)
    {
        for (var i = 0; i < _depth; i++)
        {
            if (ReferenceEquals(_path[i], identity))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the comma before every item but the first.</summary>
    private void Separate()
    {
        if (_comma)
        {
            _json.Byte((byte)',');
        }

        _comma = true;
    }
}
