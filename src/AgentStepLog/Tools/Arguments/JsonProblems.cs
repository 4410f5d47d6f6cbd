using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.Tools;

/// <summary>Everything that is wrong with a JSON text, in the order in which it was found.</summary>
internal sealed class JsonProblems(bool strictNames)
{
    // A text for a model: enough to correct itself from, and no way to fill its window.
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

    /// <summary>For how many objects there is room. A thread keeps it from call to call.</summary>
    public int Room => _objects.Capacity;

    public bool StrictNames => strictNames;

    /// <summary>Whether values of a wrong type are taken for what was meant.</summary>
    public bool IsLenient => Options.Lenient;

    public ToolTableOptions Options { get; private set; } = ToolTableOptions.Default;

    /// <summary>What is left of the time for regular expressions.</summary>
    public PatternBudget Patterns { get; } = new(JsonPatterns.Patience);

    /// <summary>Whether a name may stand twice in what was read: nobody looked yet.</summary>
    public bool InDoubt { get; set; }

    /// <summary>Whether the next problem will be told; else it only counts, and nobody need describe it.</summary>
    public bool Tells => Count < MaxTold;

    /// <summary>The first value of a wrong type since somebody set it to null.</summary>
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
    /// <param name="expected">What would have done, in words.</param>
    /// <param name="came">The value.</param>
    /// <param name="size">Its size, where that is what is wrong.</param>
    /// <param name="isOfType">Whether its type is right, so that nobody need look whether it means something else.</param>
    public void Unexpected(JsonPath path, string expected, JsonPart came, string? size = null, bool isOfType = false)
    {
        // One that is already found wrong is not told twice.
        if (_last is not null && path.IsSame(_last))
        {
            return;
        }

        _last = path;
        Mismatch ??= isOfType ? null : path;
        var isMissing = came.ValueKind == JsonValueKind.Undefined;
        Add(path, Tells ? $"expected {expected}, got {Describe(came, IsHidden(path), size)}" : "", isMissing ? expected : null);
    }

    /// <summary>What was found since is said of a value's name, and not of the value.</summary>
    public void OfName(Mark mark, JsonPath path)
    {
        var found = Rollback(mark);
        Add(path, found.Told is [var first, ..] ? first.What.Replace("expected ", "expected a name that is ", StringComparison.Ordinal) : "");
    }

    /// <summary>A user's own type refused the value. Its words are for the model.</summary>
    /// <param name="path">The value's place.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="type">The type that refused it: named where its words are none for a model.</param>
    public void Refused(JsonPath path, Exception exception, Type type)
    {
        var telling = ModelText.Telling(exception);
        var message = Writing.ErrorText.Message(telling);
        if (telling is ArgumentException { ParamName: { Length: > 0 } parameter })
        {
            message = message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal); // says nothing to a model
        }

        Add(path, IsHidden(path) || IsMistake(exception) || IsMistake(telling) || ModelText.IsBlank(message)
            ? $"not accepted: expected a value that {(System.Nullable.GetUnderlyingType(type) ?? type).Name} can be made from"
            : $"not accepted: {ShownText.Of(message, MaxMessage)}");
    }

    /// <summary>An unknown name that was probably meant for this one: if that one is missing, the two are one problem.</summary>
    /// <returns>What was expected there; null if it is not missing.</returns>
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

    /// <summary>An object whose members are to be read. In arguments its other members are problems: <see cref="CheckNames"/>.</summary>
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

    /// <summary>Forgets what was found since.</summary>
    /// <returns>That, for <see cref="Restore"/>.</returns>
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

    /// <summary>Adds what was found before, behind what was found since.</summary>
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

    /// <summary>The pointers of what was taken for what was meant.</summary>
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

    // The runtime's words for a mistake in the code tell a model nothing that it could mend.
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

    /// <summary>How much was found at one moment.</summary>
    internal readonly record struct Mark(int Count, int Told, int Objects, int Coerced);

    /// <summary>What was found since a moment.</summary>
    internal readonly record struct Found(int Count, List<JsonProblem> Told);
}
