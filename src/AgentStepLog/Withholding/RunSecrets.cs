using System.Text;
using AgentStepLog.Integrity;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>Everything by which a run withholds: the shapes of secrets, the values that it has withheld before, the tool calls in its messages, and its key.</summary>
/// <param name="shaped">Finds secrets by their shape.</param>
/// <param name="commitments">Makes commitments; null without a key ring.</param>
/// <param name="maxKnown">The most values that the run remembers.</param>
internal sealed class RunSecrets(SecretScanner shaped, Commitments? commitments, int maxKnown)
{
    internal SecretScanner Shaped => shaped;

    internal Commitments? Commitments => commitments;

    internal KnownValues Known { get; } = new(maxKnown);

    internal CallIds Calls { get; } = new();

    /// <summary>Withholds the secrets and known values of a plain text. Returns the same object if the text has none.</summary>
    internal string Withhold(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Find(utf8) is { } matches ? SecretScanner.Replace(utf8, matches) : text;
    }

    /// <summary>
    /// The beginning of a text, of at most so many bytes and with no character cut in half. Secrets and known values are withheld before the cut, because half of one
    /// is not recognized. Returns the same object if the text is short enough.
    /// </summary>
    internal string Cut(string text, int maxBytes) => TextStart.Fits(text, maxBytes) ? text : TextStart.Of(Withhold(text), maxBytes);

    /// <summary>A JSON document without secrets that are known by their shape. Returns the same array if it has none.</summary>
    /// <param name="json">A whole JSON value.</param>
    internal byte[] WithoutShaped(byte[] json)
    {
        if (shaped.Find(json) is not { } matches)
        {
            return json;
        }

        var walk = new WithholdingWalk(matches, [], new(this), commitments: null, pointers: false);
        walk.Through(json);
        var document = new JsonBuffer(json.Length);
        walk.Edits.Write(json, document);
        return document.Written.ToArray();
    }

    /// <summary>Remembers the secrets that were found by their shape, so that the run also finds them where the characters around them do not fit the shape.</summary>
    internal void Learn(ReadOnlySpan<byte> json, List<SecretMatch> found)
    {
        Unescaped? layer = null;
        foreach (var match in found)
        {
            if (match.IsKnown || match.IsForm)
            {
                continue;
            }

            var text = match.Whole is { } whole ? whole.AsSpan(1, whole.Length - 2) : json[match.Start..match.End];
            if (text.Contains((byte)'\\'))
            {
                text = Plain(text, layer ??= new());
            }

            Known.Add(match.Kind, Encoding.UTF8.GetString(text), isGuess: true);
        }
    }

    /// <summary>Finds the secrets and known values of a plain text, in order, without overlaps; null if there are none.</summary>
    internal List<SecretMatch>? Find(byte[] utf8)
    {
        var matches = shaped.Find(utf8);
        if (Known.IsEmpty)
        {
            return matches;
        }

        new KnownSearch().For(Known).FindInPlain(utf8, ref matches);
        return matches is null ? null : SplitSecrets.Merged(matches);
    }

    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> text, Unescaped layer)
    {
        for (var i = 0; i < KnownSearch.MaxLayers && layer.Read(text); i++)
        {
            text = layer.Text.ToArray();
        }

        return text;
    }
}
