using AgentStepLog.Capture;
using AgentStepLog.Withholding;

namespace AgentStepLog.CompilerServices;

public sealed partial class CaptureWriter
{
    // What the run knows by now; null where what is written is for no log.
    private KnownValues? _known;
    private bool _commits;

    // The kind of secret that all is which is written now; null for what is shown.
    private string? _learns;

    // Whether what is written now only may be a secret.
    private bool _guesses;

    // What a value that is withheld would have looked like.
    private CaptureWriter? _aside;

    internal void Begin(RunSecrets secrets) => (_known, _commits) = (secrets.Known, secrets.Commitments is not null);

    /// <summary>The same for a value that the run knows from now on, and that a log with a key ring commits to.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="owner">What has the value.</param>
    /// <param name="get">Reads it.</param>
    public void Withhold<TOwner, TValue>(string kind, TOwner owner, Func<TOwner, TValue> get)
    {
        byte[]? json = null;
        if (_known is { } known)
        {
            try
            {
                var value = get(owner);
                if (value is string text)
                {
                    known.Add(kind, text); // as it is, also where it looks like a mark
                }

                if (value is not string || _commits)
                {
                    json = Aside(known, kind, value, static (w, v) => w.Any(v));
                }
            }
            catch (Exception)
            {
                // Withheld all the same: the getter threw, and gave nothing to commit to or to look for.
            }
        }

        Withhold(kind, json);
    }

    /// <summary>The same for an object, a list and whatever else nothing commits to: the run knows each text and number in it from now on.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="owner">What has the value.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void Withhold<TOwner>(string kind, TOwner owner, Action<CaptureWriter, TOwner> write)
    {
        if (_known is { } known)
        {
            Aside(known, kind, owner, write);
        }

        Withhold(kind);
    }

    /// <summary>All that is written until <see cref="EndLearning"/> is withheld: the run knows each text and number in it from then on, also of what an exception cuts off again.</summary>
    internal void BeginLearning(string kind) => _learns = kind;

    /// <param name="start">Where it began.</param>
    internal void EndLearning(int start)
    {
        Learn(start);
        _learns = null;
    }

    // What was written may end within an object or a list.
    private void Learn(int start)
    {
        if (_learns is { } kind && _known is { } known && _json.Length > start)
        {
            var end = _json.Length;
            _json.Byte((byte)' '); // ends a number
            known.AddLeaves(kind, Slice(start), isWhole: false, _guesses);
            _json.Cut(end);
        }
    }

    // A key of a dictionary is a value; the name of a member stands in the manifest.
    private void LearnName(string name)
    {
        if (_learns is { } kind && _known is { } known && !KnownNames.Contains(name))
        {
            known.Add(kind, name, _guesses);
        }
    }

    private void LearnNames(ReadOnlySpan<byte> json)
    {
        if (_learns is { } kind && _known is { } known)
        {
            known.AddLeaves(kind, json, isWhole: true, _guesses, withNames: true);
        }
    }

    // A value that the line would cut is looked at further, as far as the run can know it.
    private byte[]? Aside<T>(KnownValues known, string kind, T value, Action<CaptureWriter, T> write, bool isGuess = false)
    {
        var aside = _aside ??= new();
        aside.Reset();
        (aside._known, aside.Limit) = (known, Math.Max(Limit, KnownValues.MaxBytes));
        aside._guesses = isGuess;
        aside.BeginLearning(kind);
        try
        {
            write(aside, value);
        }
        catch (Exception e)
        {
            aside.Fail(e); // withheld all the same; what was read before it threw is known
        }

        aside.EndLearning(0);
        var json = _commits && aside.Failure is null ? aside.Slice(0).ToArray() : null;
        aside.Reset();
        return json;
    }
}
