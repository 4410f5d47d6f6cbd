using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.Tools;

/// <summary>All problems of a JSON text, in the order in which they were found.</summary>
internal sealed class JsonProblems(bool strictNames)
{
    // The limits of the text for a model: enough for it to correct itself, and too short to fill its context window.
    private const int MaxTold = 50;
    private const int MaxCoerced = 100;
    private const int MaxMessage = 400;
    private const int KeptReaders = 64;

    private static readonly List<JsonProblem> s_none = [];

    private readonly List<JsonProblem> _told = [];
    private readonly List<JsonObjectReader> _objects = [];
    private JsonPath? _last;
    private readonly List<JsonPath> _coerced = [];
    private SensitiveNames? _sensitive;
    private int _objectCount;

    public bool Any => Count > 0;

    public int Count { get; private set; }

    /// <summary>The room for object readers. A thread keeps it from call to call.</summary>
    public int Room => _objects.Capacity;

    public bool StrictNames => strictNames;

    /// <summary>Whether values of a wrong type are read as the intended value.</summary>
    public bool IsLenient => Options.Lenient;

    public ToolTableOptions Options { get; private set; } = ToolTableOptions.Default;

    /// <summary>The time that is left for regular expressions.</summary>
    public PatternBudget Patterns { get; } = new(JsonPatterns.Patience);

    /// <summary>Whether the text may have repeated names, because no search for them has been made yet.</summary>
    public bool InDoubt { get; set; }

    /// <summary>Whether the next problem will be described. Beyond the limit it is only counted.</summary>
    public bool Tells => Count < MaxTold;

    /// <summary>The place of the first value with a wrong type since this property was last set to null.</summary>
    public JsonPath? Mismatch { get; set; }

    public void Begin(ToolTableOptions options, SensitiveNames? sensitive) => (Options, _sensitive) = (options, sensitive);

    public void Clear()
    {
        Rollback(default);
        _coerced.Clear();
        Patterns.Reset();
        if (Room > KeptReaders)
        {
            _objects.RemoveRange(KeptReaders, _objects.Count - KeptReaders);
            _objects.Capacity = KeptReaders;
        }

        (Options, _sensitive, Mismatch, InDoubt) = (ToolTableOptions.Default, null, null, false);
    }

    public void Add(JsonPath path, string what, string? missing = null)
    {
        if (Tells)
        {
            _told.Add(new(path, what, missing));
        }

        Count++;
    }

    /// <param name="path">The value's place.</param>
    /// <param name="expected">The expected value, in words.</param>
    /// <param name="came">The value.</param>
    /// <param name="size">The value's size, if the size is the problem.</param>
    /// <param name="isOfType">Whether the value has the right type, so that coercion is not tried.</param>
    public void Unexpected(JsonPath path, string expected, JsonPart came, string? size = null, bool isOfType = false)
    {
        // A value is reported only once.
        if (_last is not null && path.IsSame(_last))
        {
            return;
        }

        _last = path;
        Mismatch ??= isOfType ? null : path;
        var isMissing = came.ValueKind == JsonValueKind.Undefined;
        Add(path, Tells ? $"expected {expected}, got {Describe(came, IsHidden(path), size)}" : "", isMissing ? expected : null);
    }

    /// <summary>Turns the problems since a mark into one problem of a value's name.</summary>
    public void OfName(Mark mark, JsonPath path)
    {
        var found = Rollback(mark);
        Add(path, found.Told is [var first, ..] ? first.What.Replace("expected ", "expected a name that is ", StringComparison.Ordinal) : "");
    }

    /// <summary>Records that a type of the user's rejected the value. Its message is for the model.</summary>
    /// <param name="path">The value's place.</param>
    /// <param name="exception">The exception that was thrown.</param>
    /// <param name="type">The type that rejected the value. It is named if the exception's message does not help a model.</param>
    public void Refused(JsonPath path, Exception exception, Type type)
    {
        var telling = ModelText.Telling(exception);
        var message = Writing.ErrorText.Message(telling);
        if (telling is ArgumentException { ParamName: { Length: > 0 } parameter })
        {
            message = message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal); // means nothing to a model
        }

