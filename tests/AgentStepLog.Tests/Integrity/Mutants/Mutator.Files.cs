using System.Globalization;

namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>One whole file: missing, swapped, renamed, special, truncated, appended to.</summary>
internal sealed partial class Mutator
{
    private Mutant ChangedFile() => _random.Next(8) switch
    {
        0 => Missing(),
        1 => Swapped(),
        2 => Renamed(),
        3 => Added(),
        4 => Special(),
        5 => Appended(),
        _ => Truncated(),
    };

    private string Last => _run.NameOf(_run.Starts.Count);

    private List<string> Blobs => [.. _run.Blobs.Select(hash => $"{SampleRun.Id}.blobs/{hash}")];

    private string Any(RunImage image) => _random.Next(3) == 0 ? One(Blobs) : One(image.Files.Keys.Where(name => !name.StartsWith(SampleRun.Beside, StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal)).ToList());

    private Mutant Missing()
    {
        var image = _run.ToImage();
        var name = Any(image);
        image.Files.Remove(name);
        return name == First ? new($"{name} is gone, asked by the next", image, _run.NameOf(2), Verdict.Tampered, MayBeRefused: true)
            : new($"{name} is gone", image, First, OfMissing(name));
    }

    private Verdict OfMissing(string name) =>
        name.Contains(".blobs/", StringComparison.Ordinal) ? Verdict.BlobMissing
        : name.EndsWith(".head", StringComparison.Ordinal) ? Verdict.SelfConsistent
        : name != Last ? Verdict.Tampered
        : _run.HasHead ? Verdict.Torn
        : Verdict.SelfConsistent; // a cut between two lines leaves no trace

    private Mutant Swapped()
    {
        var image = _run.ToImage();
        if (_random.Next(3) == 0)
        {
            var (one, other) = (Blobs[0], Blobs[1 + _random.Next(Blobs.Count - 1)]);
            (image.Files[one], image.Files[other]) = (image.Files[other], image.Files[one]);
            return new($"{one} and {other} are swapped", image, First, Verdict.BlobAltered, Verdict.BlobAltered);
        }

        var from = 1 + _random.Next(3);
        var to = from % 3 + 1;
        var (a, b) = (_run.NameOf(from), _run.NameOf(to));
        (image.Files[a], image.Files[b]) = (image.Files[b], image.Files[a]);
        return new($"{a} and {b} are swapped", image, First, Verdict.Tampered, MayBeRefused: true);
    }

    private Mutant Renamed()
    {
        var image = _run.ToImage();
        var file = 2 + _random.Next(2);
        var name = _run.NameOf(file);
        var as_ = One(["4", "7", "11", "02", "0", "1", "2147483648", "99999999999999999999"]);
        var other = $"{SampleRun.Id}.{as_}.jsonl{(_run.IsPacked(file) ? ".gz" : "")}";
        image.Files[other] = image.Files[name];
        image.Files.Remove(name);
        return new($"{name} is called {other}", image, First, Verdict.Tampered);
    }

    // A file too many, under a name of the run's.
    private Mutant Added()
    {
        var image = _run.ToImage();
        var number = One([4, 5, 11, 300]).ToString(CultureInfo.InvariantCulture);
        var from = _random.Next(4);
        var content = from == 3 ? image.Files[$"{SampleRun.Beside}.jsonl"] : HandWritten(from + 1);
        var name = $"{SampleRun.Id}.{number}.jsonl";
        var isEmpty = _random.Next(4) == 0;
        var isPacked = !isEmpty && _random.Next(3) == 0;
        name += isPacked ? ".gz" : "";
        image.Files[name] = isEmpty ? [] : isPacked ? SampleRun.Pack(content) : content;
        return new($"{name} is there: {(isEmpty ? "empty" : from == 3 ? "another run's" : $"file {from + 1}")}", image, First, isEmpty ? Verdict.Torn : Verdict.Tampered);
    }

    private byte[] HandWritten(int file) => Support.HandWrittenLog.Join(_run.LinesOf(file));

    private Mutant Special()
    {
        var image = _run.ToImage();
        var name = Any(image);
        var special = One(Enum.GetValues<SpecialFile>());
        if (_random.Next(4) == 0)
        {
            name = $"{SampleRun.Id}.{One([4, 9])}.jsonl{One(["", ".gz"])}";
        }

        image.Replace(name, special);
        var verdict = name.Contains(".blobs/", StringComparison.Ordinal) ? special == SpecialFile.LinkToNothing ? Verdict.BlobMissing : Verdict.BlobAltered
            : name.EndsWith(".head", StringComparison.Ordinal) ? Verdict.SelfConsistent : Verdict.Tampered;
        return new($"{name} is a {special}", image, First, verdict, name.EndsWith(".head", StringComparison.Ordinal) ? Verdict.SelfConsistent : Verdict.Tampered, MayBeRefused: name == First);
    }

    private Mutant Appended()
    {
        var image = _run.ToImage();
        var name = Any(image);
        byte[] more = One([[0], "x"u8.ToArray(), "\n"u8.ToArray(), _run.Lines[^1], [.. _run.Lines[1], (byte)'\n'], new byte[600]]);
        image.Files[name] = [.. image.Files[name], .. more];
        var verdict = name.Contains(".blobs/", StringComparison.Ordinal) ? Verdict.BlobAltered
            : name.EndsWith(".head", StringComparison.Ordinal) ? Verdict.SelfConsistent
            : name.EndsWith(".gz", StringComparison.Ordinal) ? Verdict.Tampered
            : Verdict.Torn; // what a next file begins before is passed over, and said; behind the last line stands what a crash may have left
        return new($"{more.Length} bytes behind {name}", image, First, verdict, name.EndsWith(".head", StringComparison.Ordinal) ? Verdict.Torn : Verdict.Tampered, IsHidden: true);
    }

    private Mutant Truncated()
    {
        var image = _run.ToImage();
        var name = Any(image);
        var content = image.Files[name];
        var kept = _random.Next(3) == 0 ? Math.Max(0, content.Length - 1 - _random.Next(20)) : _random.Next(content.Length);
        image.Files[name] = content[..kept];
        return new($"{name} is cut to {kept} of {content.Length} bytes", image, First, OfTruncated(name, kept, content), name.EndsWith(".head", StringComparison.Ordinal) ? Verdict.Torn : Verdict.Tampered, MayBeRefused: name == First);
    }

    private Verdict OfTruncated(string name, int kept, byte[] content)
    {
        if (name.Contains(".blobs/", StringComparison.Ordinal))
        {
            return Verdict.BlobAltered;
        }

        if (name.EndsWith(".head", StringComparison.Ordinal))
        {
            return Verdict.SelfConsistent;
        }

        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            return Verdict.Torn;
        }

        return name != Last ? kept == 0 && name == First ? Verdict.Torn : Verdict.Tampered
            : kept > 0 && content[kept - 1] == '\n' && !_run.HasHead ? Verdict.SelfConsistent
            : Verdict.Torn;
    }
}
