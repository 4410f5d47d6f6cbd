using System.Text;
using AgentStepLog.Integrity;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>All that a run withholds by: the shapes of tokens, the values that it has withheld already, the calls that its messages carried, and its key.</summary>
/// <param name="shaped">The shapes.</param>
/// <param name="commitments">Where there is a key ring.</param>
/// <param name="maxKnown">How many values it keeps at most.</param>
internal sealed class RunSecrets(SecretScanner shaped, Commitments? commitments, int maxKnown)
{
    internal SecretScanner Shaped => shaped;

    internal Commitments? Commitments => commitments;

    internal KnownValues Known { get; } = new(maxKnown);

    internal CallIds Calls { get; } = new();

    /// <summary>A plain text without tokens and known values; the same object if it has none.</summary>
    internal string Withhold(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Find(utf8) is { } matches ? SecretScanner.Replace(utf8, matches) : text;
    }

    /// <summary>The beginning of a text that has at most so many bytes, no character torn, without tokens and known values, which would not be known by their halves; the same object if it is as short.</summary>
    internal string Cut(string text, int maxBytes) => TextStart.Fits(text, maxBytes) ? text : TextStart.Of(Withhold(text), maxBytes);

    /// <summary>A document without tokens; the same array if it has none.</summary>
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

    /// <summary>Keeps what was found by its shape, so that it is found without what its shape asks for around it.</summary>
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

    /// <summary>Finds what a plain text must not tell, in order, none within another; null if there is nothing.</summary>
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