        Add(path, IsHidden(path) || IsMistake(exception) || IsMistake(telling) || ModelText.IsBlank(message)
            ? $"not accepted: expected a value that {(System.Nullable.GetUnderlyingType(type) ?? type).Name} can be made from"
            : $"not accepted: {ShownText.Of(message, MaxMessage)}");
    }

    /// <summary>Called for an unknown name that was probably meant for a known one. If the known one is missing, both are reported as one problem.</summary>
    /// <returns>The expected value; null if the known name is not missing.</returns>
    public string? TakeMissing(JsonPath parent, string name)
    {
        var found = _told.FindIndex(p => p.Missing is not null && p.Path.Is(parent, name, 0));
        if (found < 0)
        {
            return null;
        }

        var expected = _told[found].Missing;
        _told.RemoveAt(found);
        Count--;
        return expected;
    }

    /// <summary>Makes a reader for an object. In arguments, its unknown members are problems (<see cref="CheckNames"/>).</summary>
    public JsonObjectReader Object(JsonPart element, JsonPath path)
    {
        if (!strictNames || _objectCount == _objects.Count)
        {
            var added = new JsonObjectReader(this);
            if (strictNames)
            {
                _objects.Add(added);
                _objectCount++;
            }

            added.Begin(element, path);
            return added;
        }

        var reader = _objects[_objectCount++];
        reader.Begin(element, path);
        return reader;
    }

    public void CheckNames()
    {
        for (var i = 0; i < _objectCount; i++)
        {
            _objects[i].CheckNames();
        }
    }

    public Mark Now() => new(Count, _told.Count, _objectCount, _coerced.Count);

    /// <summary>Removes the problems that were found since a mark.</summary>
    /// <returns>The removed problems, for <see cref="Restore"/>.</returns>
    public Found Rollback(Mark mark)
    {
        var found = new Found(Count, _told.Count > mark.Told ? _told[mark.Told..] : s_none);
        _told.RemoveRange(mark.Told, _told.Count - mark.Told);
        for (var i = mark.Objects; i < _objectCount; i++)
        {
            _objects[i].End();
        }

        _coerced.RemoveRange(mark.Coerced, _coerced.Count - mark.Coerced);
        (Count, _objectCount, _last) = (mark.Count, mark.Objects, null);
        return found;
    }

    public void Restore(Found found)
    {
        _told.AddRange(found.Told);
        Count = found.Count;
        _last = found.Told is [.., var last] ? last.Path : null;
    }

    /// <summary>Adds removed problems again, after those found meanwhile.</summary>
    public void Append(Found found)
    {
        _told.AddRange(found.Told.Take(MaxTold - _told.Count));
        Count += found.Count;
    }

    public void AddCoerced(JsonPath path)
    {
        if (_coerced.Count < MaxCoerced)
        {
            _coerced.Add(path);
        }
    }

    /// <summary>The JSON pointers of the values that were read as the intended value.</summary>
    public string[] Coerced() => _coerced.Count == 0 ? [] : [.. _coerced.Select(path => path.Pointer())];

    /// <summary>One problem per line, each led by a dash.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (path, what, _) in _told)
        {
            text.Append("\n- ");
            if (!path.IsRoot)
            {
                text.Append(ShownText.Of(path.ToString())).Append(": ");
            }

            text.Append(what);
        }

        if (Count > _told.Count)
        {
            text.Append("\n- and ").Append(Count - _told.Count).Append(" more");
        }

        return text.ToString();
    }

    // A runtime error caused by the code's own mistake does not help a model to correct its arguments.
    private static bool IsMistake(Exception exception) => exception is NullReferenceException or IndexOutOfRangeException or InvalidCastException or TypeInitializationException
        || (exception is KeyNotFoundException && exception.Message.StartsWith("The given key ", StringComparison.Ordinal));

    private bool IsHidden(JsonPath path) => _sensitive?.Hides(path) ?? false;

    private static string Describe(JsonPart came, bool hidden, string? size) => came.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing: it is required",
        JsonValueKind.Null => "null",
        JsonValueKind.Object => size is null ? "an object" : "an object of " + size,
        JsonValueKind.Array => size is null ? "an array" : "an array of " + size,
        JsonValueKind.String => hidden ? "a string that is not shown" : $"the string \"{ShownText.Of(came.GetString()!)}\"{(size is null ? "" : " of " + size)}",
        JsonValueKind.Number => hidden ? "a number that is not shown" : $"the number {ShownText.Of(came.GetRawText())}",
        _ => hidden ? "a boolean that is not shown" : $"the boolean {came.GetRawText()}",
    };

    /// <summary>The number of problems at one moment.</summary>
    internal readonly record struct Mark(int Count, int Told, int Objects, int Coerced);

    /// <summary>The problems that were found since a moment.</summary>
    internal readonly record struct Found(int Count, List<JsonProblem> Told);
}
