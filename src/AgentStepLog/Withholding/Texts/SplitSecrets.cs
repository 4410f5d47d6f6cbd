using System.Runtime.InteropServices;

namespace AgentStepLog.Withholding;

/// <summary>
/// Finds secrets that are split over several texts of an array, because a model's answer comes word by word. Such texts are searched a second time, joined without
/// anything between them.
/// </summary>
internal sealed class SplitSecrets
{
    private const int KeptBytes = 128 * 1024;
    private const int KeptTexts = 4096;

    private readonly JoinedTexts _texts = new();
    private readonly List<int> _starts = [];
    private byte[] _joined = [];

    /// <summary>Finds all pieces of split secrets.</summary>
    /// <param name="json">Valid JSON, or some members of an object, without white space.</param>
    /// <param name="shaped">Finds secrets by their shape.</param>
    /// <param name="known">Finds values that were withheld before; null for none. Short values are ignored, because two words side by side may look like one.</param>
    /// <param name="hasItems">Whether the JSON contains the items of a stream.</param>
    /// <param name="matches">The matches within single texts. Afterwards it also has the pieces, in order and without overlaps.</param>
    internal void Find(ReadOnlySpan<byte> json, SecretScanner shaped, KnownSearch? known, bool hasItems, ref List<SecretMatch>? matches)
    {
        var array = json.IndexOf((byte)'[');
        if (array < 0 || (shaped.IsEmpty && known is null))
        {
            return;
        }

        List<SecretMatch>? found = null;
        if (!hasItems)
        {
            for (var at = array + 1; ; at++)
            {
                if (IsListOfContents(json, at))
                {
                    hasItems = true; // the array is a chat, or the updates of one
                    found = null;
                    break;
                }

                _texts.Clear();
                _texts.AddArray(json, at);
                Search(json, shaped, known, ref found);
                if (json[at..].IndexOf((byte)'[') is var next && next < 0)
                {
                    break;
                }

                at += next;
            }
        }

        if (hasItems)
        {
            _texts.Clear();
            _texts.AddPlaces(json);
            Search(json, shaped, known, ref found);
        }

        Trim();
        matches = found is null ? matches : Merged([.. matches ?? [], .. found]);
    }

    // Microsoft.Extensions.AI writes a list of contents under this name.
    private static bool IsListOfContents(ReadOnlySpan<byte> json, int at) => json[..at].EndsWith("\"contents\":["u8);

    private void Search(ReadOnlySpan<byte> json, SecretScanner shaped, KnownSearch? known, ref List<SecretMatch>? found)
    {
        var texts = CollectionsMarshal.AsSpan(_texts.Found);
        for (int first = 0, next; first < texts.Length; first = next)
        {
            var length = texts[first].Length;
            for (next = first + 1; next < texts.Length && texts[next].Place == texts[first].Place; next++)
            {
                length += texts[next].Length;
            }

            if (next - first > 1 && length >= (known is null ? shaped.Least : Math.Min(shaped.Least, WordBounds.Long)))
            {
                Search(json, texts[first..next], length, shaped, known, ref found);
            }
        }
    }

    private void Search(ReadOnlySpan<byte> json, ReadOnlySpan<JoinedText> texts, int length, SecretScanner shaped, KnownSearch? known, ref List<SecretMatch>? found)
    {
        if (_joined.Length < length)
        {
            _joined = new byte[Math.Max(length, 2 * _joined.Length)];
        }

        _starts.Clear();
        var joined = _joined.AsSpan(0, length);
        var at = 0;
        foreach (var text in texts)
        {
            _starts.Add(at);
            json.Slice(text.Start, text.Length).CopyTo(joined[at..]);
            at += text.Length;
        }

        var whole = shaped.Find(joined);
        // Each text may begin with a secret, whatever the text before it ends with.
        foreach (var start in _starts)
        {
            if (start > 0 && start < length - shaped.Least && !EscapedText.IsBoundary(joined, start))
            {
                shaped.FindAt(joined, start, ref whole);
            }
        }

        List<SecretMatch>? repeated = null;
        known?.String(joined, 0, isKey: false, ref repeated);
        repeated?.RemoveAll(static match => !match.IsLong);
        foreach (var match in (whole ?? []).Concat(repeated ?? []))
        {
            AddPieces(match, joined, texts, found ??= []);
        }
    }

    private void AddPieces(SecretMatch match, ReadOnlySpan<byte> joined, ReadOnlySpan<JoinedText> texts, List<SecretMatch> pieces)
    {
        var index = _starts.BinarySearch(match.Start);
        index = index < 0 ? ~index - 1 : index;
        byte[]? whole = null;
        for (; index < texts.Length && _starts[index] < match.End; index++)
        {
            var start = Math.Max(match.Start - _starts[index], 0);
            var end = Math.Min(match.End - _starts[index], texts[index].Length);
            if (start < end)
            {
                whole ??= match.Whole ?? (end - start == match.End - match.Start ? null : [(byte)'"', .. joined[match.Start..match.End], (byte)'"']);
                pieces.Add(new(texts[index].Start + start, texts[index].Start + end, match.Kind, whole) { IsKnown = match.IsKnown, IsForm = match.IsForm });
            }
        }
    }

    /// <summary>Sorts matches and joins overlapping ones: all of the overlapping text is withheld, since one match may be a part of another or begin in it.</summary>
    internal static List<SecretMatch> Merged(List<SecretMatch> matches)
    {
        matches.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.IsKnown.CompareTo(b.IsKnown));
        var count = 0;
        foreach (var match in CollectionsMarshal.AsSpan(matches))
        {
            if (count == 0 || match.Start >= matches[count - 1].End)
            {
                matches[count++] = match;
                continue;
            }

            var last = matches[count - 1];
            matches[count - 1] = match.Start == last.Start && match.End == last.End ? last with { Whole = last.Whole ?? match.Whole }
                : match.End <= last.End ? last
                : match.Start == last.Start ? match
                : last with { End = match.End, Whole = null };
        }

        matches.RemoveRange(count, matches.Count - count);
        return matches;
    }

    private void Trim()
    {
        _texts.Clear();
        _starts.Clear();
        if (_joined.Length > KeptBytes)
        {
            _joined = [];
        }

        if (_texts.Found.Capacity > KeptTexts)
        {
            (_texts.Found.Capacity, _starts.Capacity) = (0, 0);
        }
    }
}
