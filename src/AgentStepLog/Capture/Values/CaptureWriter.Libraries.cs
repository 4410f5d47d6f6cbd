using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

public sealed partial class CaptureWriter
{
    // One buffer for each value of a library that is nested within another.
    private readonly Stack<HeldValues> _spare = new();

    // The library of the value that is being written. Within it, members declared as object are written by the library if nothing in them is withheld.
    private JsonLibrary? _within;

    /// <summary>Writes a value of a library in the library's own JSON, without white space. Null is written as null.</summary>
    /// <param name="value">The value, by its declared type.</param>
    /// <param name="library">The library.</param>
    public void Library<T>(T value, JsonLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (value is null)
        {
            Null();
        }
        else
        {
            Library(value, typeof(T), library);
        }
    }

    /// <summary>Does the same as <see cref="Any(object, KnownWriters)"/> in a project with a library, whose types are written in the library's own JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="library">The library, with the writers of the calling project.</param>
    public void Any(object? value, JsonLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var outer = (_library, _writers);
        (_library, _writers) = (library, library.Writers);
        try
        {
            Any(value);
        }
        finally
        {
            (_library, _writers) = outer;
        }
    }

    /// <summary>Writes a value within a value of a library, by the log's own rules.</summary>
    internal void Part(object value, JsonLibrary library)
    {
        _within = library;
        Any(value, library);
    }

    private bool IsFreeWithin(Type type) => _within is { } library && library.MayWrite(type);

    // A type that derives from a type of the library, and that the library does not know, is recorded as the base type.
    private bool OfLibrary(object value, Type type)
    {
        if (_library is not { } library)
        {
            return false;
        }

        var known = IsFreeWithin(type) ? type : library.TypeOf(value);
        if (known is null)
        {
            return false;
        }

        Library(value, library.Declared(known), library);
        return true;
    }

    private void Library(object value, Type type, JsonLibrary library)
    {
        var identity = type.IsValueType ? null : value;
        if (_depth == MaxDepth)
        {
            Mark(CaptureNesting.Mark);
        }
        else if (identity is not null && IsInside(identity))
        {
            Mark("[cycle]");
        }
        else if (IsFull)
        {
            Mark(TooLarge.Mark);
        }
        else if (library.Contract(type) is not { } contract)
        {
            Opaque(TypeWords.Of(value.GetType()));
        }
        else
        {
            var json = _spare.TryPop(out var spare) ? spare : new();
            var outer = (_within, _library, _writers);
            (_within, _library, _writers) = (library, library, library.Writers);
            try
            {
                TakeOver(json, json.Write(value, contract, Left), identity);
            }
            finally
            {
                (_within, _library, _writers) = outer;
                json.Clear();
                _spare.Push(json);
            }
        }
    }

    private void TakeOver(HeldValues json, Exception? failure, object? identity)
    {
        if (failure is not null)
        {
            Fail(json.IsTooLarge || json.IsTooDeep ? null : failure);
            Mark(json.IsTooLarge ? TooLarge.Mark : json.IsTooDeep ? CaptureNesting.Mark : ErrorText.Unreadable(failure));
            return;
        }

        var (place, comma) = (new Place(_json.Length, _depth), _comma);
        try
        {
            if (!TryCopy(json, identity))
            {
                Return(place);
                _comma = comma;
                CopyAnew(json, identity);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A converter of the user's wrote invalid JSON.
            Return(place);
            _comma = comma;
            Fail(e);
            Mark(ErrorText.Unreadable(e));
        }
    }
}
