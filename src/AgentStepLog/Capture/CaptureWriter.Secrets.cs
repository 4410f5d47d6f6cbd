using AgentStepLog.Redacting;

namespace AgentStepLog.Capture;

public sealed partial class CaptureWriter
{
    // What the run knows by now; null where what is written is for no log.
    private KnownValues? _known;
    private bool _commits;

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
                if (value is string text && !_commits)
                {
                    known.Add(kind, text);
                }
                else
                {
                    json = Aside(known, kind, value, static (w, v) => w.Any(v));
                }
            }
            catch (Exception)
            {
                json = null; // withheld all the same; there is nothing to commit to, and nothing to look for
            }
        }

        Withhold(kind, _commits ? json : null);
    }

    /// <summary>The same for an object, a list and whatever else nothing commits to: the run knows each text and number in it from now on.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="owner">What has the value.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void Withhold<TOwner>(string kind, TOwner owner, Action<CaptureWriter, TOwner> write)
    {
        if (_known is { } known)
        {
            try
            {
                Aside(known, kind, owner, write);
            }
            catch (Exception)
            {
                // Withheld all the same: a getter threw, and what it would have given is nowhere.
            }
        }

        Withhold(kind);
    }

    /// <summary>What was written since <paramref name="start"/> is withheld: the run knows it from now on.</summary>
    internal void Learn(string kind, int start)
    {
        if (_json.Length > start)
        {
            _known?.AddLeaves(kind, Slice(start));
        }
    }

    private byte[]? Aside<T>(KnownValues known, string kind, T value, Action<CaptureWriter, T> write)
    {
        var aside = _aside ??= new();
        aside.Reset();
        (aside._known, aside.Limit) = (known, Limit);
        write(aside, value);
        known.AddLeaves(kind, aside.Slice(0));
        var json = _commits && aside.Failure is null ? aside.Slice(0).ToArray() : null;
        aside.Reset();
        return json;
    }
}
