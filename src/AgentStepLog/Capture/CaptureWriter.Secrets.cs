using AgentStepLog.Redacting;

namespace AgentStepLog.Capture;

public sealed partial class CaptureWriter
{
    // What the sensitive arguments of the call are, and those of their members that are.
    private readonly List<SecretValue> _secrets = [];

    // Between the beginning and the end of the input: a result may have as many as there are items in a stream.
    private bool _keepsSecrets;

    internal bool HasSecrets => _secrets.Count > 0;

    internal SecretValue[] Secrets => _secrets.Count == 0 ? [] : [.. _secrets];

    /// <summary>The same for a value that is looked for in the call's error and notes, and that a log with a key ring commits to.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="owner">What has the value.</param>
    /// <param name="get">Reads it.</param>
    public void Withhold<TOwner, TValue>(string kind, TOwner owner, Func<TOwner, TValue> get)
    {
        byte[]? json = null;
        if (Commits || _keepsSecrets)
        {
            try
            {
                var value = get(owner);
                if (_keepsSecrets && value is not (null or bool))
                {
                    _secrets.Add(new(kind, value));
                }

                json = Commits ? JsonOf(value) : null;
            }
            catch (Exception)
            {
                json = null; // withheld all the same; there is nothing to commit to, and nothing to look for
            }
        }

        Withhold(kind, json);
    }

    private static byte[]? JsonOf(object? value)
    {
        var json = new CaptureWriter();
        json.Any(value);
        return json.Failure is null ? json.Slice(0).ToArray() : null;
    }

    private void ForgetSecrets()
    {
        _keepsSecrets = false;
        _secrets.Clear();
        if (_secrets.Capacity > KeptMembers)
        {
            _secrets.Capacity = KeptMembers;
        }
    }
}
