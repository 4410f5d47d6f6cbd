using AgentStepLog.Capture;
using AgentStepLog.Withholding;

namespace AgentStepLog.CompilerServices;

public sealed partial class CaptureWriter
{
    // The values that the run knows; null if the writer does not write for a log.
    private KnownValues? _known;
    private bool _commits;

    // The kind of secret that everything written now belongs to; null if it is not secret.
    private string? _learns;

    // Whether the values written now only stand where a secret may stand.
    private bool _guesses;

    // Writes withheld values apart from the line, so that the run can remember them.
    private CaptureWriter? _aside;

    internal void Begin(RunSecrets secrets) => (_known, _commits) = (secrets.Known, secrets.Commitments is not null);

    /// <summary>Withholds a value. The run remembers it, and a log with a key ring commits to it.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="owner">The object that has the value.</param>
    /// <param name="get">Reads the value.</param>
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
                    known.Add(kind, text); // unchanged, even if it looks like a mark
                }

                if (value is not string || _commits)
                {
                    json = Aside(known, kind, value, static (w, v) => w.Any(v));
                }
            }
            catch (Exception)
            {
                // The getter threw. The value is withheld anyway, but there is nothing to commit to or to remember.
            }
        }

        Withhold(kind, json);
    }

    /// <summary>Withholds an object, a list or another value without a commitment. The run remembers each text and number in it.</summary>
    /// <param name="kind">The object that has the value.</param>
    /// <param name="owner">The object that has the value.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void Withhold<TOwner>(string kind, TOwner owner, Action<CaptureWriter, TOwner> write)
    {
        if (_known is { } known)
        {
            Aside(known, kind, owner, write);
        }

        Withhold(kind);
    }

    /// <summary>
    /// Begins a value that is withheld as a whole. At <see cref="EndLearning"/>, the run remembers each text and number written since, even if an exception removes it
    /// from the line.
    /// </summary>
    internal void BeginLearning(string kind) => _learns = kind;

    /// <param name="start">The offset where the value began.</param>
    internal void EndLearning(int start)
    {
        Learn(start);
        _learns = null;
    }

    // The written JSON may end within an object or a list.
    private void Learn(int start)
    {
        if (_learns is { } kind && _known is { } known && _json.Length > start)
        {
            var end = _json.Length;
            _json.Byte((byte)' '); // ends a number, so that the reader accepts it
            known.AddLeaves(kind, Slice(start), isWhole: false, _guesses);
            _json.Cut(end);
        }
    }

    // A dictionary's key is a value of the user's. A member's name is in the manifest, and no secret.
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

    // Writes a withheld value aside. It is written beyond the line's limit, as far as the run can remember it.
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
            aside.Fail(e); // withheld anyway; the run remembers the part that was read before the exception
        }

        aside.EndLearning(0);
        var json = _commits && aside.Failure is null ? aside.Slice(0).ToArray() : null;
        aside.Reset();
        return json;
    }
}
